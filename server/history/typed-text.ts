/** What was typed, and what it may be. */
export type Typed = {
  /** Lower case, ё as е, the spaces single. */
  text: string
  words: string[]
  /** «1042», «№ 1042»: the number of an order or a task. */
  number: string | null
  /** Digits of a phone; null when there are fewer than four, or letters among them. */
  digits: string | null
}

export function read(given: string): Typed {
  const text = given.normalize('NFC').toLowerCase().replaceAll('ё', 'е').replace(/\s+/g, ' ').trim()
  const digits = text.replace(/\D/g, '')
  return {
    text,
    words: text.length < 2 ? [] : text.split(' '),
    number: /^(?:№ ?)?(\d{1,15})$/.exec(text)?.[1] ?? null,
    digits: /^[\d\s()+-]+$/.test(text) && digits.length >= 4 ? digits : null,
  }
}

/** A pattern of `like` for text anywhere, its own signs taken as they are. */
export const anywhere = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`
