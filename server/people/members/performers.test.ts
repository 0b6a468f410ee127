import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, freshPhone, makePerformer, makeStaff } from '#test/world/people.ts'
import { told } from '#test/told.ts'

const ivan = { name: 'Иван Мороз', phone: '8 029 612-33-44', specialities: ['Электрики'] }

test('PPL-5 S21: a performer is a name and a phone, however it is typed; he is invited until he comes', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)

  const { status, body } = await as(manager, people.addPerformer, ivan)

  assert.equal(status, 200)
  assert.equal(body.phone, '+375296123344')
  assert.deepEqual([body.kind, body.role, body.state, body.email], ['performer', 'performer', 'invited', null])
  assert.deepEqual(body.head?.id, manager.id)
  assert.deepEqual(
    [body.can.change, body.can.rate, body.can.link, body.can.papers, body.can.leave],
    [null, null, null, null, null],
  )
})

test('PPL-5: one phone is one person; who has it is named, also when two add him at once', async () => {
  const company = await makeCompany()
  const replies = await race(4, () => as(company.owner, people.addPerformer, ivan))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422, 422, 422],
  )

  const { status, body } = await as(company.owner, people.addPerformer, {
    ...ivan,
    name: 'Иван М.',
    phone: '+375 29 6123344',
  })
  assert.deepEqual([status, body.code, body.facts?.['name']], [422, 'member.phone_taken', 'Иван Мороз'])
  assert.equal(body.errors?.[0]?.path, 'phone')

  const other = await makeCompany()
  assert.equal((await as(other.owner, people.addPerformer, ivan)).status, 200)
})

test('PPL-5: what is no phone is refused at its field', async () => {
  const { owner } = await makeCompany()
  const { status, body } = await as(owner, people.addPerformer, { ...ivan, phone: 'позже скажу' })
  assert.deepEqual([status, body.errors?.[0]], [422, { path: 'phone', code: 'phone.unreadable' }])
  const blank = await as(owner, people.addPerformer, { ...ivan, name: '  ' })
  assert.deepEqual([blank.status, blank.body.errors?.[0]?.path], [422, 'name'])
})

test('PPL-7 S24 S80: the usual trades are there at once; a new one is made by its name, an old one is found in any case', async () => {
  const company = await makeCompany()
  const names = async () => (await done(company.owner, people.listSpecialities, {})).rows.map(({ name }) => name)
  assert.deepEqual(await names(), ['Клининг', 'Общие работы', 'Сантехники', 'Электрики'])

  const made = await addPerformer(company, { specialities: ['электрики', ' Промышленные  альпинисты ', 'Электрики'] })

  assert.deepEqual(
    made.specialities.map(({ name }) => name),
    ['Промышленные альпинисты', 'Электрики'],
  )
  assert.equal((await names()).length, 5)
})

test('PPL-6: details are changed by those who lead performers, with both values kept; a stale change is told what stands', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const member = await makeStaff(company, 'member', 'Олег Сыч')
  const { id: member_id, version } = await addPerformer(company)

  const taken = await as(member, people.changeMember, { member_id, name: 'Другой' })
  assert.deepEqual([taken.status, taken.body.code], [403, 'performer.not_yours'])

  const change = { member_id, name: 'Иван Морозов', position: 'Бригадир', specialities: ['Сантехники'] }
  const { status, body } = await as(manager, people.changeMember, change, { if_match: version })
  assert.equal(status, 200)
  assert.deepEqual(
    [body.name, body.position, body.specialities[0]?.name, body.version],
    ['Иван Морозов', 'Бригадир', 'Сантехники', version + 1],
  )

  const stale = await as(manager, people.changeMember, { member_id, name: 'И. Мороз' }, { if_match: version })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])
  assert.equal((stale.body.facts!['current'] as people.Member).name, 'Иван Морозов')

  const phoneless = await as(manager, people.changeMember, { member_id, phone: null })
  assert.deepEqual([phoneless.status, phoneless.body.errors?.[0]?.path], [422, 'phone'])
})

test('PPL-6: a phone stays one person’s when it is changed, and one’s own may be given again', async () => {
  const company = await makeCompany()
  const [first, second] = [await addPerformer(company), await addPerformer(company, { name: 'Пётр Лис' })]

  const { status, body } = await as(company.owner, people.changeMember, { member_id: second.id, phone: first.phone! })
  assert.deepEqual([status, body.facts?.['name']], [422, first.name])
  const same = await as(company.owner, people.changeMember, { member_id: first.id, phone: first.phone! })
  assert.deepEqual([same.status, same.body.version], [200, first.version])
})

