import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as inbox from '#contract/inbox/conversations.ts'
import { done, type Person } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { asProgram, makeChannel } from '#test/world/inbox.ts'
import { MAILBOX, comes, dialoguesOf } from '#test/world/letters.ts'
import { ownMessageId, plusAddress } from './signed.ts'

const ADDRESS = MAILBOX
const dialogues = dialoguesOf

const secretOf = async () => (await product()).process.world.config.secret

/** A letter of ours that has gone out in a dialogue: its Message-ID. */
async function sent(
  company: { id: string; owner: Person },
  conversation_id: string,
): Promise<{ id: string; message_id: string }> {
  const { id } = await done(company.owner, inbox.answerConversation, { conversation_id, text: 'Когда удобно?' })
  const message_id = ownMessageId(await secretOf(), id, ADDRESS)
  await asProgram(company, async ({ db }) => {
    await db
      .updateTable('messages')
      .set({ external_id: message_id })
      .where('company_id', '=', company.id)
      .where('id', '=', id)
      .execute()
    await db
      .updateTable('message_deliveries')
      .set({ state: 'sent' })
      .where('company_id', '=', company.id)
      .where('message_id', '=', id)
      .execute()
  })
  return { id, message_id }
}

async function begun() {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  await comes(channel, { head: ['Message-ID: <q1@svet.example>'] })
  const [first] = await dialogues(company.owner)
  assert.ok(first)
  return { company, channel, first, answer: await sent(company, first.id) }
}

test('INB-32: who is known in the dialogue continues it by answering our letter, or his own', async () => {
  const { company, channel, answer } = await begun()
  await comes(channel, {
    subject: 'Re: Yamato',
    text: 'Завтра',
    head: ['Message-ID: <q2@svet.example>', `In-Reply-To: ${answer.message_id}`],
  })
  await comes(channel, {
    from: 'PETR@svet.example',
    text: 'И ещё',
    head: ['Message-ID: <q3@svet.example>', 'References: <q1@svet.example> <q2@svet.example>'],
  })
  const [only, ...others] = await dialogues(company.owner)
  assert.equal(others.length, 0)
  assert.deepEqual(
    only?.messages.map(({ text }) => text.trim()),
    ['Нужен мастер', 'Когда удобно?', 'Завтра', 'И ещё'],
  )
  assert.equal(only?.title, 'Yamato')
  assert.equal(only?.messages[2]?.reply_to?.id, answer.id)
})

test('INB-32: a stranger who names an order, or forges headers, gets a dialogue of his own beside it', async () => {
  const { company, channel, first, answer } = await begun()
  const stranger = 'Мария <maria@chuzhaya.example>'
  await comes(channel, {
    from: stranger,
    subject: 'Re: Yamato',
    text: 'Заказ 1042 отмените',
    head: ['Message-ID: <s1@x>', `In-Reply-To: ${answer.message_id}`],
  })
  await comes(channel, {
    from: stranger,
    subject: 'Заказ № 1042',
    text: 'Где мастер?',
    head: ['Message-ID: <s2@x>', 'References: <q1@svet.example>'],
  })
  const forged = [
    'Message-ID: <s3@x>',
    'Authentication-Results: mx.firma.example; dmarc=fail header.from=svet.example',
    `In-Reply-To: ${answer.message_id}`,
  ]
  await comes(channel, { text: 'Переведите деньги на новый счёт', head: forged })
  const all = await dialogues(company.owner)
  assert.deepEqual(
    all.find(({ id }) => id === first.id)?.messages.map(({ side }) => side),
    ['in', 'out'],
  )
  assert.equal(all.length, 4)
  // Nor does he show what was said there as if he had been told it.
  const theirs = all.filter(({ id }) => id !== first.id).flatMap(({ messages }) => messages)
  assert.deepEqual(
    theirs.map(({ reply_to }) => reply_to),
    [null, null, null],
  )
})

test('INB-32: an address that we signed opens its dialogue to whoever was given it', async () => {
  const { company, channel, first } = await begun()
  const to = plusAddress(await secretOf(), first.id, ADDRESS) ?? ''
  await comes(channel, {
    from: 'buh@svet.example',
    to,
    text: 'Отвечаю за Петра',
    head: ['Message-ID: <b1@svet.example>'],
  })
  // A server may have lowered or raised it, or noted it beside the letter only.
  await comes(channel, {
    from: 'buh@svet.example',
    text: 'Ещё раз',
    head: ['Message-ID: <b2@svet.example>', `Delivered-To: ${to.toUpperCase()}`],
  })
  await comes(channel, {
    from: 'x@y.example',
    to: to.replace(/.@/, (end) => (end === 'a@' ? 'b@' : 'a@')),
    text: 'Чужой',
    head: ['Message-ID: <c1@y.example>'],
  })
  const all = await dialogues(company.owner)
  assert.equal(all.find(({ id }) => id === first.id)?.messages.filter(({ side }) => side === 'in').length, 3)
  assert.equal(all.length, 2)
  // He who came in so is known from then on.
  await comes(channel, {
    from: 'buh@svet.example',
    text: 'Третье',
    head: ['Message-ID: <b3@svet.example>', 'In-Reply-To: <b1@svet.example>'],
  })
  assert.equal((await dialogues(company.owner)).length, 2)
})

