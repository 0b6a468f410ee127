import assert from 'node:assert/strict'
import { test } from 'node:test'
import { issueDocuments } from '#contract/documents.ts'
import { getOrderTimeline } from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { listen } from '#test/stream.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeIssuer, putIntoPhase } from '#test/world/documents.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makeStaff } from '#test/world/people.ts'
import { told } from '#test/told.ts'

/** An order that she answers for, with its price. */
async function pricedOrder(company: Company, vera: { id: string }) {
  const { owner } = company
  const order = await makeOrder(owner, { responsible_id: vera.id })
  await done(owner, orders.agree, { order_id: order.id, price_model: 'fixed', price: '777300', scope: 'Щит' })
  return order.id
}

/** Every answer in which the sum of an order could stand. */
async function answersTo(person: Person, order_id: string): Promise<string> {
  const all = [
    await done(person, orders.getOrder, { order_id }),
    await done(person, orders.listOrders, {}),
    await done(person, orders.getBoard, {}),
    await done(person, getOrderTimeline, { order_id }),
  ]
  return told(all)
}

test('RGT-3: who reads no money is shown no agreed price, wherever it could stand; the other terms he is', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const order_id = await pricedOrder(company, vera)
  assert.match(await answersTo(company.owner, order_id), /7773/)

  const hers = await answersTo(vera, order_id)
  assert.doesNotMatch(hers, /7773/)
  assert.doesNotMatch(hers, /price_model":"fixed/)
  const card = await done(vera, orders.getOrder, { order_id })
  assert.deepEqual([card.agreement?.scope, card.agreement?.price, card.money], ['Щит', null, null])
})

test('RGT-3: a new version keeps the price that its writer is not shown, and another price is not his to say', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const order_id = await pricedOrder(company, vera)

  const refused = await as(vera, orders.agree, { order_id, price: '1', price_model: 'fixed' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'agreement.price_not_yours'])
  const emptied = await as(vera, orders.agree, { order_id, price: null, price_model: null })
  assert.deepEqual([emptied.status, emptied.body.code], [403, 'agreement.price_not_yours'])
  await done(vera, orders.agree, { order_id, scope: 'Щит и кабель' })

  const { agreement } = await done(company.owner, orders.getOrder, { order_id })
  assert.deepEqual(
    [agreement?.version, agreement?.scope, agreement?.price, agreement?.price_model, agreement?.vat_rate],
    [2, 'Щит и кабель', '777300', 'fixed', 20],
  )
})

test('RGT-3 ORD-11: whoever answers for an order completes it, told that price and act stand and not which', async () => {
  const { company, counterparty_id } = await makeIssuer()
  const { owner } = company
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const { id: order_id } = await makeOrder(owner, { counterparty_id, responsible_id: vera.id })
  await putIntoPhase(company, order_id, 'closing')
  const why = async () => (await done(vera, orders.getOrder, { order_id })).can.complete?.code
  assert.equal(await why(), 'order.amount_unknown')
  await done(owner, orders.agree, { order_id, price_model: 'fixed', price: '777300' })
  assert.equal(await why(), 'order.act_missing')
  await done(owner, issueDocuments, { order_id, kinds: ['invoice', 'act'] })

  assert.doesNotMatch(await answersTo(vera, order_id), /7773/)
  const card = await done(vera, orders.getOrder, { order_id })
  assert.deepEqual([card.documents, card.next_step, card.can.complete], [[], 'complete', null])
  assert.equal((await done(vera, orders.completeOrder, { order_id })).phase, 'done')
})

test('RGT-3: raw SQL and the live stream in the eyes of who reads no money give no price and no fact about one', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member', 'Вера Олешко')
  const stream = await listen(vera)
  const order_id = await pricedOrder(company, vera)
  const { process } = await product()
  const eyes = {
    kind: 'staff',
    company_id: company.id,
    subject_id: vera.id,
    only_order_id: null,
    sight: { own: [vera.id], led: [], pools: [] },
  } as const
  const seen = await inTransaction(process.doorway, eyes, {
    read_only: true,
    run: async (db) => ({
      terms: (await db.selectFrom('agreements').select('priced').execute()).map(({ priced }) => priced),
      prices: await db.selectFrom('agreement_prices').selectAll().execute(),
      facts: (await db.selectFrom('events').select('name').where('subject_id', '=', order_id).execute()).map(
        ({ name }) => name,
      ),
    }),
  })
  assert.deepEqual([seen.terms, seen.prices], [[true], []])
  assert.ok(seen.facts.includes('order.agreed') && !seen.facts.includes('order.priced'))
  const { id } = await done(company.owner, getOrderTimeline, { order_id }).then(({ rows }) => rows[0]!)
  const heard = (await stream.until(id)).map(({ data }) => data.name)
  stream.end()
  assert.ok(heard.includes('order.agreed') && !heard.includes('order.priced'))
})
