import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as orders from '#contract/orders.ts'
import * as portal from '#contract/portal.ts'
import * as tasks from '#contract/tasks.ts'
import { anybody, as, done, type Person } from '#test/as.ts'
import { openAt, uploadAt } from '#test/http.ts'
import { product } from '#test/product.ts'
import { photo } from '#test/stories/props.ts'
import { makeCompany } from '#test/world.ts'
import { linkOf, makeOrder, makeSentOrder, type Sent } from '#test/world/orders.ts'
import { makePerformer } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

const opened = async ({ customer, link_id, secret }: Sent) => done(customer, portal.openLink, { link_id, secret })
const upload = async (person: Person, path: string, name = 'угол.png') => {
  const { url } = await product()
  return uploadAt(url, person, path, photo(name))
}

test('PRT-1: a link opens its order in this browser, which keeps the secret under that link alone', async () => {
  const sent = await makeSentOrder(await makeCompany())
  const { customer, link_id, secret, order } = sent

  const { status, body, headers } = await as(customer, portal.openLink, { link_id, secret })

  assert.equal(status, 200)
  assert.deepEqual([body.number, body.phase, body.viewer.name], [order.number, 'acceptance', order.contact?.name])
  const cookie = headers.getSetCookie().join()
  assert.match(cookie, new RegExp(`^naryad_link=${secret};.*Path=/api/portal/${link_id};.*HttpOnly.*SameSite=Lax`))
  assert.doesNotMatch(cookie, /Secure/)
  assert.deepEqual((await as(customer, portal.getPurchase, { link_id })).body, body)
})

test('PRT-1: a wrong, a withdrawn and no link look the same', async () => {
  const company = await makeCompany()
  const sent = await makeSentOrder(company)
  const { customer, link_id, secret, order } = sent
  await opened(sent)
  await done(company.owner, orders.makeCustomerLink, { order_id: order.id })

  const tries = [
    await as(customer, portal.getPurchase, { link_id }),
    await as(anybody(), portal.getPurchase, { link_id }),
    await as(anybody(), portal.openLink, { link_id, secret }),
    await as(anybody(), portal.openLink, { link_id, secret: 'x'.repeat(32) }),
    await as(anybody(), portal.openLink, { link_id: order.id, secret }),
    await as(company.owner, portal.getPurchase, { link_id }),
  ]

  for (const { status, body } of tries) assert.deepEqual([status, body.code], [401, 'portal.link_missing'])
})

test('PRT-1: a link to one order opens no other of the same customer, and no page of the staff', async () => {
  const company = await makeCompany()
  const first = await makeSentOrder(company)
  const party = { counterparty_id: first.order.counterparty?.id ?? '', contact_id: first.order.contact?.id ?? '' }
  const second = await makeSentOrder(company, party)
  const { customer, link_id, secret } = first
  await opened(first)

  const other = await as(customer, portal.openLink, { link_id: second.link_id, secret })
  assert.equal(other.status, 401)
  const round_id = second.order.rounds[0]?.id ?? ''
  const strange = await as(customer, portal.acceptWork, { link_id, round_id })
  assert.deepEqual([strange.status, strange.body.code], [404, 'round.missing'])
  assert.equal((await as(customer, orders.getOrder, { order_id: first.order.id })).status, 401)
  assert.equal((await done(anybody(), portal.openLink, { link_id, secret })).number, first.order.number)
})

test('PRT-3: photos of the round are shown at the link; nothing else of the company is', async () => {
  const company = await makeCompany()
  const performer = await makePerformer(company)
  const order = await makeOrder(company.owner)
  const { url } = await product()
  const give = { title: 'Монтаж', assignee_ids: [performer.id] }
  const { id: task_id } = await done(company.owner, orders.giveTask, { order_id: order.id, ...give })
  await done(performer, tasks.acceptTask, { task_id })
  await done(performer, tasks.startTask, { task_id })
  const [shown, hidden] = [await storeFor(performer, 'после.png'), await storeFor(performer, 'смета.png')]
  for (const file_id of [shown, hidden]) await done(performer, tasks.addPhoto, { task_id, file_id, stage: 'after' })
  await done(company.owner, tasks.showPhoto, { task_id, file_id: hidden, for_customer: false })
  await done(performer, tasks.logTime, { task_id, day: minskDay(), minutes: 30 })
  await done(performer, tasks.sayDone, { task_id })
  await done(company.owner, tasks.closeTask, { task_id })
  const sent = await done(company.owner, orders.sendToAcceptance, { order_id: order.id })
  const { link_id, secret } = linkOf(sent.url)
  const customer = anybody()
  const seen = await done(customer, portal.openLink, { link_id, secret })

  assert.deepEqual(
    seen.rounds[0]?.photos.map(({ file_id }) => file_id),
    [shown],
  )
  const status = async (person: Person, id: string) =>
    (await openAt(url, person, `/api/portal/${link_id}/files/${id}`)).status
  assert.deepEqual(
    [await status(customer, shown), await status(customer, hidden), await status(anybody(), shown)],
    [200, 404, 401],
  )
  assert.equal((await openAt(url, customer, `/api/files/${shown}`)).status, 401)
})

test('PRT-3: only what the customer sent himself can be hung on a rejection', async () => {
  const company = await makeCompany()
  const sent = await makeSentOrder(company)
  const { customer, link_id } = sent
  const round_id = (await opened(sent)).rounds[0]?.id ?? ''
  const strange = await storeFor(company.owner, 'смета.png')

  const { status, body } = await as(customer, portal.rejectWork, {
    link_id,
    round_id,
    reason: 'quality',
    photo_ids: [strange],
  })

  assert.deepEqual([status, body.code], [404, 'file.missing'])
})

async function storeFor(person: Person, name: string): Promise<string> {
  const answer = await upload(person, '/api/files', name)
  return ((await answer.json()) as { id: string }).id
}
