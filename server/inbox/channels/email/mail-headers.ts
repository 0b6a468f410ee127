import type { AddressObject, EmailAddress, HeaderLines } from 'mailparser'

export type MailAddress = { name: string; email: string }

/** The header's fields as they came, unfolded: all values of one name, in their order. */
export class MailHeaders {
  private readonly fields = new Map<string, string[]>()

  constructor(lines: HeaderLines) {
    for (const { key, line } of lines) {
      const value = line
        .slice(line.indexOf(':') + 1)
        .replaceAll(/\r?\n/g, ' ')
        .trim()
      this.fields.set(key.trim(), [...(this.fields.get(key.trim()) ?? []), value])
    }
  }

  all(name: string): string[] {
    return this.fields.get(name) ?? []
  }

  /** The last of the name, as parsers read it; empty where there is none. */
  value(name: string): string {
    return this.all(name).at(-1) ?? ''
  }

  first(name: string): string {
    return this.all(name)[0] ?? ''
  }

  has(name: string): boolean {
    return this.fields.has(name)
  }

  get size(): number {
    return this.fields.size
  }
}

/** Addresses without their groups. */
export function addressesOf(given: AddressObject | AddressObject[] | undefined): MailAddress[] {
  const flat = (each: EmailAddress): EmailAddress[] => (each.group ? each.group.flatMap(flat) : [each])
  return [given ?? []]
    .flat()
    .flatMap(({ value }) => value.flatMap(flat))
    .map(({ name, address }) => ({ name: name ?? '', email: address ?? '' }))
    .filter(({ name, email }) => name !== '' || email !== '')
}

/** Message ids, as they are compared: in their angle brackets. */
export function messageIds(text: string): string[] {
  return [...new Set(text.match(/<[^<>\s]+>/g) ?? [])]
}

/** The one id of a field, also where its brackets were forgotten. */
export function messageId(text: string): string | null {
  return messageIds(text)[0] ?? (text.trim() === '' ? null : text.trim())
}

/** When the letter says that it was written; null where that is no time. */
export function writtenAt(text: string): string | null {
  const bare = text
    .slice(0, 200)
    .replaceAll(/\([^)]*\)/g, ' ')
    .trim()
  if (!/\d{4}|\d\s+\p{L}{3}\s+\d{2}\b/u.test(bare)) return null
  // A zone that is none («H0500») is left away rather than the whole time.
  for (const each of [bare, bare.replace(/\s+\S*$/, ' +0000')]) {
    const time = Date.parse(each)
    if (!Number.isNaN(time)) return new Date(time).toISOString()
  }
  return null
}
