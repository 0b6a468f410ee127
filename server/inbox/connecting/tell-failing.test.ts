import assert from 'node:assert/strict'
import { test } from 'node:test'
import { getWaiting } from '#contract/history.ts'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
import { done } from '#test/as.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { asProgram, type Channel, makeChannel } from '#test/world/inbox.ts'
import { ChannelFault } from '../channels/adapter.ts'
import { markFault, markWell } from './channel-states.ts'
import { tellFailing } from './tell-failing.ts'

const ago = (minutes: number): Date => new Date(Date.now() - minutes * 60_000)
const wrongKey = new ChannelFault('channel.token_wrong', 'Unauthorized')

const failed = (company: Company, { id }: Channel, now: Date) =>
  asProgram(company, (ctx) => markFault({ ...ctx, now }, id, wrongKey))
const well = (company: Company, { id }: Channel) => asProgram(company, (ctx) => markWell(ctx, id))
const told = (company: Company, { id }: Channel) =>
  asProgram(company, (ctx) => tellFailing.run(ctx, { channel_id: id }))

async function channelOf(company: Company): Promise<Channel> {
  const channel = await makeChannel(company)
  const responsible_id = company.owner.id
  await asProgram(company, ({ db }) =>
    db.updateTable('channels').set({ responsible_id }).where('id', '=', channel.id).execute(),
  )
  return channel
}
const letters = async ({ owner }: Company) =>
  (await done(owner, listOutgoingMails, {})).rows.filter(({ subject }) => subject.includes('Не работает канал'))
const bell = async ({ owner }: Company) =>
  (await done(owner, getWaiting, {})).rows.filter(({ kind }) => kind === 'channel_failing')

test('INB-22, S26: who answers for a channel is told once that it fails, with the reason, and again when it fails anew', async () => {
  const company = await makeCompany()
  const channel = await channelOf(company)
  await failed(company, channel, ago(11))
  await failed(company, channel, ago(5))
  await told(company, channel)
  await told(company, channel)

  const [letter, ...more] = await letters(company)
  assert.deepEqual(more, [])
  assert.match(letter?.body ?? '', /Скопируйте ключ заново/)
  assert.deepEqual(
    (await bell(company)).map(({ title }) => title),
    ['Канал telegram'],
  )

  await well(company, channel)
  assert.deepEqual(await bell(company), [])
  await failed(company, channel, ago(12))
  await told(company, channel)
  assert.equal((await letters(company)).length, 2)
})

test('INB-22: a provider that is away for some minutes is nobody’s trouble', async () => {
  const company = await makeCompany()
  const channel = await channelOf(company)
  await failed(company, channel, ago(4))
  await told(company, channel)
  assert.deepEqual([await letters(company), await bell(company)], [[], []])
  await well(company, channel)
  await told(company, channel)
  assert.deepEqual(await letters(company), [])
})
