import assert from 'node:assert/strict'
import { afterEach, beforeEach, test } from 'node:test'
import type { World } from '#platform/ctx.ts'
import { faultLike, followUntil, worldAt } from '#test/peers/at-peer.ts'
import { type BotApi, openBotApi } from '#test/peers/bot-api.ts'
import { strict } from '#test/peers/bot-api-rules.ts'
import type { Access, ChannelFault, Cursor, Signal } from '../adapter.ts'
import { telegram } from './adapter.ts'
import { hookPath, hookSecret } from './bot.ts'

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
const ANNA = { id: 501, is_bot: false, first_name: 'Анна' }
const CHAT = { id: 501, type: 'private', first_name: 'Анна' }
const message = (message_id: number, more: object) => ({
  message: { message_id, date: 1_795_000_000, chat: CHAT, from: ANNA, ...more },
})

const followed = (count: number, { cursor = {}, settings = {} }: { cursor?: Cursor; settings?: object } = {}) =>
  followUntil(telegram, count, { access: access({ settings: { ...settings } }), world, cursor })

test('INB-46: what comes is taken with the cursor behind it and the bytes of its files', async () => {
  const file_id = api.holds('photos/file_1.jpg', Buffer.from('a picture'))
  const photo = [{ file_id, file_unique_id: 'u', width: 10, height: 10, file_size: 9 }]
  api.happens(message(31, { text: 'Здравствуйте, в подвале вода' }))
  const last = api.happens(message(32, { photo, caption: 'вот' }))
  const { taken, cursor } = await followed(2)
  const [first, second] = taken
  assert.equal(first?.kind === 'message' && first.text, 'Здравствуйте, в подвале вода')
  const got = second?.kind === 'message' ? second.files?.[0] : undefined
  assert.ok(got && 'bytes' in got)
  assert.equal(Buffer.from(got.bytes).toString(), 'a picture')
  assert.equal(cursor['offset'], last + 1)
  api.happens(message(33, { text: 'и ещё' }))
  const next = await followed(1, { cursor })
  assert.deepEqual(
    next.taken.map((one) => one.kind === 'message' && one.text),
    ['и ещё'],
  )
})

test('INB-46: an update that could not be kept is given again; what was kept before its files were asked for is not', async () => {
  const photo = [{ file_id: 'lost', file_unique_id: 'u', width: 10, height: 10, file_size: 9 }]
  api.happens(message(39, { text: 'ноль' }))
  api.happens(message(40, { text: 'раз' }))
  api.happens(message(41, { photo, caption: 'два' }))
  const stop = new AbortController()
  const taken: Signal[] = []
  let kept: Cursor = {}
  const take = async (signals: readonly Signal[], next: Cursor): Promise<void> => {
    if (taken.length > 0) throw new Error('the database is away')
    taken.push(...signals)
    kept = next
  }
  const following = {
    access: access(),
    world,
    cursor: {},
    signal: stop.signal,
    take,
    alive: async () => {},
    log() {},
  }
  await assert.rejects(Promise.resolve(telegram.follow?.(following)), /the database is away/)
  assert.equal(taken.length, 2)
  const again = await followed(1, { cursor: kept })
  assert.deepEqual(
    again.taken.map((one) => one.kind === 'message' && one.text),
    ['два'],
  )
})

test('INB-46: a pause that Telegram asks for is kept, a file that it gives to no bot is told by name', async () => {
  api.refuses('getUpdates', {
    error_code: 429,
    description: 'Too Many Requests: retry after 1',
    parameters: { retry_after: 1 },
  })
  const size = 25 * 1024 * 1024
  api.happens(
    message(50, { document: { file_id: 'huge', file_unique_id: 'u', file_size: size, file_name: 'ролик.mov' } }),
  )
  const began = Date.now()
  const { taken } = await followed(1)
  assert.ok(Date.now() - began >= 950)
  const [shown] = taken
  assert.deepEqual(shown?.kind === 'message' && shown.files, [
    { name: 'ролик.mov', part: 'file', fault: 'channel.file_over_20mb' },
  ])
})

test('INB-46: a file that Telegram forgot leaves its message whole; a pressed button is answered', async () => {
  api.happens(message(51, { document: { file_id: 'lost', file_unique_id: 'u', file_name: 'акт.pdf' }, caption: 'Акт' }))
  api.happens({ callback_query: { id: 'q7', from: ANNA, chat_instance: 'x', data: 'да' } })
  const { taken } = await followed(2)
  const [shown] = taken
  assert.deepEqual(shown?.kind === 'message' && [shown.text, shown.files], [
    'Акт',
    [{ name: 'акт.pdf', part: 'file', fault: 'channel.file_gone' }],
  ])
  assert.equal((await api.called('answerCallbackQuery')).given['callback_query_id'], 'q7')
})