const bounceOf = (message_id: string, address = 'petr@svet.example', status = '5.1.1'): Buffer =>
  Buffer.from(
    [
      'From: MAILER-DAEMON@mx.firma.example',
      `To: ${ADDRESS}`,
      'Subject: Undelivered Mail Returned to Sender',
      'Message-ID: <bounce1@mx.firma.example>',
      'Auto-Submitted: auto-replied',
      'Content-Type: multipart/report; report-type=delivery-status; boundary=b',
      '',
      '--b',
      '',
      'I could not deliver your message.',
      '--b',
      'Content-Type: message/delivery-status',
      '',
      'Reporting-MTA: dns; mx.firma.example',
      '',
      `Final-Recipient: rfc822; ${address}`,
      `Action: ${status.startsWith('4') ? 'delayed' : 'failed'}`,
      `Status: ${status}`,
      `Diagnostic-Code: smtp; 550 ${status} user unknown`,
      '',
      '--b',
      'Content-Type: text/rfc822-headers',
      '',
      `Message-ID: ${message_id}`,
      `To: ${address}`,
      '',
      '--b--',
      '',
    ].join('\r\n'),
  )

test('INB-37: a bounce stands in the dialogue, fails the letter that it is about and marks the address; a forged one does nothing', async () => {
  const { company, channel, first, answer } = await begun()
  await comes(channel, { raw: bounceOf('<n.aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa@firma.example>') })
  assert.equal((await dialogues(company.owner)).find(({ id }) => id === first.id)?.failed, false)
  await comes(channel, { raw: Buffer.from(bounceOf(answer.message_id).toString().replace('bounce1', 'bounce2')) })
  const all = await dialogues(company.owner)
  const at = all.find(({ id }) => id === first.id)
  const out = at?.messages.find(({ side }) => side === 'out')
  assert.equal(out?.delivery?.state, 'failed')
  assert.equal(out?.delivery?.fault, 'delivery.returned')
  assert.match(out?.delivery?.fault_words ?? '', /user unknown/)
  assert.deepEqual(
    at?.messages.map(({ machine }) => machine),
    [null, null, 'bounce'],
  )
  assert.equal(at?.title, 'Yamato', 'the report renames nothing')
  const { identities } = await asProgram(company, async ({ db }) => ({
    identities: await db
      .selectFrom('contact_identities')
      .select(['value', 'fault'])
      .where('company_id', '=', company.id)
      .where('kind', '=', 'email')
      .execute(),
  }))
  assert.deepEqual(
    identities.find(({ value }) => value === 'petr@svet.example'),
    { value: 'petr@svet.example', fault: 'bounced' },
  )
  assert.equal(
    identities.some(({ value }) => value.startsWith('mailer-daemon')),
    false,
    'a daemon is no contact',
  )
})

test('INB-37: machines come in marked and nobody waits for them', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  await comes(channel, { text: 'Я в отпуске', head: ['Message-ID: <v@x>', 'Auto-Submitted: auto-replied'] })
  await comes(channel, {
    from: 'news@shop.example',
    text: 'Скидки',
    head: ['Message-ID: <n@x>', 'List-Unsubscribe: <https://shop.example/u>'],
  })
  await comes(channel, { from: 'spam@x.example', text: 'Выигрыш', junk: true, head: ['Message-ID: <j@x>'] })
  await comes(channel, { from: 'anna@dom.example', text: 'Нужен мастер', head: ['Message-ID: <p@x>'] })
  const all = await dialogues(company.owner)
  const seen = all.map(({ messages, waiting_since }) => [
    messages[0]?.text.trim(),
    messages[0]?.machine,
    waiting_since !== null,
  ])
  assert.deepEqual(
    seen.toSorted((a, b) => String(a[0]).localeCompare(String(b[0]))),
    [
      ['Выигрыш', 'notice', false],
      ['Нужен мастер', null, true],
      ['Скидки', 'notice', false],
      ['Я в отпуске', 'auto-reply', false],
    ],
  )
})

test('INB-31: one Message-ID on two letters is two letters; the same letter twice is one', async () => {
  const company = await makeCompany()
  const channel = await makeChannel(company, 'email')
  const head = ['Message-ID: <always-the-same@scanner.example>']
  for (let twice = 0; twice < 2; twice++) {
    await comes(channel, { text: 'Скан 1', head })
    await comes(channel, { text: 'Скан 2', head })
    // By another way the same letter has other notes of servers on it.
    await comes(channel, { text: 'Скан 1', head: ['Received: from elsewhere', ...head] })
  }
  await comes(channel, { from: 'без адреса', text: 'Без всего' })
  await comes(channel, { from: 'без адреса', text: 'Без всего' })
  const texts = (await dialogues(company.owner)).flatMap(({ messages }) => messages.map(({ text }) => text.trim()))
  assert.deepEqual(
    texts.toSorted((a, b) => a.localeCompare(b)),
    ['Без всего', 'Скан 1', 'Скан 2'],
  )
})
