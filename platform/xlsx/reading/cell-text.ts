const DAY_MS = 86_400_000
/** Day zero of Excel, with its belief in 29 February 1900 allowed for: right from March 1900 on. */
const EPOCH = Date.UTC(1899, 11, 30)
/** Days between that and day zero of workbooks from a Macintosh. */
const SINCE_1904 = 1462

/** How a number is shown: as a day, as hours that are counted on past 24, or as it is. */
export type Look = 'number' | 'day' | 'elapsed'

/** What a person sees in a cell of numbers. */
export function numberText(written: string, look: Look, { since_1904 }: { since_1904: boolean }): string {
  const value = Number(written)
  if (written.trim() === '' || !Number.isFinite(value)) return ''
  if (look === 'elapsed') return elapsedText(value)
  if (look === 'day') return momentText(value + (since_1904 && value >= 1 ? SINCE_1904 : 0))
  // As it was typed: a phone has no exponent, and 0.1 + 0.2 is 0.3.
  if (Number.isInteger(value)) return BigInt(value).toString()
  return String(Number(value.toPrecision(15)))
}

/** A day as Russian tables have it, with the time where there is one; less than a day is a time alone. */
function momentText(days: number): string {
  const at = new Date(EPOCH + Math.round((days * DAY_MS) / 1000) * 1000)
  if (Number.isNaN(at.getTime())) return ''
  const time = at.toISOString().slice(11, 16)
  if (days < 1) return time
  return time === '00:00' ? dayText(at) : `${dayText(at)} ${time}`
}

/** A moment as ISO 8601 writes it, without a zone: what newer programs keep in place of a number. */
export function isoText(written: string): string {
  const [, day = '', time = '00:00'] = /^(\d{4}-\d\d-\d\d)(?:T(\d\d:\d\d))?/.exec(written) ?? []
  if (day === '') return written
  const shown = day.split('-').toReversed().join('.')
  return time === '00:00' ? shown : `${shown} ${time}`
}

const dayText = (at: Date): string => at.toISOString().slice(0, 10).split('-').toReversed().join('.')

function elapsedText(days: number): string {
  const minutes = Math.round(days * 1440)
  return `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`
}

/** Numbers of formats that a workbook need not describe (ECMA-376, part 1, 18.8.30; those of East Asia are days there). */
const DAYS = [14, 15, 16, 17, 18, 19, 20, 21, 22, 27, 28, 29, 30, 31, 32, 33, 34, 35, 36, 45, 47, 50, 51, 52, 53, 54, 55, 56, 57, 58] // prettier-ignore
const ELAPSED = 46

/** How numbers of a format look, by its number and, where the workbook describes it, its code. */
export function lookOf(id: number, code: string | undefined): Look {
  if (code === undefined) return id === ELAPSED ? 'elapsed' : DAYS.includes(id) ? 'day' : 'number'
  // Only what positive numbers get; words in quotation marks, single signs and a colour or a language are no codes.
  const bare = (code.split(';')[0] ?? '').replaceAll(/"[^"]*"|[\\_*]./gu, '')
  if (/\[(h+|m+|s+)\]/i.test(bare)) return 'elapsed'
  const codes = bare.replaceAll(/\[[^\]]*\]/g, '')
  return /[dmyhs]/i.test(codes) && !/general/i.test(codes) ? 'day' : 'number'
}

/** Text as it was before Excel escaped in it what XML has no way to write («_x000D_»; ECMA-376, part 1, 22.9.2.19). */
export const unescaped = (text: string): string =>
  text.includes('_x')
    ? text.replaceAll(/_x([0-9A-F]{4})_/gi, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)))
    : text
