import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail } from './read-mail.ts'

const read = (...lines: string[]) => readMail(Buffer.from(lines.join('\r\n')))
const kindOf = async (...head: string[]) =>
  (await read('From: Пётр <petr@svet.example>', 'Date: Wed, 12 Mar 2025 14:03:00 +0300', ...head, '', 'Текст')).kind

test('INB-6: a person’s letter is a person’s, whatever it speaks of', async () => {
  assert.equal(await kindOf('Subject: Заявка'), 'person')
  assert.equal(await kindOf('Subject: Не доставлено оборудование на объект'), 'person')
  assert.equal(await kindOf('Subject: Re: Undelivered mail returned to sender, what is it?'), 'person')
  assert.equal(await kindOf('Subject: Ошибка доставки в среду', 'X-Priority: 1'), 'person')
  assert.equal(await kindOf('Subject: a', 'Auto-Submitted: no'), 'person')
  // Written to a group address of the company, which hands it on as a list does.
  assert.equal(
    await kindOf(
      'Subject: a',
      'Precedence: list',
      'List-Id: <info.svet.example>',
      'List-Post: <mailto:info@svet.example>',
      'List-Unsubscribe: <mailto:u@svet.example>',
    ),
    'person',
  )
  assert.equal(
    (await read('From: admin@svet.example', 'Subject: Не доставлено оборудование', '', 'Где оно?')).kind,
    'person',
  )
  const pasted = ['Вот что нам пришло:', '', 'Final-Recipient: rfc822; a@b.by', 'Action: failed', 'Status: 5.1.1']
  assert.equal((await read('From: a@b.by', 'Subject: Помогите', '', ...pasted)).kind, 'person')
})

test('INB-6: an answer of a machine is told by its header, or by its subject', async () => {
  for (const head of [
    'Auto-Submitted: auto-replied',
    'Auto-Submitted: auto-generated; owner-email="a@b.by"',
    'X-Autoreply: yes',
    'X-Auto-Response-Suppress: OOF, AutoReply',
    'Precedence: bulk',
    'Precedence: auto_reply',
    'List-Unsubscribe: <https://news.example/u>',
    'Return-Path: <>',
    'Subject: Автоответ: в отпуске',
    'Subject: Автоматический ответ: Заявка',
    'Subject: Автоматична відповідь: Заявка',
    'Subject: Out of Office: until Monday',
    'Subject: Automatic reply: Job',
  ])
    assert.equal(await kindOf(head), 'auto-reply', head)
})

test('INB-6: a receipt that a letter was read or delivered is an automatic letter and no bounce', async () => {
  const report = (type: string, ...part: string[]) =>
    read(
      'From: a@b.by',
      'Subject: Read',
      `Content-Type: multipart/report; report-type=${type}; boundary=x`,
      '',
      '--x',
      '',
      'ok',
      '--x',
      ...part,
      '--x--',
    )
  const mdn = await report(
    'disposition-notification',
    'Content-Type: message/disposition-notification',
    '',
    'Disposition: manual-action; displayed',
  )
  const dsn = await report(
    'delivery-status',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; b.by',
    '',
    'Final-Recipient: rfc822; c@d.by',
    'Action: delivered',
    'Status: 2.0.0',
  )
  assert.deepEqual([mdn.kind, dsn.kind, dsn.bounced], ['auto-reply', 'auto-reply', []])
})

test('INB-6: a complaint by feedback loop is one', async () => {
  const mail = await read(
    'From: fbl@mail.example',
    'Subject: abuse',
    'Content-Type: multipart/report; report-type=feedback-report; boundary=x',
    '',
    '--x',
    '',
    'spam',
    '--x',
    'Content-Type: message/feedback-report',
    '',
    'Feedback-Type: abuse',
    '--x--',
  )
  assert.equal(mail.kind, 'complaint')
})

