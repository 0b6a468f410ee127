/** Every rule of a README is cited by a test, every rule that a test cites is stated, and every endpoint says who may. */
import { allEndpoints } from '#test/endpoints.ts'
import { cited, rules, titles } from './reading/titles.ts'
import { textOf, verdict } from './tree.ts'

const stated = rules(textOf)
const all = titles()
const faults: string[] = []

const homes = new Map<string, string>()
for (const { id, path } of stated) {
  if (homes.has(id)) faults.push(`${id} is stated twice: ${homes.get(id)} and ${path}`)
  homes.set(id, path)
}

const tested = new Set<string>()
// UTF-8, ISO-8601 and such look like rules; only prefixes that some README uses are ours.
const prefixes = new Set(stated.map(({ id }) => id.split('-')[0]))
for (const { path, text } of all)
  for (const id of cited(text).filter((each) => each.includes('-'))) {
    tested.add(id)
    if (!homes.has(id) && (prefixes.has(id.split('-')[0]) || text.startsWith(id)))
      faults.push(`${path}: «${text}» cites ${id}, which no README states`)
  }
for (const { id, path } of stated) if (!tested.has(id)) faults.push(`${path}: no test cites ${id}`)

const MATRIX = 'test/walks/matrix.txt'
const rows = new Set(
  textOf(MATRIX)
    .split('\n')
    .map((line) => line.split(' ')[0]),
)
for (const { name } of await allEndpoints())
  if (!rows.has(name))
    faults.push(`${name} has no row in ${MATRIX}: WRITE_MATRIX=1 node test/walks/matrix.test.ts writes it, to be read`)

verdict(faults, `${stated.length} rules, ${all.length} titles`)
