import { ChannelFault } from '../adapter.ts'

/** How long a mailbox whose password is wrong is left in peace: a provider locks who knocks too often. */
const WRONG_PASSWORD_PAUSE = 15 * 60_000

type Raw = {
  code?: string
  message?: string
  response?: unknown
  responseText?: string
  responseStatus?: string
  authenticationFailed?: boolean
  serverResponseCode?: string
  cause?: unknown
  errors?: unknown[]
}

const CERTIFICATE: Record<string, string> = {
  CERT_HAS_EXPIRED: 'channel.certificate_expired',
  CERT_NOT_YET_VALID: 'channel.certificate_expired',
  DEPTH_ZERO_SELF_SIGNED_CERT: 'channel.certificate_untrusted',
  SELF_SIGNED_CERT_IN_CHAIN: 'channel.certificate_untrusted',
  UNABLE_TO_VERIFY_LEAF_SIGNATURE: 'channel.certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT: 'channel.certificate_untrusted',
  UNABLE_TO_GET_ISSUER_CERT_LOCALLY: 'channel.certificate_untrusted',
  CERT_UNTRUSTED: 'channel.certificate_untrusted',
  CERT_REVOKED: 'channel.certificate_untrusted',
  ERR_TLS_CERT_ALTNAME_INVALID: 'channel.certificate_of_other',
}

const OTHERS: Record<string, string> = {
  INSIDE_HOST: 'channel.host_inside',
  ENOTFOUND: 'channel.host_unknown',
  EDNS: 'channel.host_unknown',
  ETLS: 'channel.tls_failed',
  EPROTO: 'channel.tls_failed',
  ERR_SSL_WRONG_VERSION_NUMBER: 'channel.tls_failed',
  STARTTLS_INJECTION: 'channel.tls_failed',
}

/** A server that has too much to do, or has had enough of us, says no to right passwords, too. */
const FOR_NOW =
  /UNAVAILABLE|\bLIMIT\b|INUSE|SERVERBUG|too many|temporar|try (?:again|later)|rate|overload|busy|позже|временно/i

/** What a mail server, or the way to it, has against us. What nobody knows is a server that cannot be reached. */
export function faultOf(error: unknown, now = new Date()): ChannelFault {
  if (error instanceof ChannelFault) return error
  const raw = error as Raw
  const words = wordsOf(raw)
  if (raw.authenticationFailed || raw.code === 'EAUTH')
    return FOR_NOW.test(`${raw.serverResponseCode ?? ''} ${words}`) || words.startsWith('4')
      ? new ChannelFault('channel.unreachable', words)
      : passwordWrong(words, now)
  for (const code of codesOf(raw)) {
    const known = CERTIFICATE[code] ?? OTHERS[code]
    if (known) return new ChannelFault(known, words)
  }
  if (/STARTTLS/i.test(words)) return new ChannelFault('channel.tls_failed', words)
  if (/certificate/i.test(words)) return new ChannelFault('channel.certificate_untrusted', words)
  if (/\bSSL\b|\bTLS\b|wrong version number/i.test(words)) return new ChannelFault('channel.tls_failed', words)
  return new ChannelFault('channel.unreachable', words)
}

export const passwordWrong = (words: string, now: Date): ChannelFault =>
  new ChannelFault('channel.password_wrong', words, { retry_at: new Date(now.getTime() + WRONG_PASSWORD_PAUSE) })

function codesOf(raw: Raw): string[] {
  const inner = [raw.cause, ...(raw.errors ?? [])].filter((each) => typeof each === 'object' && each !== null)
  return [raw.code ?? '', ...inner.map((each) => (each as Raw).code ?? '')].filter(Boolean)
}

/** The server's own words where it said any. */
function wordsOf({ response, responseText, message, code }: Raw): string {
  const said = [response, responseText].find((each) => typeof each === 'string' && each !== '') as string | undefined
  return (said ?? message ?? code ?? '').replace(/^\d+ (?:NO|BAD) /, '')
}
