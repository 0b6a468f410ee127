import type { Plugin } from 'vite'

/** The letters that every page has: Cyrillic, and Latin with figures and signs. */
const EVERYWHERE = /inter-(cyrillic|latin)-wght-normal-?[^/]*\.woff2$/

/**
 * Names the letters of every page in its head. A browser otherwise learns of them when the page's words are drawn, and
 * then lays out all of it a second time.
 */
export function fontsPlugin(): Plugin {
  return {
    name: 'fonts',
    apply: 'build',
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle = {} }) {
        const assets = Object.values(bundle).filter((one) => one.type === 'asset')
        const fonts = assets.filter(({ originalFileNames }) => originalFileNames.some((name) => EVERYWHERE.test(name)))
        if (fonts.length !== 2) throw new Error(`two fonts are on every page, not ${fonts.length}`)
        const links = fonts.map(
          ({ fileName }) => `<link rel="preload" as="font" type="font/woff2" crossorigin href="/${fileName}">`,
        )
        return html.replace('</head>', `  ${links.join('\n    ')}\n  </head>`)
      },
    },
  }
}
