import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/documents.ts'
import { getOrder, giveTask } from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { type Issuer, makeAgreedOrder, makeIssuer, putIntoPhase } from '#test/world/documents.ts'
import { inside } from '#test/world/inside.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { makeCompany } from '#test/world.ts'

test('DOC-8 S56: an invoice may go out from the settling of terms on, an act when the customer has accepted', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const { id: order_id, number } = await makeAgreedOrder(issuer)

  const invoice = await done(owner, contract.issueDocuments, { order_id, kinds: ['invoice'] })
  assert.deepEqual(
    invoice.documents.map(({ kind, total, order }) => [kind, total, order?.number]),
    [['invoice', '186000', number]],
  )
  const early = await as(owner, contract.issueDocuments, { order_id, kinds: ['act'] })
  assert.deepEqual([early.status, early.body.code], [409, 'document.act_before_acceptance'])

  await putIntoPhase(issuer.company, order_id, 'closing')
  const { documents } = await done(owner, contract.issueDocuments, { order_id, kinds: ['act', 'invoice'] })
  assert.deepEqual(
    documents.map(({ kind, number: own }) => [kind, own]),
    [
      ['invoice', '2'],
      ['act', '1'],
    ],
  )
  const card = await done(owner, getOrder, { order_id })
  assert.equal(card.documents.length, 3)
  const told = await namesOf(issuer, order_id)
  assert.equal(told.filter((name) => name === 'order.documents_issued').length, 2)
})

const namesOf = ({ company }: Issuer, subject_id: string) =>
  inside(company, async ({ db }) => {
    const rows = await db
      .selectFrom('events')
      .select('name')
      .where('subject_id', '=', subject_id)
      .orderBy('id')
      .execute()
    return rows.map(({ name }) => name)
  })

test('DOC-8: without a price there is nothing to issue; lines of one’s own may be given', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const { id: order_id } = await makeAgreedOrder(issuer, { price_model: 'hourly', price: '6000' })
  const proposal = await done(owner, contract.proposeDocuments, { order_id })
  assert.deepEqual([proposal.lines, proposal.total], [[], '0'])
  const { status, body } = await as(owner, contract.issueDocuments, { order_id, kinds: ['invoice'] })
  assert.deepEqual([status, body.code], [409, 'document.nothing_agreed'])
  const lines = [{ name: 'Аванс', unit: 'усл.', quantity: '1', price: '50000', vat_rate: null }]
  const { documents } = await done(owner, contract.issueDocuments, { order_id, kinds: ['invoice'], lines })
  assert.deepEqual([documents[0]?.total, documents[0]?.vat], ['50000', '0'])
})

test('DOC-9: the line names what was agreed; its sum is the amount on the card, to the kopeck', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const fixed = await makeAgreedOrder(issuer, { scope: 'Демонтаж\nи монтаж короба' })
  const proposal = await done(owner, contract.proposeDocuments, { order_id: fixed.id })
  assert.deepEqual(
    proposal.lines.map(({ name, unit, quantity, price }) => [name, unit, quantity, price]),
    [['Демонтаж и монтаж короба', 'усл.', '1', '186000']],
  )
  assert.match(proposal.basis, new RegExp(`^Заказ № ${fixed.number} от \\d{1,2}\\s[а-я]+\\s\\d{4}\\sг\\.$`, 'u'))
  assert.equal(proposal.total_in_words, 'Одна тысяча восемьсот шестьдесят белорусских рублей 00 копеек')

  const performer = await makePerformer(issuer.company, { cost_per_hour: '1200' })
  for (const [minutes, unit, quantity] of [
    [150, 'ч', '2.5'],
    [100, 'усл.', '1'],
  ] as const) {
    const { id: order_id } = await makeAgreedOrder(issuer, { price_model: 'hourly', price: '3333' })
    const task = await done(owner, giveTask, { order_id, title: 'Короб', assignee_ids: [performer.id] })
    await done(owner, tasks.logTime, { task_id: task.id, day: minskDay(), minutes, member_id: performer.id })
    const { lines, total } = await done(owner, contract.proposeDocuments, { order_id })
    assert.deepEqual(
      lines.map((line) => [line.unit, line.quantity]),
      [[unit, quantity]],
    )
    assert.equal(total, (await done(owner, getOrder, { order_id })).money?.amount)
  }
})

test('DOC-2: of many who issue the act at once one does and the others are told why', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const { id: order_id } = await makeAgreedOrder(issuer)
  await putIntoPhase(issuer.company, order_id, 'closing')
  const replies = await race(5, () => as(owner, contract.issueDocuments, { order_id, kinds: ['act'] }))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409, 409, 409, 409],
  )
  assert.equal(replies.find(({ status }) => status === 409)?.body.code, 'document.act_exists')
})

test('DOC-10 DOC-6: a document of a completed order stays; the list says which order each is of', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const { id: order_id, number } = await makeAgreedOrder(issuer)
  await putIntoPhase(issuer.company, order_id, 'closing')
  const { documents } = await done(owner, contract.issueDocuments, { order_id, kinds: ['invoice', 'act'] })
  const [invoice, act] = documents
  const gone = await done(owner, contract.voidDocument, { document_id: invoice!.id, reason: 'Ошибка' })
  assert.deepEqual([gone.state, gone.void_reason, gone.order?.number], ['void', 'Ошибка', number])

  await putIntoPhase(issuer.company, order_id, 'done')
  const late = await as(owner, contract.voidDocument, { document_id: act!.id, reason: 'Ошибка' })
  assert.deepEqual([late.status, late.body.code], [409, 'document.order_ended'])
  const { rows } = await done(owner, contract.listDocuments, { order_id })
  assert.deepEqual(
    rows.map(({ kind, order, can }) => [kind, order?.number, can.void?.code]),
    [
      ['act', number, 'document.order_ended'],
      ['invoice', number, 'document.already_void'],
    ],
  )
  assert.deepEqual(
    (await done(owner, contract.listDocuments, { kind: 'act' })).rows.map(({ id }) => id),
    [act!.id],
  )
})

test('DOC-7: performers and people without the right get none of it, another company finds nothing', async () => {
  const issuer = await makeIssuer()
  const { company } = issuer
  const { id: order_id } = await makeAgreedOrder(issuer)
  const { documents } = await done(company.owner, contract.issueDocuments, { order_id, kinds: ['invoice'] })
  const document_id = documents[0]!.id
  const [performer, member, other] = [
    await makePerformer(company),
    await makeStaff(company, 'member'),
    await makeCompany(),
  ]
  const codes = async (person: typeof performer | typeof other.owner) => [
    (await as(person, contract.proposeDocuments, { order_id })).body.code,
    (await as(person, contract.issueDocuments, { order_id, kinds: ['invoice'] })).body.code,
    (await as(person, contract.voidDocument, { document_id, reason: '-' })).body.code,
  ]
  assert.deepEqual(await codes(performer), ['door.staff', 'door.staff', 'door.staff'])
  assert.deepEqual(await codes(member), ['document.not_yours', 'order.missing', 'document.missing'])
  assert.deepEqual(await codes(other.owner), ['order.missing', 'order.missing', 'document.missing'])
})
