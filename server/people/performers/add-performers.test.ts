import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/performers.ts'
import { anybody, as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, linkIn, makePerformer, makeStaff } from '#test/world/people.ts'

const ivan = { name: 'Иван Мороз', phone: '8 029 612-33-44', specialities: 'электрик, сварщик', rate: '25,50' }
const anna = { name: 'Анна Яськова', phone: '80447778899', specialities: 'Сварщик/клининг', rate: '150 за задачу' }

/** So many lines, each with a phone and a trade of its own kind. */
const many = (n: number) =>
  Array.from({ length: n }, (_, i) => ({
    name: `Исполнитель ${i}`,
    phone: `+37529${1_000_000 + i}`,
    specialities: `электрик, трада ${i % 7}`,
    rate: i % 2 ? '25' : '',
  }))

test('PRF-4 S21 S24: a list becomes performers with phones, trades and rates of both kinds', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const made = await done(manager, contract.addPerformers, { lines: [ivan, anna], from_day: '2026-03-10' })

  assert.deepEqual(
    made.performers.map(({ name }) => name),
    ['Иван Мороз', 'Анна Яськова'],
  )
  const [first, second] = await Promise.all(
    made.performers.map(({ id }) => done(company.owner, people.getMember, { member_id: id })),
  )
  assert.deepEqual([first?.phone, first?.state, first?.head?.id], ['+375296123344', 'invited', manager.id])
  const trades = (member: typeof first) => member?.specialities.map(({ name }) => name)
  assert.deepEqual(
    [trades(first), trades(second)],
    [
      ['Сварщик', 'Электрики'],
      ['Клининг', 'Сварщик'],
    ],
  )
  const rates = (member: typeof first) =>
    member?.rates.map((one) => [one.from_day, one.cost_per_hour, one.fee_per_task])
  assert.deepEqual([rates(first), rates(second)], [[['2026-03-10', '2550', null]], [['2026-03-10', null, '15000']]])
  assert.equal((await done(company.owner, people.listSpecialities, {})).rows.length, 5)
})

test('PRF-4: a line that is wrong, or has become so, names itself, and nobody is added', async () => {
  const company = await makeCompany()
  const lines = [ivan, { ...anna, phone: 'потом' }, { ...anna, name: '' }]
  const { status, body } = await as(company.owner, contract.addPerformers, { lines })
  assert.deepEqual([status, body.code, body.errors?.[0]?.path], [422, 'performers.line_wrong', 'lines.1.phone'])
  assert.deepEqual([body.facts?.['line'], body.facts?.['n']], [2, 2])
  const none = async () => (await done(company.owner, people.listMembers, { kind: 'performer' })).rows.length
  assert.equal(await none(), 0)

  await addPerformer(company, { phone: '+375447778899' })
  const stale = await as(company.owner, contract.addPerformers, { lines: [ivan, anna] })
  assert.deepEqual([stale.status, stale.body.errors?.[0]?.path], [422, 'lines.1.phone'])
  assert.equal(await none(), 1)
})

test('PRF-4: one key adds a list once; two lists at once with the same person add him once', async () => {
  const { owner } = await makeCompany()
  const key = crypto.randomUUID()
  const again = await race(4, () => as(owner, contract.addPerformers, { lines: [ivan] }, { key }))
  assert.deepEqual([...new Set(again.map(({ status }) => status))], [200])
  assert.equal(new Set(again.map(({ body }) => body.performers[0]?.id)).size, 1)

  const other = await race(3, (n) => as(owner, contract.addPerformers, { lines: [{ ...anna, name: `Анна ${n}` }] }))
  assert.deepEqual(
    other.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422, 422],
  )
  assert.equal((await done(owner, people.listMembers, { kind: 'performer' })).rows.length, 2)
})

test('PRF-4: five hundred lines take as many statements as five, to read, to add and to give links', async () => {
  const counts = async (n: number) => {
    const { owner } = await makeCompany()
    const lines = many(n)
    let ids: string[] = []
    const read = await queriesOf(() => done(owner, contract.checkPerformers, { lines }))
    const added = await queriesOf(async () => {
      ids = (await done(owner, contract.addPerformers, { lines })).performers.map(({ id }) => id)
    })
    const links = await queriesOf(() => done(owner, contract.makePersonalLinks, { member_ids: ids }))
    assert.equal(ids.length, n)
    return [read.length, added.length, links.length]
  }
  await counts(5)
  assert.deepEqual(await counts(500), await counts(5))
})

test('PRF-4 ACC-2: who had left is taken back by a list as the same person, with the trades of now', async () => {
  const company = await makeCompany()
  const before = await addPerformer(company, { name: 'Иван Мороз', phone: '+375296123344', specialities: ['Клининг'] })
  await inside(company, ({ db }) =>
    db
      .updateTable('members')
      .set({ state: 'left' })
      .where('company_id', '=', company.id)
      .where('id', '=', before.id)
      .execute(),
  )
  const { performers } = await done(company.owner, contract.addPerformers, { lines: [ivan, anna] })
  assert.equal(performers[0]?.id, before.id)
  const { state, specialities } = await done(company.owner, people.getMember, { member_id: before.id })
  assert.deepEqual([state, specialities.map(({ name }) => name)], ['invited', ['Сварщик', 'Электрики']])
})

test('PRF-4 PPL-10: each of a list gets a link of his own; a new one makes the earlier stop', async () => {
  const company = await makeCompany()
  const { performers } = await done(company.owner, contract.addPerformers, { lines: [ivan, anna] })
  const member_ids = performers.map(({ id }) => id)
  const first = await done(company.owner, contract.makePersonalLinks, { member_ids })
  assert.deepEqual(
    first.links.map(({ member }) => member.name),
    ['Иван Мороз', 'Анна Яськова'],
  )
  const used = await done(anybody(), people.usePersonalLink, { link: linkIn(first.links[1]!.url) })
  assert.equal(used.member.name, 'Анна Яськова')

  await done(company.owner, contract.makePersonalLinks, { member_ids: [performers[0]!.id] })
  const old = await as(anybody(), people.usePersonalLink, { link: linkIn(first.links[0]!.url) })
  assert.deepEqual([old.status, old.body.code], [404, 'link.missing'])
})

test('PRF-4: links are for performers of one’s own company, given by those who lead them', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const stranger = await addPerformer(other)
  const of = (member_id: string) => ({ member_ids: [member_id] })
  assert.equal((await as(company.owner, contract.makePersonalLinks, of(stranger.id))).status, 404)
  const clerk = await makeStaff(company, 'member')
  const { body } = await as(company.owner, contract.makePersonalLinks, of(clerk.id))
  assert.equal(body.code, 'member.has_no_link')
  const performer = await makePerformer(company)
  for (const who of [clerk, performer]) {
    assert.equal((await as(who, contract.makePersonalLinks, of(performer.id))).status, 403)
    assert.equal((await as(who, contract.addPerformers, { lines: [ivan] })).status, 403)
  }
})
