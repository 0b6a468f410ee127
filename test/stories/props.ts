import { crc32, deflateSync } from 'node:zlib'
import type { Static } from 'typebox'
import type { Requisites } from '#contract/requisites.ts'

/** Requisites with right check digits, of nobody: for documents of the stories. */
export const SELLER: Static<typeof Requisites> = {
  legal_name: 'Общество с ограниченной ответственностью «ГородСервис»',
  short_name: 'ООО «ГородСервис»',
  tax_number: '191111113',
  legal_address: '220004, г. Минск, ул. Немига, 5',
  bank_name: 'ОАО «Банк»',
  account: 'BY20OLMP31350000001000000933',
  bic: 'OLMPBY2X',
  signatory_name: 'Владимирова А. В.',
  signatory_position: 'Директор',
  signatory_basis: 'Устава',
}

export const BUYER: Static<typeof Requisites> = {
  legal_name: 'Общество с ограниченной ответственностью «Бизнес-центр Немига»',
  short_name: 'ООО «Бизнес-центр Немига»',
  tax_number: '100582333',
  legal_address: '220030, г. Минск, ул. Кальварийская, 41',
  signatory_name: 'Ковалевич М. П.',
  signatory_position: 'Управляющая',
  signatory_basis: 'доверенности',
}

/** A small true picture (PNG, 8 × 8, one colour by its name). */
export function photo(name: string): File {
  const shade = Array.from(name).reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 256
  const row = Buffer.concat([Buffer.from([0]), Buffer.alloc(24, shade)])
  const header = Buffer.from([0, 0, 0, 8, 0, 0, 0, 8, 8, 2, 0, 0, 0])
  const pixels = deflateSync(Buffer.concat(Array.from({ length: 8 }, () => row)))
  const bytes = [SIGNATURE, chunk('IHDR', header), chunk('IDAT', pixels), chunk('IEND', Buffer.alloc(0))]
  return new File(
    bytes.map((part) => new Uint8Array(part)),
    name,
    { type: 'image/png' },
  )
}

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])

function chunk(kind: string, body: Buffer): Buffer {
  const named = Buffer.concat([Buffer.from(kind), body])
  const frame = Buffer.alloc(4)
  frame.writeUInt32BE(body.length)
  const check = Buffer.alloc(4)
  check.writeUInt32BE(crc32(named))
  return Buffer.concat([frame, named, check])
}
