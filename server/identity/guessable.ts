import { wordsFor } from '#words/index.ts'

/** Words that whoever knows of the product tries first. */
const PRODUCT = wordsFor('ru')('password.product_words').split(' ')
/** So many letters beside such words are a word of one's own. */
const OWN_LETTERS = 5

/** Whether a password is made of what others know of a person (IDN-3): his name, his e-mail, his company, the product. */
export function isMadeOf(password: string, known: readonly string[]): boolean {
  const words = [...known.flatMap((text) => lettersIn(text).split(' ')), ...PRODUCT]
  const bare = lettersIn(password).replaceAll(' ', '')
  const left = words
    .filter((word) => word.length >= 4)
    .toSorted((a, b) => b.length - a.length)
    .reduce((rest, word) => rest.replaceAll(word, ''), bare)
  return left !== bare && left.length < OWN_LETTERS
}

const lettersIn = (text: string): string =>
  text
    .toLowerCase()
    .replaceAll(/[^\p{L}]+/gu, ' ')
    .trim()
