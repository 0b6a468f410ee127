import { usualWebChat, type WebChatSettings } from '#contract/inbox/web-chat.ts'

/** The settings as they are typed: sites are lines of a text. */
export type Draft = Omit<WebChatSettings, 'sites'> & { sites: string }

export function draftOf(settings: Record<string, unknown> | undefined, company: string): Draft {
  const known = settings as WebChatSettings | undefined
  return { ...usualWebChat, title: company.slice(0, 60), ...known, sites: (known?.sites ?? []).join('\n') }
}

export function settingsOf({ sites, title, greeting, away, ...rest }: Draft): WebChatSettings {
  const lines = sites.split(/[\s,;]+/).filter(Boolean)
  return { ...rest, title: title.trim(), greeting: greeting.trim(), away: away.trim(), sites: lines }
}

/** How far a colour stands from white: less than three to one, and a button is not seen on a light page. */
export function contrastWithWhite(colour: string): number {
  const [r = 0, g = 0, b = 0] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 1.05 / (0.2126 * r + 0.7152 * g + 0.0722 * b + 0.05)
}

/** A secret that nobody can guess, made where it is shown. */
export function freshSecret(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(32))
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
}
