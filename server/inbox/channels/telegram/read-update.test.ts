import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Update } from 'grammy/types'
import { fieldsOf, made, strict } from '#test/peers/bot-api-rules.ts'
import { isWord } from '#words/index.ts'
import type { Reading } from './read-message.ts'
import { ASKED_FOR, readUpdate } from './read-update.ts'

const cases = new URL('../../../../../shared/corpora/telegram/cases.json', import.meta.url)
const now = new Date('2026-11-27T09:00:00Z')

const ANNA = {
  id: 501,
  is_bot: false,
  first_name: 'Анна',
  last_name: 'Ковалёва',
  username: 'anna_europa',
  language_code: 'ru',
}
const PRIVATE = { id: 501, type: 'private', first_name: 'Анна', last_name: 'Ковалёва' }
const GROUP = { id: -1009001, type: 'supergroup', title: 'ТЦ «Европа»' }
const file = (id: string, more: object = {}) => ({ file_id: id, file_unique_id: id, file_size: 1000, ...more })

const read = (update: object) => readUpdate({ update_id: 7, ...update }, now).signals
function said(message: object, kind = 'message'): Reading {
  const whole = { message_id: 31, date: 1_795_000_000, chat: PRIVATE, from: ANNA, ...message }
  const found = read({ [kind]: whole }).find((signal) => signal.kind === 'message')
  assert.ok(found && 'wanted' in found)
  return found
}
const isMessage = (signal: { kind: string }): signal is Reading => signal.kind === 'message'

test('INB-40: each given update is read: its words, where it was said, and what is in it', (t) => {
  if (!existsSync(cases)) return t.skip('the folder of given material is not here')
  type Case = {
    id: string
    in: { update: Update }
    expected: { kind: string; has: string[]; chat_type: string | null; text: string | null }
  }
  for (const { id, in: given, expected } of JSON.parse(readFileSync(cases, 'utf8')) as Case[]) {
    const once = readUpdate(given.update, now).signals
    const [shown] = once.filter(isMessage)
    if (expected.kind === 'message') {
      assert.ok(shown, id)
      assert.equal(shown.text, expected.text ?? shown.text, id)
      assert.equal(shown.thread.group, expected.chat_type !== 'private', id)
      assert.ok(shown.text || shown.content || shown.wanted.length, `${id} is shown as something`)
      assert.equal(shown.reply_to !== null, expected.has.includes('reply_to_message') && !id.includes('016'), id)
      assert.equal(shown.forwarded_from !== null, expected.has.includes('forward_origin'), id)
      assert.equal(shown.album !== null, expected.has.includes('media_group_id'), id)
      if (expected.has.includes('photo'))
        assert.deepEqual(
          shown.wanted.map(({ part, size }) => [part, size]),
          [['picture', 75245]],
          id,
        )
      if (expected.has.includes('video'))
        assert.deepEqual(
          shown.wanted.map(({ part }) => part),
          ['video'],
          id,
        )
    }
    const twice = readUpdate(given.update, now).signals
    assert.deepEqual(twice, once, `${id} is the same the second time`)
  }
})

test('INB-41: nothing that may stand in a message is passed over: each of its fields is shown as something', (t) => {
  if (!strict) return t.skip('the description of the Bot API is not here')
  let seed = 1
  const pick = (below: number): number => (seed = (seed * 48_271) % 2_147_483_647) % below
  const around =
    /^(message_thread_id|from|sender_.*|business_connection_id|chat|is_.*|via_bot|edit_date|has_.*|author_signature|.*entities|effect_id|show_.*|guest_.*|direct_messages_topic|suggested_post_info|paid_star_count|link_preview_options|media_group_id|reply_.*|external_reply|quote|forward_origin|message_id|date)$/
  for (const { name } of fieldsOf('Message')) {
    const message = { ...(made('Message', pick, [name]) as object), chat: PRIVATE, from: ANNA }
    const shown = said(message)
    assert.ok(shown.text || shown.content || shown.wanted.length, name)
    if (shown.content?.kind === 'notice') assert.ok(isWord(shown.content.code), name)
    if (!around.test(name)) assert.notDeepEqual(shown.content, { kind: 'unknown', name: 'empty' }, name)
  }
  for (const { name } of fieldsOf('Update').slice(1))
    for (let times = 0; times < 20; times += 1) {
      const signals = read(made('Update', pick, [name]) as object)
      const nobodys = ['poll'].includes(name) || (name === 'my_chat_member' && signals.length === 0)
      assert.ok(signals.length > 0 || nobodys || name === 'poll_answer', name)
    }
})

