import { createHmac, hkdfSync, timingSafeEqual } from 'node:crypto'

/** Signs of base32 in lower case: names before the @ are lowered by some servers on their way. */
const SIGNS = 'abcdefghijklmnopqrstuvwxyz234567'
/** Of the signature, in signs of five bits: 80 bits. */
const MAC = 16
/** A uuid in such signs. */
const ID = 26
/** The longest name before the @ (RFC 5321). */
const LONGEST_LOCAL = 64

type Purpose = 'letter' | 'dialogue'

/** The Message-ID of a letter of ours: known again, and made by nobody else. */
export const ownMessageId = (secret: string, message_id: string, address: string): string =>
  `<n.${signed(secret, 'letter', message_id)}@${domainOf(address)}>`

/** The id of our message behind a Message-ID; null for one that is not of our making. */
export function messageOfOwnId(secret: string, message_id: string): string | null {
  const token = /^<n\.([a-z2-7]+)@[^<>\s]+>$/.exec(message_id)?.[1]
  return token === undefined ? null : opened(secret, 'letter', token)
}

/** `info+…@firma.by`: what comes there belongs to this dialogue. Null where the name would get too long. */
export function plusAddress(secret: string, conversation_id: string, address: string): string | null {
  const local = address.slice(0, address.lastIndexOf('@'))
  const whole = `${local}+${signed(secret, 'dialogue', conversation_id)}`
  return whole.length > LONGEST_LOCAL ? null : `${whole}@${domainOf(address)}`
}

/** The dialogue that one of the addresses of a letter names; null where none is of our making. */
export function dialogueOfAddresses(secret: string, addresses: readonly string[]): string | null {
  for (const address of addresses) {
    const token = /\+([a-z2-7]+)@[^@\s]+$/i.exec(address)?.[1]
    const id = token === undefined ? null : opened(secret, 'dialogue', token.toLowerCase())
    if (id) return id
  }
  return null
}

const domainOf = (address: string): string => address.slice(address.lastIndexOf('@') + 1).toLowerCase()

const signed = (secret: string, purpose: Purpose, id: string): string => {
  const bytes = Buffer.from(id.replaceAll('-', ''), 'hex')
  return toSigns(bytes) + macOf(secret, purpose, bytes)
}

function opened(secret: string, purpose: Purpose, token: string): string | null {
  if (token.length !== ID + MAC) return null
  const bytes = fromSigns(token.slice(0, ID))
  const [given, right] = [Buffer.from(token.slice(ID)), Buffer.from(macOf(secret, purpose, bytes))]
  if (!timingSafeEqual(given, right)) return null
  const hex = bytes.toString('hex')
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-')
}

function macOf(secret: string, purpose: Purpose, id: Buffer): string {
  const key = Buffer.from(hkdfSync('sha256', secret, '', `naryad mail ${purpose}`, 32))
  return toSigns(createHmac('sha256', key).update(id).digest()).slice(0, MAC)
}

function toSigns(bytes: Buffer): string {
  let [value, bits, text] = [0, 0, '']
  for (const byte of bytes) {
    value = ((value << 8) | byte) & 0xfff
    bits += 8
    while (bits >= 5) {
      bits -= 5
      text += SIGNS[(value >> bits) & 31]
    }
  }
  return bits > 0 ? text + SIGNS[(value << (5 - bits)) & 31] : text
}

function fromSigns(text: string): Buffer {
  let [value, bits] = [0, 0]
  const bytes: number[] = []
  for (const sign of text) {
    value = ((value << 5) | SIGNS.indexOf(sign)) & 0xfff
    bits += 5
    if (bits >= 8) {
      bits -= 8
      bytes.push((value >> bits) & 255)
    }
  }
  return Buffer.from(bytes)
}
