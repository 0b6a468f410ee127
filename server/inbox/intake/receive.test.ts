import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as inbox from '#contract/inbox/conversations.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty, phoneOf } from '#test/world/counterparties.ts'
import { chainsOf } from './receive.ts'
import { arrive, asProgram, dialogue, makeChannel, message } from '#test/world/inbox.ts'

const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const list = async (person: Parameters<typeof done>[0]) => (await done(person, inbox.listConversations, {})).rows

test('INB-10, S27: what is delivered five times at once, by two nodes, is one message of one contact in one dialogue', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const same = message({ text: 'Филипенко 12, нет горячей воды' })

  await race(5, () => arrive(channel, same))

  const { messages, contact } = await dialogue(company.owner)
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['Филипенко 12, нет горячей воды'],
  )
  assert.equal(contact?.name, 'Анна Гринкевич')
  assert.equal((await list(company.owner)).length, 1)
})

test('INB-11: messages stand by the clock of the provider however they come; the list shows the youngest', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const at = ago(10)
  const [first, second, third] = ['первое', 'второе', 'третье'].map((text, place) =>
    message({ text, position: place, sent_at: place === 2 ? ago(5) : at }),
  )

  await arrive(channel, third!)
  await arrive(channel, second!, first!)

  const { messages, preview, waiting_since } = await dialogue(company.owner)
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['первое', 'второе', 'третье'],
  )
  assert.equal(preview, 'третье')
  // He has waited since his first word.
  assert.equal(waiting_since, at.toISOString())
})

test('INB-11: a clock that runs ahead does not keep its words at the end', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)

  await arrive(channel, message({ text: 'из будущего', sent_at: new Date(Date.now() + 86_400_000) }))
  await arrive(channel, message({ text: 'сейчас', sent_at: new Date(Date.now() + 200) }))

  const { messages } = await dialogue(company.owner)
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['из будущего', 'сейчас'],
  )
})

test('INB-12: a changed message keeps what it said, in whatever order the two come', async () => {
  for (const order of ['as written', 'change first']) {
    const company = await makeCompany()
    const channel = await makeChannel(company)
    const sent_at = ago(10)
    const [before, after] = [
      message({ external_id: 'e1', text: 'в 12', sent_at }),
      message({ external_id: 'e1', text: 'в 13', sent_at: ago(4), edited_at: ago(4) }),
    ]

    for (const each of order === 'as written' ? [before, after] : [after, before]) await arrive(channel, each)
    await arrive(channel, before)

    const { messages } = await dialogue(company.owner)
    const [only] = messages
    assert.deepEqual([messages.length, only?.text, only?.sent_at], [1, 'в 13', sent_at.toISOString()], order)
    const { versions } = await done(company.owner, inbox.getMessageSource, { message_id: only!.id })
    assert.deepEqual(versions, [{ at: sent_at.toISOString(), text: 'в 12' }], order)
  }
})

test('INB-13: NUL and half a sign stop nothing; a batch with one that cannot be kept keeps the others', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const odd = message({ text: 'до\u0000после \ud800', raw: { json: { text: 'до\u0000после \ud800' } } })
  const broken = message({ external_id: 'broken', position: Number.NaN, thread: { key: 'chat 2' }, sender: null })

  await arrive(channel, odd, broken, message({ text: 'следом' }))

  const { messages } = await dialogue(company.owner, { search: 'следом' })
  assert.deepEqual(
    messages.map(({ text }) => text),
    ['допосле \ufffd', 'следом'],
  )
  const other = (await list(company.owner)).find(({ id }) => id !== undefined && id !== messages[0]?.id)
  assert.ok(other)
  const kept = await asProgram(company, ({ db }) =>
    db.selectFrom('messages').select(['external_id', 'content']).where('external_id', '=', 'broken').execute(),
  )
  assert.deepEqual(kept, [{ external_id: 'broken', content: { kind: 'unknown', name: 'unreadable' } }])
})

