/** Every code that the server refuses with has a sentence in every language. */
import { catalogues } from './reading/catalogues.ts'
import { refusalCodes } from './reading/refusal-codes.ts'
import { mayBe } from './reading/syntax.ts'
import { verdict } from './tree.ts'

const { codes, unread } = refusalCodes()
const languages = Object.entries(await catalogues()).map(([name, words]) => ({ name, keys: [...words.keys()] }))
const faults = new Set(unread)
for (const { code, at } of codes) {
  const silent = languages.filter(({ keys }) => !keys.some((key) => mayBe(code).test(key)))
  if (silent.length)
    faults.add(`${at}: ${code} has no sentence in ${silent.map(({ name }) => `words/${name}`).join(', ')}`)
}
verdict([...faults], `${new Set(codes.map(({ code }) => code)).size} codes`)
