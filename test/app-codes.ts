import { createHmac } from 'node:crypto'

const PERIOD_MS = 30_000

/** Six digits (RFC 6238) as an app shows them now, or so many half minutes from now. */
export function codeOf(uri: string, periods = 0): string {
  const secret = new URL(uri).searchParams.get('secret') ?? ''
  const bits = Array.from(secret)
    .map((sign) => 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567'.indexOf(sign).toString(2).padStart(5, '0'))
    .join('')
  const key = Buffer.from((bits.match(/.{8}/g) ?? []).map((byte) => Number.parseInt(byte, 2)))
  const at = Buffer.alloc(8)
  at.writeBigUInt64BE(BigInt(Math.floor(Date.now() / PERIOD_MS) + periods))
  const hash = createHmac('sha1', key).update(at).digest()
  const offset = (hash.at(-1) ?? 0) & 15
  return String((hash.readUInt32BE(offset) & 0x7f_ff_ff_ff) % 1_000_000).padStart(6, '0')
}
