import { createCipheriv, createDecipheriv, hkdfSync, randomBytes } from 'node:crypto'

const FORM = 'v1'

/**
 * A secret as it lies in the database: AES-256-GCM under a key that comes of the product's own secret, so that a copy
 * of the database alone opens no mailbox. `place` is part of the seal: moved to another row it does not open.
 */
export function seal(secret: string, place: string, value: object): string {
  const nonce = randomBytes(12)
  const cipher = createCipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(place))
  const body = Buffer.concat([cipher.update(JSON.stringify(value), 'utf8'), cipher.final()])
  return [FORM, ...[nonce, cipher.getAuthTag(), body].map((part) => part.toString('base64url'))].join('.')
}

/** What `seal` closed; null when the product's secret is another one by now, or the text was tampered with. */
export function unseal(secret: string, place: string, sealed: string): Record<string, unknown> | null {
  const [form, ...parts] = sealed.split('.')
  const [nonce, tag, body] = parts.map((part) => Buffer.from(part, 'base64url'))
  if (form !== FORM || !nonce || !tag || !body) return null
  try {
    const decipher = createDecipheriv('aes-256-gcm', keyOf(secret), nonce).setAAD(Buffer.from(place)).setAuthTag(tag)
    return JSON.parse(Buffer.concat([decipher.update(body), decipher.final()]).toString('utf8')) as Record<
      string,
      unknown
    >
  } catch {
    return null
  }
}

const keyOf = (secret: string): Buffer => Buffer.from(hkdfSync('sha256', secret, '', 'naryad sealed', 32))