test('CPT-15, S29: a phone that the messenger proves is the contact who has it; two known people are not made one', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const phone = phoneOf(1)
  const { contacts } = await makeCounterparty(company.owner, { contact: { name: 'Ирина Ковалёва', phone } })
  const sender = {
    kind: 'telegram' as const,
    value: '501',
    name: 'Ира',
    proven: [{ kind: 'phone' as const, value: phone }],
  }

  await arrive(channel, message({ sender, text: 'это я' }))
  await arrive(
    channel,
    message({ sender: { ...sender, value: '502', name: 'Пётр' }, thread: { key: 'chat 2' }, text: 'а это я' }),
  )
  const stranger = { kind: 'telegram' as const, value: '503', name: 'Чужой' }
  await arrive(channel, message({ sender: stranger, thread: { key: 'chat 3' }, text: 'сначала так' }))
  await arrive(
    channel,
    message({ sender: { ...stranger, proven: sender.proven }, thread: { key: 'chat 3' }, text: 'потом с чужим' }),
  )

  const by = async (search: string) => (await dialogue(company.owner, { search })).contact
  assert.deepEqual(await by('это'), { id: contacts[0]!.id, name: 'Ирина Ковалёва' })
  // Whose phone it is vouches for his second account, too.
  assert.equal((await by('а это'))?.id, contacts[0]!.id)
  const third = await by('чужим')
  assert.equal(third?.name, 'Чужой')
  assert.notEqual(third?.id, contacts[0]!.id)
})

test('INB-14: who writes opens what was closed and waits again; a machine and a notice do not', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  await arrive(channel, message({ sent_at: ago(9) }))
  const { id } = await dialogue(company.owner)
  const close = () => done(company.owner, inbox.changeConversation, { conversation_id: id, closed: true })
  await close()

  await arrive(channel, message({ machine: 'auto-reply', text: 'Я в отпуске', sent_at: ago(8) }))
  const still = await done(company.owner, inbox.getConversation, { conversation_id: id })
  await arrive(channel, message({ text: 'Так когда?', sent_at: ago(7) }))
  const open = await done(company.owner, inbox.getConversation, { conversation_id: id })

  assert.deepEqual([still.state, still.waiting_since], ['closed', null])
  assert.equal(open.state, 'open')
  assert.notEqual(open.waiting_since, null)
})

test('S30, S93: a message of one company is not there for another, by any address', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  await arrive(await makeChannel(theirs), message({ text: 'секрет соседей' }))
  const { id, messages } = await dialogue(theirs.owner)
  const message_id = messages[0]!.id

  const answers = await Promise.all([
    as(ours.owner, inbox.getConversation, { conversation_id: id }),
    as(ours.owner, inbox.listMessages, { conversation_id: id }),
    as(ours.owner, inbox.getMessageSource, { message_id }),
    as(ours.owner, inbox.answerConversation, { conversation_id: id, text: 'x' }),
  ])

  assert.deepEqual(
    answers.map(({ status }) => status),
    [404, 404, 404, 404],
  )
  assert.deepEqual(await list(ours.owner), [])
})

test('INB-1: what lay at its provider for months before it came is kept as it is, and stops nothing after it', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  await arrive(
    channel,
    message({ text: 'Перенесли из архива', sent_at: ago(60 * 24 * 60) }),
    message({ text: 'Новое' }),
  )
  const { messages } = await dialogue(company.owner)
  assert.deepEqual(
    messages.map(({ text, content }) => [text, content]),
    [
      ['Перенесли из архива', null],
      ['Новое', null],
    ],
  )
})

test('INB-10: what has a word in common stays in its order; what has none goes its own way', () => {
  const chains = chainsOf(['a1', 'b1', 'a2', 'c1', 'ab', 'c2', ''], (one) => one.match(/[a-z]/g) ?? [])

  assert.deepEqual(
    chains.map((chain) => chain.join(' ')),
    ['a1 b1 a2 ab', 'c1 c2', ''],
  )
})
