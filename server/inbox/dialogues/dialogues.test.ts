import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as inbox from '#contract/inbox/conversations.ts'
import { countWaiting } from '#contract/inbox/waiting.ts'
import * as people from '#contract/people.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { arrive, asProgram, dialogue, makeChannel, message } from '#test/world/inbox.ts'
import { makeStaff } from '#test/world/people.ts'

const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const from = (value: string, name: string) => ({
  sender: { kind: 'telegram' as const, value, name },
  thread: { key: `chat ${value}` },
})

test('INB-17, S28: those who wait stand first, then the youngest; pages follow each other without a gap', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  for (const [place, name] of ['Анна', 'Борис', 'Вера', 'Глеб'].entries())
    await arrive(channel, message({ ...from(`${place}`, name), sent_at: ago(40 - place * 10) }))
  const glebs = await dialogue(company.owner, { search: 'глеб' })
  await done(company.owner, inbox.changeConversation, { conversation_id: glebs.id, answered: true })

  const one = await done(company.owner, inbox.listConversations, { limit: 3 })
  const two = await done(company.owner, inbox.listConversations, { limit: 3, after: one.next! })

  assert.deepEqual(
    [...one.rows, ...two.rows].map(({ contact }) => contact?.name),
    ['Вера', 'Борис', 'Анна', 'Глеб'],
  )
  assert.deepEqual([two.next, one.counts], [null, { waiting: 3, mine: 0 }])
})

test('INB-17: how many wait for a person counts his own and what nobody has taken, not what a colleague has', async () => {
  const company = await makeCompany()
  const [olga, igor] = [await makeStaff(company, 'manager'), await makeStaff(company, 'manager')]
  const channel = await makeChannel(company)
  for (const place of ['1', '2', '3']) await arrive(channel, message(from(place, `Пишет ${place}`)))
  const { rows } = await done(olga, inbox.listConversations, {})
  const give = (n: number, assignee_id: string) =>
    done(company.owner, inbox.changeConversation, { conversation_id: rows[n]!.id, assignee_id })
  await give(0, olga.id)
  await give(1, igor.id)
  const waiting = async (who: Person) => (await done(who, countWaiting, {})).waiting
  assert.deepEqual([await waiting(olga), await waiting(igor), await waiting(company.owner)], [2, 2, 1])
  await done(olga, inbox.changeConversation, { conversation_id: rows[0]!.id, answered: true })
  assert.equal(await waiting(olga), 1)
})

test('INB-17: a dialogue is found by words of any message, by name, phone and customer', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const phone = '+375291234567'
  await makeCounterparty(company.owner, { name: 'ТЦ «Европа»', contact: { name: 'Ирина Ковалёва', phone } })
  const proven = [{ kind: 'phone' as const, value: phone }]
  const anna = from('1', 'Аня')
  await arrive(
    channel,
    message({ ...anna, sender: { ...anna.sender, proven }, text: 'Сломались светильники в паркинге' }),
  )
  await arrive(channel, message({ ...from('2', 'Борис'), text: 'Прочистите ливнёвку' }))

  const found = async (search: string) =>
    (await done(company.owner, inbox.listConversations, { search })).rows.map(({ contact }) => contact?.name)
  assert.deepEqual(await found('светильник'), ['Ирина Ковалёва'])
  assert.deepEqual(await found('паркинге светильников'), ['Ирина Ковалёва'])
  assert.deepEqual(await found('ливневку'), ['Борис'])
  assert.deepEqual(await found('европа'), ['Ирина Ковалёва'])
  assert.deepEqual(await found('1234567'), ['Ирина Ковалёва'])
  assert.deepEqual(await found('паркинге ливневка'), [])
  assert.deepEqual(await found('!!!'), [])
})

