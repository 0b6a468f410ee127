import assert from 'node:assert/strict'
import { test } from 'node:test'
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