test('PPL-6: one’s own name and phone are one’s own matter, those of other staff are the administrators’', async () => {
  const company = await makeCompany()
  const [manager, member] = [await makeStaff(company), await makeStaff(company, 'member', 'Олег Сыч')]

  assert.equal((await as(member, people.changeMember, { member_id: member.id, phone: freshPhone() })).status, 200)
  const { status, body } = await as(manager, people.changeMember, { member_id: member.id, name: 'Олег' })
  assert.deepEqual([status, body.code], [403, 'member.not_yours'])
  assert.equal((await as(company.owner, people.changeMember, { member_id: member.id, name: 'Олег' })).status, 200)
  const raised = await as(member, people.setRate, {
    member_id: member.id,
    from_day: '2026-03-01',
    cost_per_hour: '9900',
  })
  assert.deepEqual([raised.status, raised.body.code], [403, 'member.not_yours'])
})

test('PPL-8: people are listed by name, by trade, and found by a part of the name or of the phone', async () => {
  const company = await makeCompany()
  const anna = await addPerformer(company, { name: 'Анна Яськова', specialities: ['Клининг'], phone: '+375291112233' })
  const ivan = await addPerformer(company, { name: 'Иван Мороз', phone: '+375447778899' })
  const found = async (input: Parameters<typeof done<typeof people.listMembers>>[2]) =>
    (await done(company.owner, people.listMembers, input)).rows.map(({ name }) => name)

  assert.deepEqual(await found({ kind: 'performer' }), ['Анна Яськова', 'Иван Мороз'])
  assert.deepEqual(await found({ kind: 'staff' }), ['Владелец'])
  assert.deepEqual(await found({ speciality_id: anna.specialities[0]!.id }), ['Анна Яськова'])
  assert.deepEqual(await found({ search: 'мороз' }), ['Иван Мороз'])
  assert.deepEqual(await found({ search: '8 044 777-88-99' }), [ivan.name])
  assert.deepEqual(await found({ search: '777-88' }), [ivan.name])
  assert.deepEqual(await found({ search: '100%' }), [])
})

test('PPL-8: a list longer than a page goes on where it ended, and a page costs three reads', async () => {
  const company = await makeCompany()
  for (let batch = 0; batch < 6; batch++)
    await Promise.all(
      Array.from({ length: 10 }, (_, n) => addPerformer(company, { name: `Человек ${batch}${n}`, specialities: [] })),
    )

  const list = { kind: 'performer' } as const
  const queries = await queriesOf(() => done(company.owner, people.listMembers, list))
  assert.equal(queries.filter((text) => /"(members|member_specialities|rates)"/.test(text)).length, 3)
  const first = await done(company.owner, people.listMembers, list)
  const second = await done(company.owner, people.listMembers, { kind: 'performer', after: first.next! })

  assert.deepEqual([first.rows.length, second.rows.length, second.next], [50, 10, null])
  const names = [...first.rows, ...second.rows].map(({ name }) => name)
  assert.deepEqual(names, [...new Set(names)].sort())
})

test('PPL-8: rates are seen by those who may read money', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company, { cost_per_hour: '2500' })
  const [member, accountant] = [await makeStaff(company, 'member'), await makeStaff(company, 'accountant')]

  assert.equal((await done(accountant, people.getMember, { member_id })).rate?.cost_per_hour, '2500')
  const seen = await done(member, people.getMember, { member_id })
  assert.deepEqual([seen.rate, seen.rates], [null, []])
  assert.equal(told(seen).includes('2500'), false)
})

test('PPL-2: performers do not read the list of people, and a person of another company is not there', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const performer = await makePerformer(ours)
  const stranger = await addPerformer(theirs)

  const list = await as(performer, people.listMembers, {})
  assert.deepEqual([list.status, list.body.code], [403, 'door.staff'])
  const trades = await done(performer, people.listSpecialities, {})
  assert.equal(trades.rows.length, 4)
  const of_theirs = { member_id: stranger.id }
  for (const { status, body } of [
    await as(ours.owner, people.getMember, of_theirs),
    await as(ours.owner, people.changeMember, { ...of_theirs, name: 'Мой' }),
    await as(ours.owner, people.setRate, { ...of_theirs, from_day: '2026-03-01', cost_per_hour: '1' }),
    await as(ours.owner, people.makePersonalLink, of_theirs),
  ])
    assert.deepEqual([status, body.code], [404, 'member.missing'])
})
