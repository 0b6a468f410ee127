import type { FastifyRequest } from 'fastify'

const NAME = 'naryad.session_token'
const SECURE = `__Secure-${NAME}`

/** The signed cookie by which a browser is known; the library prefixes its name where the address is https. */
export const sessionCookie = ({ cookies }: Pick<FastifyRequest, 'cookies'>): string | undefined =>
  cookies[NAME] ?? cookies[SECURE]

export const sessionCookieName = (public_url: string): string => (public_url.startsWith('https://') ? SECURE : NAME)

/** The session's token in a cookie whose signature was checked before: `token.signature`. */
export const tokenIn = (cookie: string): string => cookie.slice(0, cookie.lastIndexOf('.'))