test('INB-41: an update of a kind that came later is a placeholder where it says who or where, and stops nothing else', () => {
  assert.deepEqual(read({ new_update_kind: { some_field_idk: 1 } }), [])
  assert.deepEqual(read({}), [])
  const [shown] = read({ teleported: { chat: GROUP, from: ANNA, date: 1_795_000_000 } }).filter(isMessage)
  assert.deepEqual(shown?.content, { kind: 'unknown', name: 'teleported' })
  assert.deepEqual(said({ hologram: { file_id: 'x' } }).content, { kind: 'unknown', name: 'hologram' })
})

test('INB-42: a photo comes in its largest size with what is written under it; an album is known as one', () => {
  const photo = [
    file('s', { width: 90, height: 60 }),
    file('xl', { width: 1280, height: 960 }),
    file('m', { width: 320, height: 240 }),
  ]
  const shown = said({ photo, caption: 'Течёт здесь', media_group_id: '77' })
  assert.equal(shown.text, 'Течёт здесь')
  assert.deepEqual(
    shown.wanted.map(({ file_id, part }) => [file_id, part]),
    [['xl', 'picture']],
  )
  assert.equal(shown.album, '77')
})

test('INB-42: an animation is one file, a document keeps its name, a moving sticker gives its still picture', () => {
  const animation = file('gif', { width: 1, height: 1, duration: 1 })
  assert.deepEqual(
    said({ animation, document: animation }).wanted.map(({ file_id }) => file_id),
    ['gif'],
  )
  const document = file('doc', { file_name: 'Смета № 5.pdf', mime_type: 'application/pdf' })
  assert.deepEqual(said({ document }).wanted, [{ name: 'Смета № 5.pdf', part: 'file', file_id: 'doc', size: 1000 }])
  const still = file('webp', { width: 100, height: 100 })
  const sticker = file('tgs', {
    type: 'regular',
    width: 1,
    height: 1,
    is_animated: true,
    is_video: false,
    emoji: '👍',
    thumbnail: still,
  })
  const stuck = said({ sticker })
  assert.deepEqual(stuck.content, { kind: 'sticker', emoji: '👍' })
  assert.deepEqual(
    stuck.wanted.map(({ file_id }) => file_id),
    ['webp'],
  )
})

test('INB-42: the words of what has none, the address behind a word, and blocks of a rich message are read as text', () => {
  const poll = { question: 'Когда удобно?', options: [{ text: 'утром' }, { text: 'вечером' }] }
  assert.equal(said({ poll }).text, '📊 Когда удобно?\n• утром\n• вечером')
  const entities = [{ type: 'text_link', offset: 7, length: 5, url: 'https://e.by/price' }]
  assert.equal(
    said({ text: 'Вот наш прайс, смотрите', entities: [{ ...entities[0], offset: 8 }] }).text,
    'Вот наш прайс (https://e.by/price), смотрите',
  )
  const blocks = [
    { type: 'heading', text: 'Заявка', size: 1 },
    { type: 'paragraph', text: ['Не работает ', { type: 'bold', text: 'лифт' }] },
    { type: 'list', items: [{ label: '1.', blocks: [{ type: 'paragraph', text: 'подъезд 2' }] }] },
    { type: 'photo', photo: [file('rich', { width: 10, height: 10 })] },
  ]
  const rich = said({ rich_message: { blocks } })
  assert.equal(rich.text, 'Заявка\nНе работает лифт\n1. подъезд 2')
  assert.deepEqual(
    rich.wanted.map(({ file_id }) => file_id),
    ['rich'],
  )
})

test('INB-43: a shared card proves a phone only when it is the sender’s own', () => {
  const own = said({ contact: { phone_number: '375291112233', first_name: 'Анна', user_id: 501 } })
  assert.deepEqual(own.sender?.proven, [{ kind: 'phone', value: '+375291112233' }])
  assert.deepEqual(own.content, { kind: 'contact', name: 'Анна', phone: '+375291112233' })
  const others = said({ contact: { phone_number: '+375297654321', first_name: 'Пётр', user_id: 777 } })
  assert.equal(others.sender?.proven, undefined)
  assert.equal(said({ contact: { phone_number: '+375297654321', first_name: 'Пётр' } }).sender?.proven, undefined)
})

test('INB-44: an edit is the same message with the time of its change; replies, quotes and passed-on words are told', () => {
  const before = said({ text: 'в 5 вечера' })
  const after = said({ text: 'в 6 вечера', edit_date: 1_795_000_100 }, 'edited_message')
  assert.equal(after.external_id, before.external_id)
  assert.equal(after.edited_at?.getTime(), 1_795_000_100_000)
  const origin = { type: 'hidden_user', date: 1_794_000_000, sender_user_name: 'Жилец кв. 5' }
  const answered = { message_id: 12, date: 1_794_000_000, chat: PRIVATE, text: 'Какой этаж и подъезд?' }
  const answer = said({
    text: 'третий',
    reply_to_message: answered,
    quote: { text: 'Какой этаж', position: 0 },
    forward_origin: origin,
  })
  assert.equal(answer.reply_to, '501:12')
  assert.equal(answer.folded, '> Какой этаж')
  assert.equal(answer.forwarded_from, 'Жилец кв. 5')
})

