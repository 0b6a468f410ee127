import type { ChatFile, ChatIdentity, ChatLook, ChatSaid } from '#contract/inbox/web-chat.ts'

/** Words that the server has not confirmed yet, and whose they are: the site's user, or null for a guest. */
export type Waiting = { user: string | null; said: ChatSaid; files: ChatFile[] }
type Kept = { key?: string; talked?: boolean; sound?: boolean; draft?: string; waiting?: Waiting[] }

/** What is remembered of a visitor between pages and visits, on the site's own side: the product sets no cookies here. */
export function keeper({ channel_id }: ChatLook) {
  const place = `naryad-chat:${channel_id}`
  let kept = read(place)
  const keep = (more: Kept): void => {
    // Another page of the site may have kept something since.
    kept = { ...kept, ...read(place), ...more }
    try {
      localStorage.setItem(place, JSON.stringify(kept))
    } catch {
      // A browser that keeps nothing: then it is remembered as long as the page stands.
    }
  }
  return {
    get: () => kept,
    keep,
    /** What the server has not confirmed outlives the page: whoever leaves at once has still written. */
    waiting: {
      of: (user: string | null): Waiting[] => (read(place).waiting ?? []).filter((one) => one.user === user),
      put: (one: Waiting): void => keep({ waiting: [...(read(place).waiting ?? []), one] }),
      drop: (id: string): void => keep({ waiting: (read(place).waiting ?? []).filter(({ said }) => said.id !== id) }),
    },
    /** The key that is the visitor; made by his own browser, known to the server by its hash. */
    key(): string {
      if (!kept.key) keep({ key: freshKey() })
      return kept.key ?? ''
    },
    /** Another key for the same place: of whoever comes back by a letter. */
    renew: (): string => (keep({ key: freshKey(), talked: false }), kept.key ?? ''),
  }
}
export type Keeper = ReturnType<typeof keeper>

function read(place: string): Kept {
  try {
    return JSON.parse(localStorage.getItem(place) ?? '{}') as Kept
  } catch {
    return {}
  }
}

const freshKey = (): string => base64url(crypto.getRandomValues(new Uint8Array(32)))

export const base64url = (bytes: Uint8Array): string =>
  btoa(String.fromCharCode(...bytes))
    .replaceAll('+', '-')
    .replaceAll('/', '_')
    .replaceAll('=', '')

/** How a request says whose it is: by the signed word of the site, else by the browser's own key. */
export const credentials = (identity: ChatIdentity | null, keep: Keeper): string =>
  identity ? `Identity ${base64url(new TextEncoder().encode(JSON.stringify(identity)))}` : `Bearer ${keep.key()}`

/** A letter leads back to the page with its own sign in the address; it is taken out before anybody copies it. */
export function takeReturn(): string | null {
  const found = /[#&]naryad-chat=([\w.-]+)/.exec(location.hash)
  if (!found?.[1]) return null
  history.replaceState(history.state, '', location.href.replace(found[0], ''))
  return found[1]
}

/** `crypto.randomUUID` is not there on pages without TLS. */
export function uuid(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16))
  bytes[6] = ((bytes[6] ?? 0) & 15) | 64
  bytes[8] = ((bytes[8] ?? 0) & 63) | 128
  const hex = Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}
