import type { Plugin } from 'vite'
import { firstPaint, PLACE } from './first-paint.ts'

const PHONES = { 'field.html': 'field.today', 'portal.html': 'portal.yours' } as const

/** Draws the phones' pages ahead of their code. The staff's pages have a frame each, which the heads are written with. */
export function firstPaintPlugin(): Plugin {
  return {
    name: 'first-paint',
    transformIndexHtml(html, { filename }) {
      const page = Object.entries(PHONES).find(([name]) => filename.endsWith(name))
      return page ? html.replace(PLACE, firstPaint('phone', page[1])) : html
    },
  }
}
