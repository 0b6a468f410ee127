import assert from 'node:assert/strict'
import { test } from 'node:test'
import { addContact } from '#contract/counterparties.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { addContract } from '#contract/parties/contracts.ts'
import { getCounterpartyHistory, type HistoryFilter, type HistoryLine } from '#contract/parties/history.ts'
import { agree, giveTask } from '#contract/orders.ts'
import * as tasks from '#contract/tasks.ts'
import { as, done, open, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { inside } from '#test/world/inside.ts'
import { arrive, dialogue, makeChannel, message } from '#test/world/inbox.ts'
import { mergeCards } from '#test/world/merging.ts'
import { makeOrder } from '#test/world/orders.ts'
import { giveOwnRole, makePerformer, makeStaff } from '#test/world/people.ts'
import { gather } from './print-history.ts'
import { speakerOf } from './speaker.ts'

const PHONE = '+375291234567'
const from = (value: string, name: string, phone?: string) => ({
  sender: {
    kind: 'telegram' as const,
    value,
    name,
    ...(phone !== undefined && { proven: [{ kind: 'phone' as const, value: phone }] }),
  },
  thread: { key: `chat ${value}` },
})
const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)

/** «Европа» with a talk, an order with a task and its words, and a stranger's talk beside it. */
async function makePast() {
  const company = await makeCompany()
  const { owner } = company
  const party = await makeCounterparty(owner, {
    name: 'ТЦ «Европа»',
    contact: { name: 'Ирина Ковалёва', phone: PHONE },
  })
  const channel = await makeChannel(company)
  const irina = from('1', 'Аня', PHONE)
  await arrive(
    channel,
    message({ ...irina, text: 'Сломались светильники в паркинге', sent_at: ago(30), position: 1 }),
    message({ ...irina, text: 'Ещё и щиток искрит', sent_at: ago(30), position: 2 }),
    message({ ...from('2', 'Борис'), text: 'Прочистите ливнёвку', sent_at: ago(20) }),
  )
  const talk = await dialogue(owner, { search: 'паркинге' })
  await done(owner, inbox.noteConversation, { conversation_id: talk.id, text: 'Спорный заказчик', file_ids: [] })
  const [contact, site] = [party.contacts[0]!, party.sites[0]!]
  const order = await makeOrder(owner, { counterparty_id: party.id, contact_id: contact.id, site_id: site.id })
  const performer = await makePerformer(company, { name: 'Иван Мороз' })
  const { id: task_id } = await done(owner, giveTask, {
    order_id: order.id,
    title: 'Паркинг',
    assignee_ids: [performer.id],
  })
  await done(performer, tasks.acceptTask, { task_id })
  await done(performer, tasks.comment, { task_id, text: 'Где щит?', is_question: true })
  return { company, owner, party, contact, site, talk, order, channel, irina }
}

const historyOf = async (person: Person, counterparty_id: string, filter: HistoryFilter = {}) =>
  (await done(person, getCounterpartyHistory, { counterparty_id, ...filter })).rows

/** What a line is, in a word: what was said, or the name of the fact. */
const gist = ({ fact, message: said }: HistoryLine): string => said?.text ?? fact?.name ?? ''

test('HIS-8 S5 S86: messages, notes, facts of orders and tasks stand in one history, newest first, nobody else’s in it', async () => {
  const { owner, party, order, talk } = await makePast()
  const rows = await historyOf(owner, party.id)
  const told = rows.map(gist)
  assert.deepEqual(told.slice(0, 2), ['task.asked', 'task.accepted'])
  assert.deepEqual(told.slice(-2), ['Ещё и щиток искрит', 'Сломались светильники в паркинге'])
  assert.ok(told.includes('order.created') && told.includes('counterparty.added') && told.includes('Спорный заказчик'))
  assert.ok(!told.includes('Прочистите ливнёвку'))
  // Each line leads to its record.
  const asked = rows[0]!
  assert.deepEqual([asked.order?.number, asked.fact?.comment?.text], [order.number, 'Где щит?'])
  assert.deepEqual(rows.at(-1)?.dialogue, { id: talk.id, channel: 'telegram', title: talk.title })
})

test('HIS-8: kinds, a contact, a site, days and words choose among the lines', async () => {
  const { owner, party, contact, site } = await makePast()
  const second = await done(owner, addContact, { counterparty_id: party.id, name: 'Олег Лис', phone: '+375291112233' })
  const ask = async (filter: HistoryFilter) => (await historyOf(owner, party.id, filter)).map(gist)
  assert.deepEqual(await ask({ kind: 'talk' }), [
    'Спорный заказчик',
    'Ещё и щиток искрит',
    'Сломались светильники в паркинге',
  ])
  assert.deepEqual(await ask({ kind: 'call' }), [])
  assert.ok((await ask({ kind: 'order' })).every((name) => /^(order|task)\./.test(name)))
  assert.ok((await ask({ kind: 'card' })).every((name) => name.startsWith('counterparty.')))
  assert.deepEqual(await ask({ search: 'ПАРКИНГЕ светильники' }), ['Сломались светильники в паркинге'])
  assert.deepEqual(await ask({ search: 'щит?' }), ['task.asked'])
  assert.deepEqual(await ask({ till: '2020-01-01' }), [])
  const hers = await ask({ contact_id: contact.id })
  assert.ok(hers.includes('Ещё и щиток искрит') && hers.includes('order.created'), hers.join(' '))
  const his = await ask({ contact_id: second.id })
  assert.deepEqual(his, ['counterparty.contact_added'])
  const there = await ask({ site_id: site.id })
  assert.ok(there.includes('order.created') && !there.includes('Ещё и щиток искрит'), there.join(' '))
})

