import { dictionary } from '@zxcvbn-ts/language-common'

const COMMON = new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase()))

/**
 * Whether a password is one that guessers try first: a common one, also with digits or signs put behind it to make it
 * long; a few signs over and over; a row of digits.
 */
export function isCommon(password: string): boolean {
  const bare = password.trim().toLowerCase()
  const word = bare.replace(/[^\p{L}]+$/u, '')
  return (
    COMMON.has(bare) ||
    COMMON.has(word) ||
    /^(.{1,3})\1+$/.test(bare) ||
    '01234567890123456789'.includes(bare) ||
    '98765432109876543210'.includes(bare)
  )
}
