import assert from 'node:assert/strict'
import { test } from 'node:test'
import { Type } from 'typebox'
import { Nullable } from '#contract/endpoint.ts'
import { allEndpoints } from '#test/endpoints.ts'
import { serializer } from './serialize.ts'
import { validator } from './validate.ts'

test('what each endpoint takes and gives can be checked and written, though that is made at its first request', async () => {
  const refused: string[] = []
  for (const { name, endpoint } of await allEndpoints()) {
    for (const [part, schema] of Object.entries({ ...endpoint, querystring: endpoint.query }))
      if (['params', 'querystring', 'body'].includes(part) && schema) validator(schema, part)({})
    try {
      serializer(endpoint.reply)({})
    } catch (error) {
      // An empty reply lacks its fields: said by a serializer that was made.
      if (!/is required/.test(String(error))) refused.push(`${name}: ${String(error)}`)
    }
  }
  assert.deepEqual(refused, [])
})

test('what may be null is written by its own schema, or as null, and what the schema does not name stays inside', () => {
  const person = Type.Object({ name: Type.String(), since: Nullable(Type.String({ format: 'date-time' })) })
  const kind = (word: string) => Type.Object({ kind: Type.Literal(word), [word]: Type.Integer() })
  const write = serializer(
    Type.Object({
      head: Nullable(person),
      heads: Nullable(Type.Array(Nullable(person))),
      last: Nullable(Type.Union([kind('call'), kind('note')])),
      word: Nullable(Type.String()),
    }),
  )
  const anna = { name: 'Анна', since: new Date(0), password: 'secret' }
  assert.deepEqual(JSON.parse(write({ head: anna, heads: [null, anna], last: { kind: 'note', note: 3 }, word: '' })), {
    head: { name: 'Анна', since: '1970-01-01T00:00:00.000Z' },
    heads: [null, { name: 'Анна', since: '1970-01-01T00:00:00.000Z' }],
    last: { kind: 'note', note: 3 },
    word: '',
  })
  const nothing = { head: null, heads: null, last: null, word: null }
  assert.deepEqual(JSON.parse(write(nothing)), nothing)
  assert.throws(() => write({ ...nothing, head: { name: 'Анна' } }), /required/)
})
