import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setupI18n } from '@lingui/core'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { en } from '#words/en/index.ts'
import type { Values } from '#words/index.ts'
import { ru } from '#words/ru/index.ts'
import { type Message, say } from './say.ts'

const NUMBERS = [0, 1, 2, 5, 11, 21, 1234, 1_234_567]

/** Values for whatever a message names: each number for its plurals, each word of its choices. */
function samples(message: Message): Values[] {
  const names = new Map<string, (string | number)[]>()
  const look = (tokens: Message): void => {
    for (const token of tokens) {
      if (typeof token === 'string') continue
      const [name, kind, cases] = token
      if (kind === 'select') names.set(name, [...(names.get(name) ?? []), ...Object.keys(cases ?? {})])
      else if (kind === 'plural') names.set(name, NUMBERS)
      else if (!names.has(name)) names.set(name, ['кран'])
      for (const one of Object.values(cases ?? {})) if (Array.isArray(one)) look(one)
    }
  }
  look(message)
  const most = Math.max(1, ...[...names.values()].map((all) => all.length))
  return Array.from({ length: most }, (_, n) =>
    Object.fromEntries([...names].map(([name, all]) => [name, all[n % all.length] ?? ''])),
  )
}

for (const [locale, catalogue] of [
  ['ru', ru],
  ['en', en],
] as const) {
  test(`every message in ${locale} is said as the library that compiled it says it`, () => {
    const compiled = Object.entries(catalogue).map(([key, text]) => [key, compileMessage(text)] as const)
    const i18n = setupI18n({ locale, messages: { [locale]: Object.fromEntries(compiled) } })
    let said = 0
    for (const [key, message] of compiled) {
      for (const values of samples(message as Message)) {
        const ours = say(message as Message, values, locale)
        assert.equal(ours, i18n._(key, values), `${key} of ${JSON.stringify(values)}`)
        said++
      }
    }
    assert.ok(said > compiled.length)
  })
}

test('a choice inside a plural still counts, a part of a number keeps its point', () => {
  const text =
    '{n, plural, one {# {of, select, task {задача} other {вещь}}} few {# {of, select, task {задачи: #} other {вещи}}} other {# задачи}}'
  const message = compileMessage(text) as Message
  assert.equal(say(message, { n: 3, of: 'task' }, 'ru'), '3 задачи: 3')
  assert.equal(say(message, { n: 1.5, of: 'task' }, 'ru'), '1,5 задачи')
})
