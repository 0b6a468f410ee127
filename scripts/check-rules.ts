/** Every rule of a README is cited by a test, and every rule that a test cites is stated. */
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

verdict(faults, `${stated.length} rules, ${all.length} titles`)