test('HIS-8: a long past comes in pages, none lost and none twice; the number of queries does not grow', async () => {
  const { owner, party, channel, irina } = await makePast()
  const first = await queriesOf(() => historyOf(owner, party.id))
  const many = Array.from({ length: 120 }, (_, i) =>
    message({ ...irina, text: `слово ${i}`, sent_at: ago(10), position: 10 + i }),
  )
  await arrive(channel, ...many)
  const seen: string[] = []
  for (let after: string | undefined, page = 0; page === 0 || after; page++) {
    const { rows, next } = await done(owner, getCounterpartyHistory, {
      counterparty_id: party.id,
      kind: 'talk',
      ...(after && { after }),
    })
    seen.push(...rows.map(gist))
    after = next ?? undefined
  }
  const words = seen.filter((text) => text.startsWith('слово'))
  assert.deepEqual(words, many.map(({ text }) => text).toReversed())
  const now = await queriesOf(() => historyOf(owner, party.id))
  assert.equal(now.length, first.length)
})

test('HIS-8 S93: without dialogues, money or the order their lines are not there; another company finds nothing', async () => {
  const { company, owner, party, order } = await makePast()
  await done(owner, addContract, { counterparty_id: party.id, number: '17-А', signed_on: '2026-01-15' })
  await done(owner, agree, { order_id: order.id, price_model: 'fixed', price: '50000' })
  assert.ok((await historyOf(owner, party.id)).map(gist).includes('counterparty.contract_added'))

  const reader = await makeStaff(company)
  await giveOwnRole(company, reader.id, ['orders.read', 'orders.all'])
  const read = (await historyOf(reader, party.id)).map(gist)
  assert.ok(read.includes('order.created'), read.join(' '))
  const shut = ['Ещё и щиток искрит', 'Спорный заказчик', 'counterparty.contract_added', 'order.priced']
  assert.deepEqual(
    shut.filter((line) => read.includes(line)),
    [],
  )

  const narrow = await makeStaff(company)
  await giveOwnRole(company, narrow.id, ['orders.read', 'counterparties.manage'], 'Узкий')
  const own = (await historyOf(narrow, party.id)).map(gist)
  assert.ok(own.includes('counterparty.added') && !own.some((name) => /^(order|task)\./.test(name)), own.join(' '))

  const stranger = await makeCompany()
  const answer = await as(stranger.owner, getCounterpartyHistory, { counterparty_id: party.id })
  assert.equal(answer.status, 404)
})

test('HIS-8 CPT-18: what was told of a card that was merged stands in the history of the one that remains', async () => {
  const { owner, party } = await makePast()
  const twice = await makeCounterparty(owner, { name: 'Европа, торговый центр' })
  await mergeCards(owner, { kind: 'counterparty', kept: party, gone: twice })
  const added = (await historyOf(owner, party.id)).flatMap(({ fact }) =>
    fact?.name === 'counterparty.added' ? [fact.facts['name']] : [],
  )
  assert.deepEqual(added, ['Европа, торговый центр', 'ТЦ «Европа»'])
})

test('HIS-9: the print has every word of both sides in its order, and what is the house’s only when asked for', async () => {
  const { company, owner, party, channel, irina } = await makePast()
  await arrive(channel, message({ ...irina, text: 'Щит больше не искрит', position: 3, sent_at: ago(5) }))
  const clerk = speakerOf('ru', 'Europe/Minsk')
  const linesIn = (more: object) =>
    inside(company, async (ctx) => {
      const { data } = await gather(ctx, { counterparty_id: party.id, ...more }, clerk)
      return data.days.flatMap(({ lines }) => lines.map(({ text }) => text))
    })
  const outward = await linesIn({})
  assert.deepEqual(outward.slice(0, 2), ['Сломались светильники в паркинге', 'Ещё и щиток искрит'])
  assert.ok(
    outward.some((text) => /^создан заказ № \d+/.test(text)),
    outward.join('\n'),
  )
  assert.ok(!outward.some((text) => /Спорный заказчик|Где щит/.test(text)), outward.join('\n'))
  const whole = (await linesIn({ inside: true })).join('\n')
  assert.match(whole, /Спорный заказчик[\s\S]*Где щит/)

  const answer = await open(owner, `/api/counterparties/${party.id}/history.pdf?lang=en&kind=talk`)
  assert.deepEqual([answer.status, answer.headers.get('content-type')], [200, 'application/pdf'])
  assert.match(decodeURIComponent(answer.headers.get('content-disposition')!), /History — ТЦ «Европа»\.pdf/)
  const bytes = Buffer.from(await answer.arrayBuffer())
  assert.equal(bytes.subarray(0, 5).toString('latin1'), '%PDF-')
})

test('HIS-9: what a message said before its writer changed it is printed, with the print of its files', async () => {
  const { company, party, channel, irina } = await makePast()
  const said = message({ ...irina, text: 'Согласен на 500', position: 4, sent_at: ago(4) })
  await arrive(channel, said)
  await arrive(channel, { ...said, text: 'Согласен на 300', edited_at: ago(1) })
  const clerk = speakerOf('ru', 'Europe/Minsk')
  const lines = await inside(company, async (ctx) => {
    const { data } = await gather(ctx, { counterparty_id: party.id, kind: 'talk' }, clerk)
    return data.days.flatMap((day) => day.lines)
  })
  const changed = lines.find(({ text }) => text === 'Согласен на 300')
  assert.ok(
    changed?.notes.some((note) => note.endsWith('было: Согласен на 500')),
    JSON.stringify(changed),
  )
})
