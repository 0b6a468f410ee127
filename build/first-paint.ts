import { en } from '../words/en/index.ts'
import { ru } from '../words/ru/index.ts'

type Key = keyof typeof ru

/** Which frame a page stands in: the staff's shell, the card of whoever is not inside yet, a phone's screen. */
export type Frame = 'shell' | 'door' | 'phone'

/** Where the frame goes in each page's HTML. */
export const PLACE = '<div id="first"></div>'

/**
 * What a browser draws before any code of ours has come: the frame of the page, in the language that first.js chose. It
 * stands over the root and goes when the page has drawn itself (web/ui/first/arrived.tsx). A phone's has its title.
 */
export function firstPaint(frame: Frame, title?: Key): string {
  return `<div id="first" class="first-${frame}" aria-hidden="true">${DRAWN[frame](title)}</div>`
}

const both = (key: Key): string => `<span data-ru>${ru[key]}</span><span data-en>${en[key]}</span>`
const bones = (n: number): string => '<i></i>'.repeat(n)

const DRAWN: Record<Frame, (title?: Key) => string> = {
  shell: () =>
    `<nav><b>${both('app.name')}</b>${bones(5)}</nav><header><p>${both('bar.search')}</p></header><main>${bones(8)}</main>`,
  door: () => `<main><b>${both('app.name')}</b><p>${both('app.about')}</p><section>${bones(3)}</section></main>`,
  phone: (title) => `<main>${title ? `<h2>${both(title)}</h2>` : ''}${bones(3)}</main>`,
}
