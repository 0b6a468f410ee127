import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Day, Minor, Nullable, OneOf, Text } from '#contract/endpoint.ts'
import { faultsOf, toSend } from './against.ts'

const body = Type.Object({
  title: Text(10),
  country: OneOf('BY', 'RU'),
  email: Type.Optional(Type.String({ format: 'email' })),
  note: Type.Optional(Nullable(Text(5))),
  from_day: Type.Optional(Day),
  people: Type.Optional(Type.Array(Type.Object({ cost: Minor, n: Type.Integer({ minimum: 1 }) }), { maxItems: 2 })),
})
const faults = (values: Record<string, unknown>) =>
  faultsOf(body as never, toSend(body, values)).map(({ path, code }) => `${path} ${code}`)

test('a right form has no faults; blanks at the ends and empty fields do not count', () => {
  assert.deepEqual(faults({ title: ' Щит ', country: 'BY', email: '', note: '  ', from_day: '' }), [])
  assert.deepEqual(toSend(body, { title: ' Щит ', country: 'BY', email: '', note: '  ' }), {
    title: 'Щит',
    country: 'BY',
    note: null,
  })
})

test('every wrong field is named by its path, with the code the server would give', () => {
  const wrong = {
    title: '',
    country: 'PL',
    email: 'anna@',
    note: 'длинная',
    from_day: '2026-11-31',
    people: [{ cost: '12,5', n: 0 }],
  }
  assert.deepEqual(faults(wrong), [
    'title field.required',
    'country field.not_listed',
    'email field.email',
    'note field.too_long',
    'from_day field.day',
    'people.0.cost field.format',
    'people.0.n field.too_small',
  ])
})
