import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { World } from '#platform/ctx.ts'
import { faultLike, fileOut, outgoing, worldAt } from '#test/peers/at-peer.ts'
import { type BotApi, openBotApi } from '#test/peers/bot-api.ts'
import { Attached } from '#test/peers/bot-api-rules.ts'
import type { Access, ChannelFault, Outgoing } from '../adapter.ts'
import { telegram } from './adapter.ts'

let api: BotApi
let world: World
beforeEach(async () => {
  api = await openBotApi()
  world = worldAt({ telegram_api_url: api.url })
})
afterEach(() => api.close())

const access = (more: Partial<Access> = {}): Access => ({
  company_id: 'c1',
  channel_id: 'h1',
  settings: {},
  secrets: { token: api.token },
  ...more,
})

const sendOut = (more: Partial<Outgoing> = {}) => telegram.send?.(outgoing(more), access(), world)

test('INB-47: a text goes out whole in parts that Telegram takes, and answers the message it names', async () => {
  const text = Array.from({ length: 900 }, (_, at) => `Пункт ${at}.`).join(' ')
  const quoted = { external_id: '501:31', references: [], author: 'Анна', sent_at: new Date(), text: '…' }
  const sent = await sendOut({ text, reply_to: quoted })
  const first = await api.called('sendMessage', ({ given }) => String(given['text']).startsWith('Пункт 0.'))
  assert.deepEqual(first.given['reply_parameters'], { message_id: 31, allow_sending_without_reply: true })
  const parts = [first]
  while (parts.map(({ given }) => given['text']).join(' ').length < text.length)
    parts.push(await api.called('sendMessage'))
  assert.equal(parts.map(({ given }) => given['text']).join(' '), text)
  assert.ok(parts.every(({ given }) => String(given['text']).length <= 4096))
  assert.match(sent?.external_id ?? '', /^501:\d+$/)
})

test('INB-47: pictures go as an album with the words under it, other files as files', async () => {
  const pictures = ['1.jpg', '2.jpg'].map((name) => fileOut(name, 'image/jpeg'))
  await sendOut({ text: 'Готово', files: [...pictures, fileOut('акт.pdf', 'application/pdf')] })
  const album = await api.called('sendMediaGroup')
  assert.deepEqual(
    (album.given['media'] as { type: string; caption?: string }[]).map(({ type, caption }) => [type, caption]),
    [
      ['photo', 'Готово'],
      ['photo', undefined],
    ],
  )
  const document = (await api.called('sendDocument')).given['document']
  assert.ok(document instanceof Attached)
  assert.deepEqual([document.name, document.bytes.toString()], ['акт.pdf', 'акт.pdf'])
  api.refuses('sendPhoto', { error_code: 400, description: 'Bad Request: PHOTO_INVALID_DIMENSIONS' })
  await sendOut({ text: '', files: [fileOut('узкая.png', 'image/png')] })
  assert.ok((await api.called('sendDocument')).given['document'] instanceof Attached)
})

test('INB-47: what is out already is not sent again when a later part fails', async () => {
  const again = outgoing({ text: `${'а'.repeat(3000)}\n\n${'б'.repeat(3000)}` })
  const count = () =>
    api.calls.filter(({ method, given }) => method === 'sendMessage' && String(given['text']).startsWith('ааа')).length
  const second = { error_code: 502, description: 'Bad Gateway' }
  const sending = telegram.send?.(again, access(), world)
  await api.called('sendMessage', ({ given }) => String(given['text']).startsWith('ааа'))
  api.refuses('sendMessage', second)
  await sending?.catch(() => {})
  await telegram.send?.(again, access(), world)
  assert.equal(count(), 1)
})

test('INB-47: refusals of Telegram are what they mean: blocked, wait, wrong key, another program, no rights', async () => {
  const cases: [number, string, (error: unknown) => boolean][] = [
    [
      403,
      'Forbidden: bot was blocked by the user',
      faultLike('channel.blocked', { permanent: true, reach: 'blocked' }),
    ],
    [403, 'Forbidden: user is deactivated', faultLike('channel.blocked', { permanent: true, reach: 'blocked' })],
    [403, 'Forbidden: bot was kicked from the supergroup chat', faultLike('channel.group_left', { permanent: true })],
    [
      400,
      'Bad Request: not enough rights to send text messages to the chat',
      faultLike('channel.no_right', { permanent: true }),
    ],
    [400, 'Bad Request: chat not found', faultLike('channel.chat_gone', { permanent: true })],
    [401, 'Unauthorized', faultLike('channel.token_wrong')],
    [409, 'Conflict: terminated by other getUpdates request', faultLike('channel.conflict')],
    [500, 'Internal Server Error', faultLike('channel.unreachable')],
  ]
  for (const [error_code, description, expected] of cases) {
    api.refuses('sendMessage', { error_code, description })
    await assert.rejects(Promise.resolve(sendOut()), expected, description)
  }
  api.refuses('sendMessage', {
    error_code: 429,
    description: 'Too Many Requests: retry after 30',
    parameters: { retry_after: 30 },
  })
  await assert.rejects(Promise.resolve(sendOut()), (error: ChannelFault) => {
    const wait = (error.retry_at?.getTime() ?? 0) - Date.now()
    return faultLike('channel.too_many')(error) && wait > 28_000 && wait <= 30_000
  })
  const heavy = { ...fileOut('фильм.mp4', 'video/mp4'), size: 51 * 1024 * 1024 }
  await assert.rejects(
    Promise.resolve(sendOut({ files: [heavy] })),
    faultLike('channel.file_over_50mb', { permanent: true }),
  )
})

test('INB-47: an answer to a group that grew reaches it under its new id', async () => {
  api.refuses('sendMessage', {
    error_code: 400,
    description: 'Bad Request: group chat was upgraded to a supergroup chat',
    parameters: { migrate_to_chat_id: -10077 },
  })
  const conversation = { id: 'd2', external_key: '-77', title: 'Двор', facts: {} }
  assert.match((await sendOut({ to: null, conversation }))?.external_id ?? '', /^-10077:/)
})

test('INB-47: «writes …» is shown to the other side, in the very topic', async () => {
  const conversation = { id: 'd3', external_key: '-1009001/4', title: null, facts: {} }
  await telegram.typing?.({ to: null, conversation }, access(), world)
  assert.deepEqual((await api.called('sendChatAction')).given, {
    chat_id: -1009001,
    message_thread_id: 4,
    action: 'typing',
  })
})
