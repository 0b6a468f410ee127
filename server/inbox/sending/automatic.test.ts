import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Received } from '../channels/adapter.ts'
import { mayAnswerAutomatically } from './automatic.ts'
import { queueMessage } from './queue-message.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { type Channel, arrive, asProgram, dialogue, makeChannel, message } from '#test/world/inbox.ts'

/** The program's answer to what came last, if it may give one. */
async function answered(company: Company, channel: Channel, wish: Partial<Received> = {}): Promise<boolean> {
  const came = message(wish)
  await arrive(channel, came)
  return asProgram(company, async (ctx) => {
    const { id, conversation_id } = await ctx.db
      .selectFrom('messages')
      .select(['id', 'conversation_id'])
      .where('company_id', '=', company.id)
      .where('external_id', '=', came.external_id)
      .executeTakeFirstOrThrow()
    const may = await mayAnswerAutomatically(ctx, id)
    const draft = {
      conversation_id,
      channel_id: channel.id,
      member_id: null,
      machine: 'auto-reply' as const,
      text: 'Спасибо, мы ответим',
      file_ids: [],
      reply_to_id: null,
    }
    if (may) await queueMessage(ctx, draft)
    return may
  })
}

const from = (value: string, thread: string): Partial<Received> => ({
  sender: { kind: 'telegram', value, name: 'Анна' },
  thread: { key: thread },
})

test('INB-38: a person is answered automatically, once an hour in a dialogue; a machine never', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  assert.equal(await answered(company, channel, from('1', 'a')), true)
  assert.equal(await answered(company, channel, from('1', 'a')), false)
  assert.equal(await answered(company, channel, from('2', 'b')), true)
  for (const machine of ['auto-reply', 'bounce', 'complaint', 'notice'] as const)
    assert.equal(await answered(company, channel, { ...from('3', machine), machine }), false, machine)
  assert.equal(await answered(company, channel, { sender: null, thread: { key: 'c' } }), false)
  const { messages } = await dialogue(company.owner, { search: 'Спасибо' })
  assert.equal(messages.filter(({ side }) => side === 'out').length, 1)
})

test('INB-38: who opens dialogue after dialogue is answered four times a day, who storms not at all', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company)
  const given: boolean[] = []
  for (let n = 0; n < 6; n++) given.push(await answered(company, channel, from('1', `d${n}`)))
  assert.deepEqual(given, [true, true, true, true, false, false])
  await arrive(channel, ...Array.from({ length: 10 }, () => message(from('9', 'storm'))))
  assert.equal(await answered(company, channel, from('9', 'storm')), false)
})

test('INB-38: two programs that answer each other come to an end, and a mailbox of ours is no customer', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  await asProgram(company, async ({ db }) => {
    await db
      .updateTable('channels')
      .set({ settings: { address: 'Zakaz@firma.example' } as never })
      .where('company_id', '=', company.id)
      .execute()
  })
  const ours: Partial<Received> = {
    sender: { kind: 'email', value: 'zakaz@firma.example', name: '' },
    thread: { key: 'x' },
  }
  assert.equal(await answered(company, channel, ours), false)
})
