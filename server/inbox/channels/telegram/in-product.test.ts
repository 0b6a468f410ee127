import assert from 'node:assert/strict'
import { before, test } from 'node:test'
import * as channels from '#contract/inbox/channels.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { as, done } from '#test/as.ts'
import { atEnd } from '#test/at-end.ts'
import { callAt } from '#test/http.ts'
import { type BotApi, openBotApi } from '#test/peers/bot-api.ts'
import { product } from '#test/product.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { dialogue } from '#test/world/inbox.ts'
import { workingNode } from '#test/working-node.ts'
import { hookPath, hookSecret } from './bot.ts'

let api: BotApi
let node: Awaited<ReturnType<typeof workingNode>>
before(async () => {
  api = await openBotApi()
  node = await workingNode({ telegram_api_url: api.url, public_url: 'https://naryad.example' })
  atEnd(async () => {
    await node.close()
    await api.close()
  })
})

const ANNA = { id: 501, is_bot: false, first_name: 'Анна', last_name: 'Ковалёва', username: 'anna_europa' }
const CHAT = { id: 501, type: 'private', first_name: 'Анна' }
const written = (message_id: number, more: object) => ({
  message: { message_id, date: Math.floor(Date.now() / 1000) - 5, chat: CHAT, from: ANNA, ...more },
})

const connect = async ({ owner }: Company, settings: Record<string, unknown> = {}) =>
  callAt(node.url, owner, {
    at: channels.connectChannel,
    input: { kind: 'telegram', settings, secrets: { token: api.token } },
    manner: {},
  })

/** Asks until it is so: the node takes what came in its own time. */
async function until<T>(ask: () => Promise<T>, so: (answer: T) => boolean): Promise<T> {
  for (const end = Date.now() + 20_000; ;) {
    const answer = await ask()
    if (so(answer)) return answer
    if (Date.now() > end) assert.fail(`it did not come: ${JSON.stringify(answer)}`)
    await new Promise((go) => setTimeout(go, 100))
  }
}

/** The answer goes back into the chat, names the message it answers, and is known to be sent. */
async function answers(company: Company, shown: Awaited<ReturnType<typeof dialogue>> | null): Promise<void> {
  const second = shown?.messages[1]
  const answer = await done(company.owner, inbox.answerConversation, {
    conversation_id: shown?.id ?? '',
    text: 'Выезжаем, заявка № 1042',
    reply_to_id: second?.id ?? '',
  })
  const sent = await api.called('sendMessage')
  assert.deepEqual(sent.given, {
    chat_id: 501,
    text: 'Выезжаем, заявка № 1042',
    reply_parameters: { message_id: 32, allow_sending_without_reply: true },
  })
  const later = await until(
    () => dialogue(company.owner),
    ({ messages }) => messages.at(-1)?.delivery?.state === 'sent',
  )
  assert.equal(later.messages.at(-1)?.id, answer.id)
}

/** The screen of channels says that it works; then it is put away. */
async function putAway(company: Company, channel: channels.Channel): Promise<void> {
  const { rows } = await done(company.owner, channels.listChannels, {})
  assert.ok(rows[0]?.health.last_in_at && rows[0].health.last_out_at && !rows[0].health.fault)
  const { status: put_away } = await as(
    company.owner,
    channels.changeChannel,
    { channel_id: channel.id, archived: true },
    { if_match: channel.version },
  )
  assert.equal(put_away, 200)
}

test('S26, S27: a bot is connected by its key, what is written to it comes with its photo, and the answer goes back', async () => {
  const company = await makeCompany()
  const { status, body: channel } = await connect(company)
  assert.equal(status, 200)
  assert.equal(channel.name, '@remont_bot')
  const file_id = api.holds('photos/1.jpg', Buffer.from('not quite a picture'))
  api.happens(written(31, { text: 'Здравствуйте, в подвале вода' }))
  const photo = [{ file_id, file_unique_id: 'u', width: 10, height: 10 }]
  api.happens(
    written(32, {
      photo,
      media_group_id: '9',
      forward_origin: { type: 'hidden_user', date: 1_795_000_000, sender_user_name: 'Сосед' },
    }),
  )

  const shown = await until(
    () => dialogue(company.owner).catch(() => null),
    (found) => found?.messages.length === 2,
  )
  assert.equal(shown?.contact?.name, 'Анна Ковалёва')
  const [, second] = shown?.messages ?? []
  assert.deepEqual([second?.forwarded_from, second?.album, second?.files[0]?.part], ['Сосед', '9', 'picture'])
  assert.ok(second?.files[0]?.file)

  await answers(company, shown)
  await putAway(company, channel)
})

test('INB-48, S26: a wrong key is refused in words, before anything is kept', async () => {
  const company = await makeCompany()
  const wrong = await callAt(node.url, company.owner, {
    at: channels.connectChannel,
    input: { kind: 'telegram', settings: {}, secrets: { token: '4242:somebody_elses_key' } },
    manner: {},
  })
  assert.deepEqual(
    [wrong.status, wrong.body.code, wrong.body.facts?.['why']],
    [409, 'channel.refused', 'channel.token_wrong'],
  )
  assert.deepEqual((await done(company.owner, channels.listChannels, {})).rows, [])
})

test('INB-49, S27: what Telegram brings is taken with its secret only, and once however often it is brought', async () => {
  const company = await makeCompany()
  const { body: channel } = await connect(company, { mode: 'webhook' })
  const named = { company_id: company.id, channel_id: channel.id }
  const { process } = await product()
  const secret = hookSecret(process.config.secret, named)
  const bring = async (update: object, given: string | null) => {
    const headers = {
      'content-type': 'application/json',
      ...(given ? { 'x-telegram-bot-api-secret-token': given } : {}),
    }
    const reply = await fetch(node.url + hookPath(named), { method: 'POST', headers, body: JSON.stringify(update) })
    return reply.status
  }
  const update = { update_id: 900_001, ...written(61, { text: 'Ключи у консьержа' }) }

  assert.deepEqual([await bring(update, null), await bring(update, 'somebody-elses')], [404, 404])
  assert.deepEqual([await bring(update, secret), await bring(update, secret)], [200, 200])
  const shown = await until(
    () => dialogue(company.owner).catch(() => null),
    (found) => (found?.messages.length ?? 0) > 0,
  )
  assert.equal(await bring(update, secret), 200)
  await bring({ update_id: 900_002, ...written(62, { text: 'и пропуск' }) }, secret)
  const both = await until(
    () => dialogue(company.owner),
    ({ messages }) => messages.some(({ text }) => text === 'и пропуск'),
  )
  assert.deepEqual(
    both.messages.map(({ text }) => text),
    ['Ключи у консьержа', 'и пропуск'],
  )
  const source = await as(company.owner, inbox.getMessageSource, { message_id: shown?.messages[0]?.id ?? '' })
  assert.deepEqual(JSON.parse(source.body.raw ?? '{}'), update)
})
