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
  return frameOf(frame, DRAWN[frame](title))
}

/** The staff's frame of an order, with places for what facts.js learns of it. */
export function firstOrder(): string {
  const place = (fact: string): string => `<span data-fact="${fact}"></span>`
  const facts = ['counterparty.name', 'address', 'request'].map(place).join('<br>')
  const known = `<section><div><span>№ ${place('number')}</span>${place('title')}</div><p>${facts}</p></section>`
  return frameOf('shell', DRAWN.shell().replace('<main>', `<main>${known}`))
}

const frameOf = (frame: Frame, drawn: string): string =>
  `<div id="first" class="first-${frame}" aria-hidden="true">${drawn}</div>`

const both = (key: Key): string => `<span data-ru>${ru[key]}</span><span data-en>${en[key]}</span>`
const bones = (n: number): string => '<i></i>'.repeat(n)

const DRAWN: Record<Frame, (title?: Key) => string> = {
  shell: () =>
    `<nav><b>${both('app.name')}</b>${bones(5)}</nav><header><p>${both('bar.search')}</p></header><main>${bones(8)}</main>`,
  door: () => `<main><b>${both('app.name')}</b><p>${both('app.about')}</p><section>${bones(3)}</section></main>`,
  phone: (title) => `<main>${title ? `<h2>${both(title)}</h2>` : ''}${bones(3)}</main>`,
}
