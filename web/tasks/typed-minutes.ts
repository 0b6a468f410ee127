const DAY = 24 * 60

/** Minutes that a person typed: «2:30», «2,5», «2 ч 30 мин», «45 мин», «1h 15m». A bare number is hours. Null when unreadable. */
export function minutesTyped(typed: string): number | null {
  const text = typed.toLowerCase().trim()
  const minutes = clock(text) ?? named(text) ?? bare(text)
  return minutes !== null && minutes > 0 && minutes <= DAY ? minutes : null
}

function clock(text: string): number | null {
  const [, h, min] = /^(\d{1,2}):([0-5]\d)$/.exec(text) ?? []
  return h === undefined ? null : Number(h) * 60 + Number(min)
}

function named(text: string): number | null {
  const [whole, h, min] =
    /^(?:(\d{1,2}(?:[.,]\d{1,2})?)\s*(?:ч|h)\p{L}*\.?)?\s*(?:(\d{1,4})\s*(?:м|m)\p{L}*\.?)?$/u.exec(text) ?? []
  if (!whole) return null
  return Math.round(number(h) * 60) + number(min)
}

function bare(text: string): number | null {
  return /^\d{1,2}([.,]\d{1,2})?$/.test(text) ? Math.round(number(text) * 60) : null
}

const number = (text = '0'): number => Number(text.replace(',', '.'))

/** Minutes as a person would type them: «2:30». */
export const typedMinutes = (minutes: number): string =>
  `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
