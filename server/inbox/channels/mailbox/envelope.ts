/** What servers noted on a letter on its way, which its reading needs not. */
export type Envelope = {
  return_path: string | null
  /** Addresses of ours that it was put in for. */
  delivered_to: string[]
  /** The receiving server found that its sender is not who he says. */
  forged: boolean
  /** One of many. */
  newsletter: boolean
  /** The Message-ID that it was handed in with, where the provider has given it another. */
  first_id: string | null
  /** What the server that refused said, of a bounce. */
  diagnosis: string
}

/** So much of a letter is looked through for its header. */
const HEADER = 256_000

export function envelopeOf(raw: Uint8Array): Envelope {
  const text = Buffer.from(raw.subarray(0, HEADER)).toString('latin1').replaceAll('\r\n', '\n')
  const head = text.slice(0, text.indexOf('\n\n') < 0 ? text.length : text.indexOf('\n\n')).replaceAll(/\n[ \t]+/g, ' ')
  const all = (name: string): string[] =>
    [...head.matchAll(new RegExp(`^${name}:[ \\t]*(.*)$`, 'gim'))].map(([, value = '']) => value.trim())
  const [return_path = ''] = all('return-path')
  return {
    return_path: /<([^<>\s]+@[^<>\s]+)>/.exec(return_path)?.[1] ?? null,
    delivered_to: ['delivered-to', 'x-original-to', 'x-delivered-to', 'envelope-to'].flatMap(all).map(bare),
    forged: isForged(all('authentication-results')[0] ?? ''),
    newsletter: all('list-unsubscribe').length > 0 || /^(?:bulk|list)$/i.test(all('precedence')[0] ?? ''),
    first_id: all('x-microsoft-original-message-id')[0] ?? null,
    diagnosis: diagnosisIn(raw),
  }
}

const bare = (address: string): string => address.replaceAll(/[<>]/g, '').trim()

/** The uppermost field is the receiving server's own; those below could be anybody's. It is believed when it says no. */
const isForged = (results: string): boolean => /\bdmarc=fail\b/i.test(results)

function diagnosisIn(raw: Uint8Array): string {
  const text = Buffer.from(raw.subarray(0, HEADER)).toString('utf8')
  const found =
    /^Diagnostic-Code:[ \t]*(?:[\w-]+;)?[ \t]*(.{1,1000}(?:\r?\n[ \t].{1,1000}){0,10})/im.exec(text)?.[1] ?? ''
  return found.replaceAll(/\s+/g, ' ').trim().slice(0, 500)
}
