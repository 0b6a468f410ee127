let common: Set<string> | undefined

/** Read when somebody first chooses a password: it is forty thousand words. */
async function commonWords(): Promise<ReadonlySet<string>> {
  const { dictionary } = await import('@zxcvbn-ts/language-common')
  return (common ??= new Set(dictionary['passwords-common'].map((word) => String(word).toLowerCase())))
}

/**
 * Whether a password is one that guessers try first: a common one, also with digits or signs put behind it to make it
 * long; a few signs over and over; a row of digits.
 */
export async function isCommon(password: string): Promise<boolean> {
  const words = await commonWords()
  const bare = password.trim().toLowerCase()
  const word = bare.replace(/[^\p{L}]+$/u, '')
  return (
    words.has(bare) ||
    words.has(word) ||
    /^(.{1,3})\1+$/.test(bare) ||
    '01234567890123456789'.includes(bare) ||
    '98765432109876543210'.includes(bare)
  )
}