test('INB-43: who begins is greeted and may give his number by a button; the greeting stands in the dialogue', async () => {
  api.happens(message(60, { text: '/start' }))
  const { taken } = await followed(2, {
    settings: { greeting: 'Здравствуйте! Опишите, что случилось.', ask_phone: true },
  })
  const call = await api.called('sendMessage', ({ given }) => given['text'] === 'Здравствуйте! Опишите, что случилось.')
  const keyboard = call.given['reply_markup'] as { keyboard: { request_contact: boolean }[][] }
  assert.equal(keyboard.keyboard[0]?.[0]?.request_contact, true)
  const greeted = taken[1]
  assert.deepEqual(greeted?.kind === 'message' && greeted.content, {
    kind: 'notice',
    code: 'notice.greeted',
    who: null,
  })
})

test('INB-48: a key is tried at once: the name comes from Telegram, a wrong or foreign one is told', async () => {
  const met = await telegram.check(access(), world)
  assert.deepEqual(met, {
    name: '@remont_bot',
    settings: { bot_id: 4242, username: 'remont_bot', reads_groups: false },
  })
  await assert.rejects(
    telegram.check(access({ secrets: { token: 'не ключ' } }), world),
    faultLike('channel.token_wrong'),
  )
  await assert.rejects(
    telegram.check(access({ secrets: { token: '4242:somebody_elses_key' } }), world),
    faultLike('channel.token_wrong'),
  )
  const dead = { ...world, config: { ...world.config, telegram_api_url: 'http://127.0.0.1:9' } }
  await assert.rejects(telegram.check(access(), dead), (error: ChannelFault) => {
    assert.ok(!error.message.includes(api.token), 'the key is not in the words of a fault')
    return faultLike('channel.unreachable')(error)
  })
})

test('INB-48: a bot that another program has is not taken without a word, and is taken with it', async () => {
  const foreign = await fetch(`${api.url}/bot${api.token}/setWebhook`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ url: 'https://crm.example/tg' }),
  })
  assert.ok(foreign.ok)
  await assert.rejects(
    telegram.check(access(), world),
    (error: ChannelFault) => error.words === 'crm.example' && faultLike('channel.other_program')(error),
  )
  api.happens(message(70, { text: 'из очереди' }))
  const { taken } = await followed(1, { settings: { take_over: true } })
  assert.deepEqual(
    taken.map((one) => one.kind === 'message' && one.text),
    ['из очереди'],
  )
})

test('INB-48: where Telegram brings updates itself it is told our address and a secret; then asking is refused', async () => {
  const stop = new AbortController()
  const settings = { mode: 'webhook' }
  const alive = async (): Promise<void> => stop.abort()
  await telegram.follow?.({
    access: access({ settings }),
    world,
    cursor: {},
    signal: stop.signal,
    take: async () => {},
    alive,
    log() {},
  })
  const { given } = await api.called('setWebhook', (call) => String(call.given['url']).startsWith('https://naryad'))
  assert.equal(given['url'], `https://naryad.example${hookPath(access())}`)
  assert.equal(given['secret_token'], hookSecret(world.config.secret, access()))
  const plain = { ...world, config: { ...world.config, public_url: 'http://localhost:3000' } }
  await assert.rejects(telegram.check(access({ settings }), plain), faultLike('channel.needs_https'))
})

test(
  'the stand-in refuses what Telegram refuses',
  { skip: strict ? false : 'the description of the Bot API is not here' },
  async () => {
    const call = async (method: string, given: object) =>
      (await (
        await fetch(`${api.url}/bot${api.token}/${method}`, {
          method: 'POST',
          headers: { 'content-type': 'application/json' },
          body: JSON.stringify(given),
        })
      ).json()) as { error_code?: number }
    assert.equal((await call('sendMessages', {})).error_code, 404)
    assert.equal((await call('sendMessage', { chat_id: 1 })).error_code, 400)
    assert.equal((await call('sendMessage', { chat_id: 1, text: 'а', colour: 'red' })).error_code, 400)
    assert.equal((await call('sendMessage', { chat_id: 1, text: 5 })).error_code, 400)
    assert.equal((await call('sendMessage', { chat_id: 1, text: 'а'.repeat(4097) })).error_code, 400)
    assert.throws(() => api.happens({ message: { message_id: 1 } }))
  },
)
