import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { afterEach, beforeEach, test } from 'node:test'
import type { World } from '#platform/ctx.ts'
import { faultLike, fileOut, followUntil, outgoing, worldAt } from '#test/peers/at-peer.ts'
import { type MaxApi, openMaxApi } from '#test/peers/max-api.ts'
import { isWord } from '#words/index.ts'
import type { Access, ChannelFault, Outgoing } from '../adapter.ts'
import { max } from './adapter.ts'
import { type Reading, readUpdate } from './read-update.ts'
import type { Attachment, Update } from './updates.ts'

let api: MaxApi
let world: World
beforeEach(async () => {
  api = await openMaxApi()
  world = worldAt({ max_api_url: api.url })
})
afterEach(() => api.close())

const access = (settings: Access['settings'] = {}, token = api.token): Access => ({
  company_id: 'c1',
  channel_id: 'h1',
  settings,
  secrets: { token },
})
const ANNA = {
  user_id: 501,
  first_name: 'Анна',
  last_name: 'Ковалёва',
  username: null,
  name: 'Анна Ковалёва',
  is_bot: false,
}
const written = (mid: string, body: object, more: object = {}) => ({
  update_type: 'message_created',
  timestamp: 1_795_000_000_000,
  message: {
    sender: ANNA,
    recipient: { chat_id: 9001, chat_type: 'dialog', user_id: 77 },
    timestamp: 1_795_000_000_000,
    body: { mid, seq: 5, text: null, attachments: null, ...body },
    ...more,
  },
})
const read = (update: object): Reading => {
  const found = readUpdate(update as Update, api.token).signals.find((one) => one.kind === 'message')
  assert.ok(found && 'wanted' in found)
  return found
}
const followed = (count: number, settings: object = {}, cursor = {}) =>
  followUntil(max, count, { access: access({ ...settings }), world, cursor })
const sendOut = (more: Partial<Outgoing> = {}) =>
  max.send?.(
    outgoing({ conversation: { id: 'd', external_key: '9001', title: null, facts: {} }, ...more }),
    access(),
    world,
  )

test('INB-70: messages come with their files, and from behind the marker after that', async () => {
  const image = { type: 'image', payload: { url: api.holds('p1', Buffer.from('a picture')), token: 't', photo_id: 1 } }
  api.holds('v1', Buffer.from('a film'))
  const video = { type: 'video', payload: { url: 'https://max.example/player', token: 'v1' } }
  api.happens(written('m1', { text: 'Здравствуйте, в подвале вода' }))
  api.happens(written('m2', { attachments: [image, video] }))
  const { taken, cursor } = await followed(2)
  const [first, second] = taken
  assert.deepEqual(first?.kind === 'message' && [first.text, first.thread.key, first.sender?.name], [
    'Здравствуйте, в подвале вода',
    '9001',
    'Анна Ковалёва',
  ])
  const files = second?.kind === 'message' ? (second.files ?? []) : []
  assert.deepEqual(
    files.map((file) => [file.part, 'bytes' in file && Buffer.from(file.bytes).toString()]),
    [
      ['picture', 'a picture'],
      ['video', 'a film'],
    ],
  )
  api.happens(written('m3', { text: 'и ещё' }))
  const next = await followed(1, {}, cursor)
  assert.deepEqual(
    next.taken.map((one) => one.kind === 'message' && one.text),
    ['и ещё'],
  )
})

test('INB-70: a file that is gone leaves its message whole; a pause that MAX asks for is kept', async () => {
  api.refuses('/updates', { status: 429, code: 'too.many.requests' })
  api.happens(
    written('m1', {
      text: 'Акт',
      attachments: [
        { type: 'file', filename: 'акт.pdf', size: 5, payload: { url: `${api.url}/files/none`, token: 't' } },
      ],
    }),
  )
  const { taken } = await followed(1)
  const [shown] = taken
  assert.deepEqual(shown?.kind === 'message' && shown.files, [
    { name: 'акт.pdf', part: 'file', fault: 'channel.file_gone' },
  ])
})

