import type { Site } from '#contract/counterparties.ts'

export type Point = NonNullable<Site['point']>

/** Where a site is shown: its point if it is known, else wherever the map finds its address. */
export function mapsOf({ address, point }: Pick<Site, 'address' | 'point'>): { yandex: string; osm: string } {
  if (!point) {
    const text = encodeURIComponent(address)
    return {
      yandex: `https://yandex.by/maps/?text=${text}`,
      osm: `https://www.openstreetmap.org/search?query=${text}`,
    }
  }
  const { lat, lon } = point
  return {
    yandex: `https://yandex.by/maps/?ll=${lon}%2C${lat}&pt=${lon}%2C${lat}&z=17`,
    osm: `https://www.openstreetmap.org/?mlat=${lat}&mlon=${lon}#map=18/${lat}/${lon}`,
  }
}

const NUMBER = '(-?\\d{1,3}(?:\\.\\d+)?)'
const between = (separator: string) => new RegExp(NUMBER + separator + NUMBER)

/** How maps write a point into their links; Yandex has the longitude first. */
const LINKS: { has: RegExp; lon_first: boolean }[] = [
  { has: new RegExp(`[?&]pt=${NUMBER}(?:,|%2C)${NUMBER}`, 'i'), lon_first: true },
  { has: new RegExp(`[?&]whatshere(?:\\[|%5B)point(?:\\]|%5D)=${NUMBER}(?:,|%2C)${NUMBER}`, 'i'), lon_first: true },
  { has: new RegExp(`[?&]ll=${NUMBER}(?:,|%2C)${NUMBER}`, 'i'), lon_first: true },
  { has: new RegExp(`mlat=${NUMBER}&mlon=${NUMBER}`), lon_first: false },
  { has: new RegExp(`#map=\\d+(?:\\.\\d+)?/${NUMBER}/${NUMBER}`), lon_first: false },
  { has: new RegExp(`[@=]${NUMBER},${NUMBER}`), lon_first: false },
]

/** The point that a link of Yandex, OpenStreetMap or Google, or two typed numbers, name; null where none does. */
export function readPoint(typed: string): Point | null {
  const text = typed.trim()
  const link = /^https?:/i.test(text) ? LINKS.find(({ has }) => has.test(text)) : undefined
  const [, one, other] =
    (link ? link.has.exec(text) : (between('\\s*[,;]?\\s+').exec(text) ?? between(',').exec(text))) ?? []
  if (one === undefined || other === undefined) return null
  const [lat, lon] = link?.lon_first ? [Number(other), Number(one)] : [Number(one), Number(other)]
  return Math.abs(lat) <= 90 && Math.abs(lon) <= 180 ? { lat, lon } : null
}

export const pointText = (point: Point | null): string => (point ? `${point.lat}, ${point.lon}` : '')
