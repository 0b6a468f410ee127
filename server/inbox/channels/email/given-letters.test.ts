import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { type ReceivedMail, readMail } from './read-mail.ts'
import { readOtherwise } from './read-otherwise.ts'

const corpora = new URL('../../../../../shared/corpora/', import.meta.url)

type Person = { name: string; email: string }
type Expected = {
  subject: string
  text: string
  date: string
  message_id: string | null
  in_reply_to: string | null
  references: string | null
  from_values: Person | null
  to_values: Person[]
  cc_values: Person[]
  reply_to_values: Person[]
  attachments: { sha256: string }[]
}
type Case<E> = { id: string; input: string; expected: E }

function given<E>(folder: string): Case<E>[] | null {
  const path = new URL(`${folder}/cases.json`, corpora)
  return existsSync(path) ? (JSON.parse(readFileSync(path, 'utf8')) as Case<E>[]) : null
}
const rawOf = (folder: string, input: string): Buffer => readFileSync(new URL(`${folder}/${input}`, corpora))
const flat = (text: string): string => text.replaceAll(/\s+/g, ' ').trim()

/** Values of a letter in which we and the table of given ones differ. */
function otherwise(mail: ReceivedMail, given_ones: Expected): string[] {
  const ids = (text: string | null): string[] => [...new Set(text?.match(/<[^<>\s]+>/g) ?? [])]
  const people = (list: Person[]): string[][] => list.map(({ name, email }) => [flat(name), email])
  const hashes = (list: { sha256: string }[]): string[] => list.map(({ sha256 }) => sha256).toSorted()
  const { text, date, from_values, message_id, in_reply_to, references, attachments, ...rest } = given_ones
  const pairs: Record<string, [unknown, unknown]> = {
    subject: [flat(mail.subject), flat(rest.subject)],
    date: [mail.date && Date.parse(mail.date), date && !date.startsWith('1900') ? Date.parse(date) : null],
    text: [flat(mail.text), text === '' ? flat(mail.text) : flat(text)],
    from: [people(mail.from ? [mail.from] : []), people(from_values ? [from_values] : [])],
    to: [people(mail.to), people(rest.to_values)],
    cc: [people(mail.cc), people(rest.cc_values)],
    reply_to: [people(mail.reply_to), people(rest.reply_to_values)],
    message_id: [mail.message_id, ids(message_id)[0] ?? message_id],
    in_reply_to: [mail.in_reply_to, ids(in_reply_to)[0] ?? in_reply_to],
    references: [mail.references, ids(references)],
    files: [hashes(mail.attachments), hashes(attachments)],
  }
  return Object.entries(pairs).flatMap(([name, [ours, theirs]]) =>
    JSON.stringify(ours) === JSON.stringify(theirs) ? [] : [name],
  )
}

test('INB-1: each given letter is read, and every value is as given but for those that are explained one by one', async (t) => {
  const cases = given<Expected>('mail-mime')
  if (!cases) return t.skip('the folder of given material is not here')
  const unlike: Record<string, string> = {}
  for (const { id, input, expected } of cases) {
    const mail = await readMail(rawOf('mail-mime', input))
    assert.notEqual(mail.kind, 'malformed', id)
    assert.doesNotMatch(mail.text, /\uFFFD{3}/, id)
    const values = otherwise(mail, expected)
    if (values.length > 0) unlike[id] = values.join(' ')
  }
  const explained = Object.fromEntries(Object.entries(readOtherwise).map(([id, { values }]) => [id, values]))
  assert.deepEqual(unlike, explained)
})

test('INB-6: none of the given letters of machines is taken for a person’s', async (t) => {
  const cases = given<{ kind: string }>('mail-machine')
  if (!cases) return t.skip('the folder of given material is not here')
  const other: string[] = []
  for (const { id, input, expected } of cases) {
    const mail = await readMail(rawOf('mail-machine', input))
    assert.notEqual(mail.kind, 'person', id)
    if (mail.kind === 'bounce') assert.ok(mail.bounced.length > 0, `${id} names whom it did not reach`)
    // «Malformed» there are whole bounces, called so for what a parser of theirs makes of them.
    if (mail.kind !== expected.kind && expected.kind !== 'malformed') other.push(id)
  }
  assert.ok(other.length <= 2, other.join(' '))
})
