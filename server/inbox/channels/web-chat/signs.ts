import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** What the product signs for a visitor: addresses of his files, and the way back out of a letter. */
type Purpose = 'file' | 'letter'

const DAY = 24 * 60 * 60_000

export function signOf(secret: string, purpose: Purpose, parts: readonly string[]): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `naryad chat ${purpose}`, 32))
  return createHmac('sha256', key).update(parts.join(' ')).digest('base64url')
}

export function signed(
  secret: string,
  purpose: Purpose,
  { parts, sign }: { parts: readonly string[]; sign: string },
): boolean {
  const [own, given] = [Buffer.from(signOf(secret, purpose, parts)), Buffer.from(sign)]
  return own.length === given.length && timingSafeEqual(own, given)
}

/** Whole days, so that an address stays the same for a while and the browser keeps what lies behind it. */
export const until = (now: Date, days: number): string => String(Math.floor(now.getTime() / DAY) + 1 + days)
export const isOver = (day: string, now: Date): boolean => !/^\d{1,6}$/.test(day) || Number(day) * DAY < now.getTime()