test('INB-70: edits, removals, replies and passed-on messages are told; the same update is the same signal', () => {
  const edited = read({
    ...written('m1', { text: 'в 6' }),
    update_type: 'message_edited',
    timestamp: 1_795_000_009_000,
  })
  assert.deepEqual([edited.external_id, edited.edited_at?.getTime()], ['m1', 1_795_000_009_000])
  const removed = readUpdate(
    { update_type: 'message_removed', timestamp: 5, message_id: 'm1', chat_id: 9001, user_id: 501 },
    '',
  ).signals
  assert.deepEqual(removed, [{ kind: 'removed', external_id: 'm1', at: new Date(5) }])
  const answer = read(
    written('m2', { text: 'третий' }, { link: { type: 'reply', message: { mid: 'm0', seq: 1, text: 'Какой этаж?' } } }),
  )
  assert.deepEqual([answer.reply_to, answer.forwarded_from], ['m0', null])
  const link = {
    type: 'forward',
    sender: { ...ANNA, first_name: 'Сосед', last_name: '' },
    message: { mid: 'x', seq: 1, text: 'лифт стоит' },
  }
  const passed = read(written('m3', {}, { link }))
  assert.deepEqual([passed.text, passed.forwarded_from], ['лифт стоит', 'Сосед'])
  assert.deepEqual(read(written('m3', {}, { link })), passed)
})

test('INB-70: who opens and who stops the bot, who comes into a group, and kinds that came later are told', () => {
  const [reach, told] = readUpdate({ update_type: 'bot_stopped', timestamp: 5, chat_id: 9001, user: ANNA }, '').signals
  assert.deepEqual(reach, { kind: 'reach', identity: { kind: 'max', value: '501' }, fault: 'blocked', at: new Date(5) })
  assert.ok(told?.kind === 'message' && told.machine === 'notice')
  const started = read({ update_type: 'bot_started', timestamp: 5, chat_id: 9001, user: ANNA, payload: 'order_1042' })
  assert.deepEqual(started.thread.facts, { start: 'order_1042' })
  for (const kind of [
    'bot_added',
    'bot_removed',
    'user_added',
    'user_removed',
    'chat_title_changed',
    'dialog_removed',
    'dialog_cleared',
    'dialog_muted',
    'dialog_unmuted',
  ]) {
    const { content } = read({
      update_type: kind,
      timestamp: 5,
      chat_id: 9001,
      user: ANNA,
      title: 'Двор',
      is_channel: false,
    })
    assert.ok(content?.kind === 'notice' && isWord(content.code), kind)
  }
  assert.deepEqual(read({ update_type: 'teleported', timestamp: 5, chat_id: 9001 }).content, {
    kind: 'unknown',
    name: 'teleported',
  })
  assert.deepEqual(read(written('m1', { attachments: [{ type: 'hologram' }] })).content, {
    kind: 'unknown',
    name: 'hologram',
  })
  assert.deepEqual(readUpdate({ update_type: 'elsewhere', timestamp: 5 }, '').signals, [])
})

test('INB-70: a pressed button says what stood on it and is answered', async () => {
  const buttons = [[{ type: 'callback', text: 'Вызвать мастера', payload: 'call' }]]
  const { message } = written('m1', { attachments: [{ type: 'inline_keyboard', payload: { buttons } }] })
  api.happens({
    update_type: 'message_callback',
    callback: { timestamp: 5, callback_id: 'c7', payload: 'call', user: ANNA },
    message,
  })
  const { taken } = await followed(1)
  assert.equal(taken[0]?.kind === 'message' && taken[0].text, 'Вызвать мастера')
  assert.equal((await api.called('POST /answers')).given['callback_id'], 'c7')
})

test('INB-71: a card proves a phone with MAX’s signature and of its sender only', () => {
  const vcf_info = 'BEGIN:VCARD\r\nVERSION:3.0\r\nTEL;TYPE=cell:375291112233\r\nFN:Анна\r\nEND:VCARD'
  const hash = createHmac('sha256', api.token).update(vcf_info).digest('hex')
  const card = (payload: Attachment['payload']) => read(written('m1', { attachments: [{ type: 'contact', payload }] }))
  const own = card({ vcf_info, max_info: ANNA, hash })
  assert.deepEqual(own.sender?.proven, [{ kind: 'phone', value: '+375291112233' }])
  assert.deepEqual(own.content, { kind: 'contact', name: 'Анна', phone: '+375291112233' })
  assert.equal(card({ vcf_info, max_info: { ...ANNA, user_id: 9 }, hash }).sender?.proven, undefined)
  assert.equal(card({ vcf_info, max_info: ANNA, hash: 'forged' }).sender?.proven, undefined)
})

