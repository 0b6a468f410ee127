import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import { changeOrder } from '#contract/orders.ts'
import * as contract from '#contract/history.ts'
import { as, done, type Person } from '#test/as.ts'
import { inside } from '#test/world/inside.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeOrder } from '#test/world/orders.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { makeTask } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

const found = async (person: Person, text: string) => (await done(person, contract.search, { text })).rows
const kindsOf = async (person: Person, text: string) =>
  (await found(person, text)).map(({ kind, id }) => `${kind} ${id}`)

test('HIS-3 S40: an order and a task are found by number, with or without its sign', async () => {
  const company = await makeCompany()
  const order = await makeOrder(company.owner, { title: 'Светильники в холле' })
  const task = await makeTask(company.owner, [await addPerformer(company)])
  for (const text of [String(order.number), `№${order.number}`, `№ ${order.number}`]) {
    const [first] = await found(company.owner, text)
    assert.deepEqual(
      [first?.kind, first?.id, first?.title],
      ['order', order.id, `№ ${order.number} Светильники в холле`],
    )
  }
  assert.ok((await kindsOf(company.owner, String(task.number))).includes(`task ${task.id}`))
})

test('HIS-3: an order is found by words of its title and request, in any form, up to the beginning of the last', async () => {
  const company = await makeCompany()
  const { owner } = company
  const sign = await makeOrder(owner, {
    title: 'Подключить световой короб',
    request: 'Нужны два электрика на Кальварийскую',
  })
  const shed = await makeOrder(owner, { title: 'Ремонт тёплого пола', request: 'Филипенко 12, нет горячей воды' })
  const orders = async (text: string) =>
    (await found(owner, text)).filter(({ kind }) => kind === 'order').map(({ id }) => id)
  for (const text of ['световых коробов', 'короба', 'СВЕТОВОЙ кор', 'электрики', 'кальварийская', 'подключ'])
    assert.deepEqual(await orders(text), [sign.id], text)
  for (const text of ['теплый пол', 'горячая вода', 'филипенко 12', 'пол'])
    assert.deepEqual(await orders(text), [shed.id], text)
  for (const text of ['короб вода', 'крыша', '%', "'; drop table orders --", 'п'])
    assert.deepEqual(await orders(text), [], text)

  await done(owner, changeOrder, { order_id: sign.id, title: 'Заменить вывеску' })
  assert.deepEqual([await orders('вывеска'), await orders('короб')], [[sign.id], []])
})

test('HIS-3 S31: a customer is found by name, his people by name and by digits of the phone', async () => {
  const company = await makeCompany()
  const { owner } = company
  const customer = await makeCounterparty(owner, {
    name: 'ЗАО «Королёвский двор»',
    contact: { name: 'Ирина Ковалёва', phone: '+375 29 765-43-21' },
  })
  const performer = await addPerformer(company, { name: 'Семён Лис', phone: '+375 44 111-22-33' })
  const [contact] = customer.contacts
  assert.deepEqual((await kindsOf(owner, 'королевский дв'))[0], `counterparty ${customer.id}`)
  assert.ok((await kindsOf(owner, 'Ковалева Ирина')).includes(`contact ${contact?.id}`))
  const byPhone = await found(owner, '765-43-21')
  const person = byPhone.find(({ kind }) => kind === 'contact')
  assert.deepEqual(
    [person?.id, person?.counterparty_id, person?.detail],
    [contact?.id, customer.id, '+375 29 765 43 21 · ЗАО «Королёвский двор»'],
  )
  assert.ok((await kindsOf(owner, '1112233')).includes(`member ${performer.id}`))
  assert.ok((await kindsOf(owner, 'семен')).includes(`member ${performer.id}`))
})

test('HIS-3: at most twelve are found', async () => {
  const company = await makeCompany()
  for (let count = 0; count < 8; count += 1) {
    await makeOrder(company.owner, { title: 'Лидер рынка' })
    await addPerformer(company, { name: `Лидер ${count}` })
    await makeCounterparty(company.owner, { name: `Лидер ${count}`, contact: { name: `Лидер ${count}` } })
  }
  assert.equal((await found(company.owner, 'лидер')).length, 12)
})

test('HIS-2: nobody finds what he may not see', async () => {
  const company = await makeCompany()
  const order = await makeOrder(company.owner, { title: 'Кровля' })
  const [performer, member, other] = [
    await makePerformer(company),
    await makeStaff(company, 'member'),
    await makeCompany(),
  ]
  assert.equal((await as(performer, contract.search, { text: 'кровля' })).body.code, 'door.staff')
  for (const person of [member, other.owner])
    for (const text of ['кровля', String(order.number)])
      assert.ok(!(await kindsOf(person, text)).includes(`order ${order.id}`))
})

test('HIS-3: the words are reached by an index behind the wall, and nothing beyond it', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  await makeOrder(company.owner, { title: 'Кровля' })
  const plan = await inside(company, async ({ db }) => {
    await sql`set local enable_seqscan = off`.execute(db)
    const { rows } = await sql<{ 'QUERY PLAN': string }>`explain select number from order_words
      where company_id = ${company.id} and word >= 'кр' and word < ${`кр${String.fromCodePoint(0x10ffff)}`}`.execute(db)
    return rows.map((row) => row['QUERY PLAN']).join('\n')
  })
  assert.match(plan, /Index Cond: .*word >= 'кр'/)
  const theirs = await inside(other, ({ db }) =>
    db.selectFrom('order_words').selectAll().where('word', '=', 'кровл').execute(),
  )
  assert.deepEqual(theirs, [])
})