test('INB-44: messages of a group name who wrote each, topics are threads, and a group that grew moves', () => {
  const shown = said({ chat: GROUP, text: 'Лифт стоит' })
  assert.deepEqual([shown.thread.key, shown.thread.title, shown.thread.group], ['-1009001', 'ТЦ «Европа»', true])
  assert.equal(shown.sender?.label, '@anna_europa')
  const opened = {
    message_id: 4,
    date: 1_794_000_000,
    chat: GROUP,
    forum_topic_created: { name: 'Лифты', icon_color: 1 },
  }
  const inTopic = said({
    chat: GROUP,
    is_topic_message: true,
    message_thread_id: 4,
    reply_to_message: opened,
    text: 'и второй',
  })
  assert.deepEqual(
    [inTopic.thread.key, inTopic.thread.title, inTopic.reply_to],
    ['-1009001/4', 'ТЦ «Европа» · Лифты', null],
  )
  const grown = read({
    message: {
      message_id: 9,
      date: 1_795_000_000,
      chat: { ...GROUP, id: -55, type: 'group' },
      migrate_to_chat_id: -10055,
    },
  })
  assert.deepEqual(grown[0], { kind: 'moved', from_key: '-55', to_key: '-10055' })
})

test('INB-44: through somebody’s own account what its owner writes himself is our side’s, and what is deleted is said', () => {
  const written = said(
    { business_connection_id: 'bc1', from: { ...ANNA, id: 9, first_name: 'Олег' }, text: 'Перезвоню' },
    'business_message',
  )
  assert.equal(written.sender, null)
  assert.deepEqual(
    [written.machine, written.content],
    ['notice', { kind: 'notice', code: 'notice.by_own_hand', who: 'Олег Ковалёва' }],
  )
  const theirs = said({ business_connection_id: 'bc1', text: 'Жду' }, 'business_message')
  assert.deepEqual([theirs.thread.key, theirs.sender?.value, theirs.machine], ['business:bc1:501', '501', null])
  const gone = read({ deleted_business_messages: { business_connection_id: 'bc1', chat: PRIVATE, message_ids: [31] } })
  assert.deepEqual(gone, [{ kind: 'removed', external_id: theirs.external_id, at: now }])
})

test('INB-45: who stops the bot cannot be reached any more, and can be when he opens it again', () => {
  const member = (status: string) => ({ user: { id: 4242, is_bot: true, first_name: 'bot' }, status })
  const turn = (from: string, to: string) =>
    read({
      my_chat_member: {
        chat: PRIVATE,
        from: ANNA,
        date: 1_795_000_000,
        old_chat_member: member(from),
        new_chat_member: member(to),
      },
    })
  const identity = { kind: 'telegram', value: '501' }
  const at = new Date(1_795_000_000_000)
  assert.deepEqual(turn('member', 'kicked')[0], { kind: 'reach', identity, fault: 'blocked', at })
  assert.deepEqual(turn('kicked', 'member')[0], { kind: 'reach', identity, fault: null, at })
  assert.deepEqual(turn('member', 'administrator'), [])
})

test('INB-45: «Start» is told with the word of its link, buttons say what stood on them, machines are no persons', () => {
  const start = said({ text: '/start order_1042' })
  assert.deepEqual([start.text, start.machine, start.thread.facts], ['', 'notice', { start: 'order_1042' }])
  const reply_markup = { inline_keyboard: [[{ text: 'Вызвать мастера', callback_data: 'call' }]] }
  const pressed = readUpdate(
    {
      update_id: 9,
      callback_query: {
        id: 'q1',
        from: ANNA,
        chat_instance: 'x',
        data: 'call',
        message: { message_id: 3, date: 1, chat: PRIVATE, reply_markup },
      },
    } as unknown as Update,
    now,
  )
  assert.deepEqual(pressed.pressed, ['q1'])
  assert.deepEqual(
    pressed.signals.filter(isMessage).map(({ text, machine }) => [text, machine]),
    [['Вызвать мастера', null]],
  )
  assert.equal(said({ chat: GROUP, from: { ...ANNA, is_bot: true }, text: 'Погода' }).machine, 'auto-reply')
  assert.equal(said({ chat: { ...GROUP, type: 'channel' }, text: 'Новости' }, 'channel_post').machine, 'notice')
  for (const kind of [
    'message',
    'edited_message',
    'callback_query',
    'my_chat_member',
    'message_reaction',
    'business_message',
  ])
    assert.ok((ASKED_FOR as string[]).includes(kind), kind)
})
