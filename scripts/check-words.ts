/** Catalogues: the same keys and placeholders in every language, plural forms complete, nothing unused, nothing said elsewhere. */
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { catalogues } from './reading/catalogues.ts'
import { keysUsed, spokenElsewhere } from './reading/words-used.ts'
import { verdict } from './tree.ts'

type Token = string | [name: string, kind?: string, cases?: Record<string, unknown>]

const faults = spokenElsewhere()
const languages = await catalogues()
const all = new Set(Object.values(languages).flatMap((words) => [...words.keys()]))
// CLDR's own list for whole numbers and, with `other`, fractions.
const forms: Record<string, string[]> = { ru: ['one', 'few', 'many', 'other'], en: ['one', 'other'] }

/** `{n, plural, …} {day}` → `n plural`, `day`: what the caller has to give. */
function asked(tokens: unknown, at: string, language: string): string[] {
  if (!Array.isArray(tokens)) return []
  return (tokens as Token[]).flatMap((token) => {
    if (!Array.isArray(token)) return []
    const [name, kind = '', cases] = token
    if (kind === 'plural')
      for (const form of forms[language] ?? [])
        if (!cases?.[form]) faults.push(`${at}: the plural of ${name} has no «${form}»`)
    const inside =
      cases && typeof cases === 'object' ? Object.values(cases).flatMap((part) => asked(part, at, language)) : []
    return name === '#' ? [] : [`${name} ${kind === 'plural' ? '' : kind}`.trim(), ...inside]
  })
}

const broken = console.error
for (const key of all) {
  const wanted = new Map<string, string>()
  for (const [language, words] of Object.entries(languages)) {
    const at = `words/${language} ${key}`
    const message = words.get(key)
    if (message === undefined || !message.trim()) faults.push(`${at} is missing`)
    // The compiler of messages logs what it cannot read, and goes on.
    console.error = (why: unknown) => faults.push(`${at}: ${String(why).split('\n')[0]}`)
    if (message) wanted.set(language, [...new Set(asked(compileMessage(message), at, language))].sort().join(', '))
    console.error = broken
  }
  if (new Set(wanted.values()).size > 1)
    faults.push(
      `${key} asks for different values: ${[...wanted].map(([language, names]) => `${language} (${names})`).join(' ')}`,
    )
}

const used = keysUsed()
for (const { key, at } of used.named)
  if (![...all].some((known) => key.test(known))) faults.push(`${at} stands in no catalogue`)
for (const key of all)
  if (!used.texts.has(key) && !used.patterns.some((each) => each.test(key))) faults.push(`${key} is said nowhere`)

verdict(faults, `${all.size} keys in ${Object.keys(languages).join(', ')}`)
