import assert from 'node:assert/strict'
import { test } from 'node:test'
import { setWatcher } from '#contract/order-watchers.ts'
import { changeOrder } from '#contract/orders.ts'
import { changeCompany } from '#contract/people.ts'
import { done } from '#test/as.ts'
import { listen, type Message } from '#test/stream.ts'
import { makeCompany } from '#test/world.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makeStaff } from '#test/world/people.ts'

type Stream = Awaited<ReturnType<typeof listen>>

/** What is heard until this order is changed. Facts come in the order of their commits; older ones may come again. */
async function heardUntil({ next }: Stream, order_id: string): Promise<Set<string | undefined>> {
  const heard: Message[] = []
  const over = () => heard.some(({ data }) => data.subject_id === order_id && data.name === 'order.changed')
  while (!over()) heard.push(await next())
  return new Set(heard.map(({ data }) => data.subject_id))
}

test('RGT-1: a live stream tells a member of the orders that reach him, from the moment when they do', async () => {
  const company = await makeCompany()
  const vera = await makeStaff(company, 'member')
  const [hidden, watched] = [await makeOrder(company.owner), await makeOrder(company.owner)]
  await done(company.owner, setWatcher, { order_id: watched.id, member_id: vera.id, watches: true })
  const stream = await listen(vera)
  await stream.next()

  for (const { id } of [hidden, watched]) await done(company.owner, changeOrder, { order_id: id, title: 'Щит' })

  const heard = await heardUntil(stream, watched.id)
  assert.ok(!heard.has(hidden.id))
  stream.end()
})

test('RGT-1 RGT-2: a manager whose company closes its orders hears of his own and of no others, at once', async () => {
  const company = await makeCompany()
  const [olga, boris] = [await makeStaff(company), await makeStaff(company, 'manager', 'Борис')]
  const [hers, his] = [await makeOrder(olga), await makeOrder(boris)]
  await done(company.owner, changeCompany, { orders_open: false })
  const stream = await listen(olga)
  await stream.next()

  await done(boris, changeOrder, { order_id: his.id, title: 'Щит' })
  await done(olga, changeOrder, { order_id: hers.id, title: 'Короб' })

  const heard = await heardUntil(stream, hers.id)
  assert.ok(!heard.has(his.id))
  stream.end()
})