const OURS = [
  'Return-Path: <info@naryad.example>',
  'Message-ID: <ours.1@naryad.example>',
  'From: info@naryad.example',
  'To: kto@svet.example',
  'Subject: Заявка',
]
const reports: Record<string, string[]> = {
  Postfix: [
    'From: MAILER-DAEMON@mx.example (Mail Delivery System)',
    'Subject: Undelivered Mail Returned to Sender',
    'To: info@naryad.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    '',
    "I'm sorry to have to inform you",
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; mx.example',
    '',
    'Final-Recipient: rfc822; kto@svet.example',
    'Action: failed',
    'Status: 5.1.1',
    '--x',
    'Content-Type: message/rfc822',
    '',
    ...OURS,
    '',
    'text',
    '--x--',
  ],
  'Exchange ru': [
    'From: Microsoft Outlook <MicrosoftExchange329e71ec88ae4615bbc36ab6ce41109e@svet.example>',
    'Subject: Не удается доставить: Заявка',
    'To: info@naryad.example',
    'Auto-Submitted: auto-replied',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/html; charset=utf-8',
    '',
    '<p>Не удалось доставить сообщение</p>',
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns;mx.svet.example',
    '',
    'Final-Recipient: rfc822;kto@svet.example',
    'Action: failed',
    'Status: 5.1.10',
    '--x',
    'Content-Type: message/rfc822',
    '',
    ...OURS,
    '',
    '--x--',
  ],
  Exim: [
    'Return-path: <>',
    'From: Mail Delivery System <Mailer-Daemon@mx.example>',
    'X-Failed-Recipients: kto@svet.example',
    'Auto-Submitted: auto-replied',
    'Subject: Mail delivery failed: returning message to sender',
    'To: info@naryad.example',
    '',
    'This message was created automatically by mail delivery software.',
    '',
    '  kto@svet.example',
    '    550 user unknown',
    '',
    '------ This is a copy of the message, including all the headers. ------',
    '',
    ...OURS,
    '',
    'text',
  ],
  qmail: [
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example',
    'Subject: failure notice',
    'To: info@naryad.example',
    '',
    'Hi. This is the qmail-send program at mx.example.',
    "I've given up.",
    '',
    '<kto@svet.example>:',
    '550 no such user',
    '',
    '--- Below this line is a copy of the message.',
    '',
    ...OURS,
    '',
    'text',
  ],
  'Mail.ru': [
    'Return-Path: <>',
    'From: mailer-daemon@corp.mail.ru',
    'X-Failed-Recipients: kto@svet.example',
    'Auto-Submitted: auto-replied',
    'Subject: Ваше сообщение не доставлено. Mail failure.',
    'To: info@naryad.example',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Это письмо создано автоматически сервером Mail.Ru.',
    '',
    '  kto@svet.example',
    '    user not found',
    '',
    '------ Это копия вашего сообщения с заголовками. ------',
    '',
    ...OURS,
    '',
    'text',
  ],
  Yandex: [
    'From: mailer-daemon@yandex.ru',
    'Subject: Недоставленное сообщение',
    'To: info@naryad.example',
    'Content-Type: multipart/report; report-type=delivery-status; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Это письмо отправлено почтовым сервером yandex.ru.',
    '',
    '<kto@svet.example>: host mx said: 550 No such user',
    '--x',
    'Content-Type: message/delivery-status',
    '',
    'Reporting-MTA: dns; yandex.ru',
    '',
    'Final-Recipient: rfc822; kto@svet.example',
    'Action: failed',
    'Status: 5.7.1',
    '--x',
    'Content-Type: text/rfc822-headers',
    '',
    ...OURS,
    '--x--',
  ],
  Gmail: [
    'Return-Path: <>',
    'From: Mail Delivery Subsystem <mailer-daemon@googlemail.com>',
    'Subject: Delivery Status Notification (Failure)',
    'To: info@naryad.example',
    'X-Failed-Recipients: kto@svet.example',
    'Auto-Submitted: auto-replied',
    '',
    'Address not found',
    '',
    "Your message wasn't delivered to kto@svet.example because the address couldn't be found.",
    '',
    '----- Original message -----',
    '',
    ...OURS,
    '',
    'text',
  ],
}

test('INB-7: a bounce of any server names the address, the letter, and that it is for good', async () => {
  for (const [server, lines] of Object.entries(reports)) {
    const { kind, bounced } = await read(...lines)
    assert.equal(kind, 'bounce', server)
    assert.deepEqual(
      bounced,
      [{ address: 'kto@svet.example', message_id: '<ours.1@naryad.example>', permanent: true }],
      server,
    )
  }
})

test('INB-7: a letter that is only late is not lost yet', async () => {
  const late = (reports['Postfix'] ?? []).map((line) =>
    line.replace('Action: failed', 'Action: delayed').replace('5.1.1', '4.4.1'),
  )
  assert.equal((await read(...late)).bounced[0]?.permanent, false)
  const warned = await read(
    'Return-Path: <>',
    'From: MAILER-DAEMON@mx.example',
    'Subject: Warning: message delayed 24 hours',
    'To: info@naryad.example',
    '',
    'The message has not yet been delivered to:',
    '',
    '  kto@svet.example',
    '',
    'No action is required on your part.',
    '',
  )
  assert.deepEqual(warned.bounced, [{ address: 'kto@svet.example', message_id: null, permanent: false }])
})
