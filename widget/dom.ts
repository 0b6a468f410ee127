type Given = string | boolean | null | ((event: Event) => void)
type Child = Node | string | null

/** An element with its attributes, listeners (`onclick`) and children. Nothing of it is ever read as HTML. */
export function h<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  given: Record<string, Given> = {},
  ...children: Child[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag)
  for (const [name, value] of Object.entries(given)) {
    if (typeof value === 'function') element.addEventListener(name.slice(2), value)
    else if (value !== null && value !== false) element.setAttribute(name, value === true ? '' : value)
  }
  element.append(...children.filter((child) => child !== null))
  return element
}

const SVG = 'http://www.w3.org/2000/svg'

const ICONS = {
  chat: 'M8 9h8M8 13h5M9 18H6a3 3 0 0 1-3-3V7a3 3 0 0 1 3-3h12a3 3 0 0 1 3 3v8a3 3 0 0 1-3 3h-3l-3 3z',
  close: 'M18 6 6 18M6 6l12 12',
  send: 'M12 20V5M6 11l6-6 6 6',
  clip: 'm15 7-6.5 6.5a1.5 1.5 0 0 0 3 3l6.5-6.5a3 3 0 0 0-6-6l-6.5 6.5a4.5 4.5 0 0 0 9 9l6.5-6.5',
  file: 'M14 3v4a1 1 0 0 0 1 1h4M17 21H7a2 2 0 0 1-2-2V5a2 2 0 0 1 2-2h7l5 5v11a2 2 0 0 1-2 2z',
  sound: 'M10 5a2 2 0 0 1 4 0 7 7 0 0 1 4 6v3a4 4 0 0 0 2 3H4a4 4 0 0 0 2-3v-3a7 7 0 0 1 4-6M9 17v1a3 3 0 0 0 6 0v-1',
  mute: 'M9.4 5.300A2 2 0 0 1 14 5a7 7 0 0 1 4 6v3M17 17H4a4 4 0 0 0 2-3v-3a7 7 0 0 1 1.3-3.700M9 17v1a3 3 0 0 0 6 0v-1M3 3l18 18',
}

export function icon(name: keyof typeof ICONS): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg')
  const path = document.createElementNS(SVG, 'path')
  path.setAttribute('d', ICONS[name])
  for (const [key, value] of Object.entries({ viewBox: '0 0 24 24', 'aria-hidden': 'true', class: 'i' }))
    svg.setAttribute(key, value)
  svg.append(path)
  return svg
}

const LINK = /https?:\/\/[^\s<>"]+[^\s<>".,;:!?)\]»]/g

/** Words with their addresses as links that open apart. */
export function linked(text: string): Child[] {
  const parts: Child[] = []
  let at = 0
  for (const found of text.matchAll(LINK)) {
    parts.push(text.slice(at, found.index))
    parts.push(h('a', { href: found[0], target: '_blank', rel: 'noopener noreferrer nofollow' }, found[0]))
    at = found.index + found[0].length
  }
  return [...parts, text.slice(at)]
}