test('INB-19, S75: a note has no way out, in the database too; who is called by it sees the dialogue', async () => {
  const company = await makeCompany()
  const member = await makeStaff(company, 'member', 'Игорь Лисовский')
  await arrive(await makeChannel(company), message())
  const { id } = await dialogue(company.owner)
  const before = await as(member, inbox.getConversation, { conversation_id: id })

  const note = await done(company.owner, inbox.noteConversation, {
    conversation_id: id,
    text: 'возьмёте пятницу?',
    mention_ids: [member.id],
  })
  const after = await done(member, inbox.getConversation, { conversation_id: id })

  assert.equal(before.status, 404)
  assert.deepEqual([note.side, note.delivery, note.mentions], ['note', null, [{ id: member.id, name: member.name }]])
  // He reads and writes among us; to the customer he does not.
  assert.deepEqual([after.can.note, after.can.answer?.code], [null, 'conversation.managers_only'])
  // Somebody waits still: a note answers nobody.
  assert.notEqual(after.waiting_since, null)
  const forged = asProgram(company, ({ db }) =>
    sql`insert into message_deliveries (company_id, message_id, conversation_id, state, due_at, changed_at)
      values (${company.id}, ${note.id}, ${id}, 'waiting', now(), now())`.execute(db),
  )
  await assert.rejects(forged, /foreign key/)
})

test('INB-18: a dialogue is given, put off until it wakes, closed and opened again; each is told', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company, 'manager', 'Ольга Санько')
  await arrive(await makeChannel(company), message())
  const { id: conversation_id } = await dialogue(company.owner)
  const change = (what: object) => done(company.owner, inbox.changeConversation, { conversation_id, ...what })

  const given = await change({ assignee_id: manager.id })
  const tomorrow = new Date(Date.now() + 86_400_000).toISOString()
  const slept = await change({ snoozed_until: tomorrow })
  const past = await as(company.owner, inbox.changeConversation, {
    conversation_id,
    snoozed_until: ago(1).toISOString(),
  })
  const closed = await change({ closed: true })
  const opened = await change({ closed: false })

  assert.equal(given.assignee?.name, 'Ольга Санько')
  assert.deepEqual([slept.state, slept.snoozed_until], ['snoozed', tomorrow])
  assert.deepEqual([past.status, past.body.code], [422, 'conversation.snooze_past'])
  assert.deepEqual([closed.state, closed.waiting_since, opened.state], ['closed', null, 'open'])
  const told = await asProgram(company, ({ db }) =>
    db.selectFrom('events').select('name').where('subject_id', '=', conversation_id).orderBy('id').execute(),
  )
  assert.deepEqual(
    told.map(({ name }) => name.replace('conversation.', '')),
    ['received', 'assigned', 'snoozed', 'closed', 'reopened'],
  )
})

test('INB-17: read is each person’s own; what comes later is unread again', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const channel = await makeChannel(company)
  await arrive(channel, message({ sent_at: ago(5) }))
  const { id: conversation_id, unread } = await dialogue(company.owner)
  await done(company.owner, inbox.readConversation, { conversation_id })
  const seen = await dialogue(company.owner)
  const others = await dialogue(manager)
  await arrive(channel, message({ sent_at: new Date(Date.now() + 50) }))
  const again = await dialogue(company.owner)

  assert.deepEqual([unread, seen.unread, others.unread, again.unread], [true, false, true, true])
})

test('INB-20: two people who have a dialogue open see each other, and who writes', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company, 'manager', 'Ольга Санько')
  await arrive(await makeChannel(company), message())
  const { id: conversation_id } = await dialogue(company.owner)

  await done(manager, inbox.attendConversation, { conversation_id, typing: true })
  const { others } = await done(company.owner, inbox.attendConversation, { conversation_id, typing: false })

  assert.deepEqual(others, [{ member: { id: manager.id, name: 'Ольга Санько' }, typing: true }])
})

test('S93: performers and people without the right have no dialogues; a narrow manager has his customers’ and the free ones', async () => {
  const company = await makeCompany()
  await done(company.owner, people.changeCompany, { orders_open: false })
  const [mine, other] = [await makeStaff(company, 'manager', 'Ольга'), await makeStaff(company, 'manager', 'Павел')]
  const channel = await makeChannel(company)
  await arrive(channel, message({ ...from('1', 'Анна') }))
  await arrive(channel, message({ ...from('2', 'Борис') }))
  const boris = await dialogue(company.owner, { search: 'борис' })
  await done(company.owner, inbox.changeConversation, { conversation_id: boris.id, assignee_id: other.id })

  const names = async (who: typeof mine) =>
    (await done(who, inbox.listConversations, {})).rows
      .map(({ contact }) => contact?.name ?? '')
      .toSorted((a, b) => a.localeCompare(b))
  assert.deepEqual(await names(mine), ['Анна'])
  assert.deepEqual(await names(other), ['Анна', 'Борис'])
  const { status } = await as(mine, inbox.listMessages, { conversation_id: boris.id })
  assert.equal(status, 404)
})
