import { readFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import subsetFont from 'subset-font'
import type { Plugin } from 'vite'

/** The letters that every page has: Cyrillic, and Latin with figures and signs. */
const EVERYWHERE = /inter-(cyrillic|latin)-wght-normal-?[^/]*\.woff2$/

/** The weights that our styles use; thinner and heavier ones are two fifths of what the letters weigh. */
const WEIGHTS = { min: 400, max: 700 }

/** The ending of a font's name in the build: a browser keeps it for ever, so it tells what was cut. */
export const FONT_NAME = `assets/[hash]-${WEIGHTS.min}-${WEIGHTS.max}[extname]`

/**
 * Cuts the letters to the weights in use and names those of every page in its head. A browser otherwise learns of them
 * when the page's words are drawn, and then lays out all of it a second time.
 */
export function fontsPlugin(): Plugin {
  let css = ''
  return {
    name: 'fonts',
    apply: 'build',
    configResolved({ root }) {
      css = readFileSync(join(root, 'ui/theme/font.css'), 'utf8')
    },
    async generateBundle(_options, bundle) {
      for (const one of Object.values(bundle))
        if (one.type === 'asset' && one.fileName.endsWith('.woff2'))
          one.source = await cut(Buffer.from(one.source), charactersOf(one.originalFileNames[0] ?? '', css))
    },
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

const cut = (font: Buffer, characters: string): Promise<Buffer> =>
  subsetFont(font, characters, { targetFormat: 'woff2', variationAxes: { wght: WEIGHTS } })

/** All that a font is asked for: the `unicode-range` of its face. */
function charactersOf(file: string, css: string): string {
  const face = css.split('@font-face').find((one) => one.includes(basename(file)))
  const ranges = face?.match(/U\+[\dA-F]+(-[\dA-F]+)?/g)
  if (!ranges) throw new Error(`no face has the font ${file}`)
  return ranges.map(charactersIn).join('')
}

function charactersIn(range: string): string {
  const [first = 0, last = first] = range
    .slice(2)
    .split('-')
    .map((code) => Number.parseInt(code, 16))
  return String.fromCodePoint(...Array.from({ length: last - first + 1 }, (_, i) => first + i))
}
