import { createHmac, timingSafeEqual } from 'node:crypto'
import type { FastifyRequest } from 'fastify'

const NAME = 'naryad.session_token'
const SECURE = `__Secure-${NAME}`
/** Who has given the right password and owes the second step. */
const PENDING = 'naryad.two_factor'

type Cookies = Pick<FastifyRequest, 'cookies'>

/** The signed cookie by which a browser is known; the library prefixes its name where the address is https. */
export const sessionCookie = ({ cookies }: Cookies): string | undefined => cookies[NAME] ?? cookies[SECURE]
export const pendingCookie = ({ cookies }: Cookies): string | undefined =>
  cookies[PENDING] ?? cookies[`__Secure-${PENDING}`]

export const sessionCookieName = (public_url: string): string => (public_url.startsWith('https://') ? SECURE : NAME)

/** The session's token in a cookie whose signature was checked before: `token.signature`. */
export const tokenIn = (cookie: string): string => cookie.slice(0, cookie.lastIndexOf('.'))

/** The token of the session that an answer of the library opens; null when it opens none. */
export function tokenOpened(headers: Headers): string | null {
  for (const line of headers.getSetCookie()) {
    const [, value = ''] = /^(?:__Secure-)?naryad\.session_token=([^;]+)/.exec(line) ?? []
    if (value) return tokenIn(decodeURIComponent(value))
  }
  return null
}

/** What the library has signed: `value.base64(HMAC-SHA256(value))`, the whole encoded as a URI component; else null. */
export function signedValue(cookie: string | undefined, secret: string): string | null {
  const at = cookie?.lastIndexOf('.') ?? -1
  if (cookie === undefined || at < 1) return null
  const value = cookie.slice(0, at)
  const given = Buffer.from(cookie.slice(at + 1), 'base64')
  const right = createHmac('sha256', secret).update(value).digest()
  return given.length === right.length && timingSafeEqual(given, right) ? value : null
}
