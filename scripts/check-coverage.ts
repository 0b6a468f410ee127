/** A table, never a failure: which tests and stories stand for each rule and each row (S1–S98) of the story. */
import { cited, rules, titles } from './reading/titles.ts'
import { textOf } from './tree.ts'

const citing = new Map<string, string[]>()
for (const { path, text } of titles())
  for (const id of cited(text)) citing.set(id, [...(citing.get(id) ?? []), `${path}: ${text}`])

function table(ids: string[]): number {
  for (const id of ids) {
    const [first = '—', ...more] = citing.get(id) ?? []
    console.log(`${id.padEnd(8)} ${first}`)
    for (const each of more) console.log(`${' '.repeat(8)} ${each}`)
  }
  return ids.filter((id) => citing.has(id)).length
}

const ids = rules(textOf).map(({ id }) => id)
const rows = Array.from({ length: 98 }, (_, n) => `S${n + 1}`)
console.log('Rules\n')
const ruled = table(ids)
console.log('\nRows of the story\n')
const met = table(rows)
console.log(`\n${ruled} of ${ids.length} rules and ${met} of ${rows.length} rows of the story are cited by a test`)