test('INB-71: who opens the bot is greeted, with a button for his number', async () => {
  api.happens({ update_type: 'bot_started', chat_id: 9001, user: ANNA })
  const { taken } = await followed(3, { greeting: 'Здравствуйте!', ask_phone: true })
  const { given } = await api.called('POST /messages')
  assert.match(JSON.stringify(given), /request_contact/)
  assert.ok(
    taken.some(
      (one) => one.kind === 'message' && one.content?.kind === 'notice' && one.content.code === 'notice.greeted',
    ),
  )
})

test('INB-72: a long text goes in parts, pictures together, files alone; a file that MAX works on is waited for', async () => {
  const text = Array.from({ length: 900 }, (_, at) => `Пункт ${at}.`).join(' ')
  const quoted = { external_id: 'm0', references: [], author: 'Анна', sent_at: new Date(), text: '…' }
  assert.match((await sendOut({ text, reply_to: quoted }))?.external_id ?? '', /^mid\.out\./)
  const parts = api.calls.filter(({ method }) => method === 'POST /messages').map(({ given }) => given)
  assert.equal(parts.map((given) => given['text']).join(' '), text)
  assert.deepEqual(parts[0]?.['link'], { type: 'reply', mid: 'm0' })
  api.refuses('/messages', { status: 400, code: 'attachment.not.ready' })
  await sendOut({ text: 'Готово', files: [fileOut('1.jpg', 'image/jpeg'), fileOut('акт.pdf', 'application/pdf')] })
  const upload = await api.called('upload', ({ given }) => given['type'] === 'file')
  assert.deepEqual([upload.given['name'], String(upload.given['bytes'])], ['акт.pdf', 'акт.pdf'])
  const sent = api.calls
    .filter(({ method, given }) => method === 'POST /messages' && given['attachments'])
    .map(({ given }) => given)
  assert.deepEqual(
    sent.map((given) => [given['text'], given['attachments']]),
    [
      ['Готово', [{ type: 'image', payload: { photos: { k1: { token: 't-image' } } } }]],
      ['Готово', [{ type: 'image', payload: { photos: { k1: { token: 't-image' } } } }]],
      [null, [{ type: 'file', payload: { token: 't-file' } }]],
    ],
  )
})

test('INB-72: refusals are told by their code: wrong key, stopped, not in the group, too many', async () => {
  const met = await max.check(access(), world)
  assert.deepEqual(met, { name: 'Служба ремонта', settings: { bot_id: 77, username: 'remont_bot' } })
  await assert.rejects(max.check(access({}, 'somebody_elses_key'), world), faultLike('channel.token_wrong'))
  await assert.rejects(max.check(access({}, 'не ключ'), world), faultLike('channel.token_wrong'))
  const cases: [number, string, string, (error: unknown) => boolean][] = [
    [403, 'chat.denied', 'error.dialog.suspended', faultLike('channel.blocked', { permanent: true, reach: 'blocked' })],
    [403, 'chat.denied', 'chat is not accessible', faultLike('channel.group_left', { permanent: true })],
    [404, 'chat.not.found', '', faultLike('channel.chat_gone', { permanent: true })],
    [503, 'service.unavailable', '', faultLike('channel.unreachable')],
  ]
  for (const [status, code, words, expected] of cases) {
    api.refuses('/messages', { status, code, message: words })
    await assert.rejects(Promise.resolve(sendOut()), expected, code)
  }
  api.refuses('/messages', { status: 429, code: 'too.many.requests' })
  await assert.rejects(
    Promise.resolve(sendOut()),
    (error: ChannelFault) => error.retry_at !== null && faultLike('channel.too_many')(error),
  )
  const heavy = { ...fileOut('фильм.mp4', 'video/mp4'), size: 51 * 1024 * 1024 }
  await assert.rejects(
    Promise.resolve(sendOut({ files: [heavy] })),
    faultLike('channel.file_over_50mb', { permanent: true }),
  )
  await max.typing?.(
    {
      to: null,
      conversation: outgoing({ conversation: { id: 'd', external_key: '9001', title: null, facts: {} } }).conversation,
    },
    access(),
    world,
  )
  assert.equal((await api.called('POST /chats/9001/actions')).given['action'], 'typing_on')
})
