import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Endpoint, EndpointShape } from '#contract/endpoint.ts'
import { anybody, as, type Person } from '#test/as.ts'
import { allEndpoints, type Named } from '#test/endpoints.ts'
import { eventsOfCompany } from './events-of-company.ts'
import { furnished, type Furnished } from './furnished.ts'
import { idFields, type Ids, sampleOf } from './sample.ts'

/** What a request may be answered when a thing it names is not there for who asks. */
const CLOSED = [401, 403, 404]

const inputOf = ({ params, query, body }: EndpointShape, ids: Ids, own: Ids = ids) => ({
  ...sampleOf(params, ids),
  ...sampleOf(query, own),
  ...sampleOf(body, own),
})

const ask = (person: Person, endpoint: Endpoint, input: object) => as(person, endpoint as EndpointShape, input as never)

test('S93: without a session every endpoint but the open doors is shut', async () => {
  const { ids } = await furnished()
  const shut = (await allEndpoints()).filter(({ endpoint }) => endpoint.door !== 'open')
  for (const { name, endpoint } of shut) {
    const { status } = await ask(anybody(), endpoint, inputOf(endpoint, ids))
    assert.equal(status, 401, `${name}: ${status}`)
  }
  console.log(`${shut.length} endpoints asked without a session: 401 from each`)
})

test("S93: another company's id in an address is not there, and leaves no trace", async () => {
  const [ours, theirs] = [await furnished(), await furnished()]
  const before = await eventsOfCompany(theirs.company.id)
  const named = (await allEndpoints()).filter(({ endpoint }) => idFields(endpoint.params).length > 0)
  for (const { name, endpoint } of named) {
    const { status, body } = await ask(ours.company.owner, endpoint, inputOf(endpoint, theirs.ids, ours.ids))
    assert.ok(CLOSED.includes(status), `${name}: ${status} ${JSON.stringify(body)}`)
  }
  assert.equal(await eventsOfCompany(theirs.company.id), before)
  console.log(`${named.length} endpoints asked with the other company's ids: 404 or shut, no trace`)
})

test("S93: another company's id in a body or a filter does nothing and shows nothing", async () => {
  const [ours, theirs] = [await furnished(), await furnished()]
  const before = await eventsOfCompany(theirs.company.id)
  let asked = 0
  for (const one of await allEndpoints()) asked += await tryFields(one, ours, theirs)
  assert.equal(await eventsOfCompany(theirs.company.id), before)
  assert.ok(asked > 20)
  console.log(`${asked} fields tried with the other company's ids`)
})

async function tryFields({ name, endpoint }: Named, ours: Furnished, theirs: Furnished): Promise<number> {
  const fields = [...idFields(endpoint.body), ...idFields(endpoint.query)]
  for (const field of fields) {
    const single = field.replace(/_ids$/, '_id')
    const mixed = { ...sampleOf(endpoint.query, ours.ids, true), ...sampleOf(endpoint.body, ours.ids, true) }
    const foreign = theirs.ids[single]
    assert.ok(foreign, `${name}: the walk knows no ${single}`)
    const value = Array.isArray(mixed[field]) ? [foreign] : foreign
    const input = { ...sampleOf(endpoint.params, ours.ids), ...mixed, [field]: value }
    const { status, body } = await ask(ours.company.owner, endpoint, input)
    const shown = JSON.stringify(body).includes(foreign)
    if (endpoint.method === 'GET') assert.ok(!shown, `${name} ${field} shows it: ${JSON.stringify(body)}`)
    else assert.ok(status >= 400, `${name} ${field}: ${status}`)
  }
  return fields.length
}
