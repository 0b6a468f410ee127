import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { test } from 'node:test'
import { readMail } from './read-mail.ts'

/** Bytes of a message, so that words may stand in any charset. */
function bytes(text: string, charset: 'windows-1251' | 'koi8-r' | 'ibm866' | 'utf-8' = 'utf-8'): Buffer {
  if (charset === 'utf-8') return Buffer.from(text)
  const table = new Map(
    Array.from({ length: 256 }, (_, byte) => [new TextDecoder(charset).decode(Uint8Array.of(byte)), byte] as const),
  )
  return Buffer.from(Array.from(text, (sign) => table.get(sign) ?? 63))
}
const lines = (...all: string[]): string => all.join('\r\n')

test('INB-2: Cyrillic that does not say its charset is read right, in the header and below', async () => {
  const words = lines(
    'From: Пётр Иванов <petr@svet.example>',
    'To: info@naryad.example',
    'Subject: Заявка на ремонт',
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    '',
    'Добрый день, протекает крыша, нужен мастер.',
    '--b',
    'Content-Type: application/pdf; name="Договор № 5.pdf"',
    'Content-Disposition: attachment; filename="Договор.pdf"',
    '',
    'x',
    '--b--',
    '',
  )
  for (const charset of ['windows-1251', 'koi8-r', 'ibm866', 'utf-8'] as const) {
    const mail = await readMail(bytes(words.replace('№', 'N'), charset))
    assert.deepEqual(mail.from, { name: 'Пётр Иванов', email: 'petr@svet.example' }, charset)
    assert.equal(mail.subject, 'Заявка на ремонт', charset)
    assert.match(mail.shown_text, /протекает крыша/, charset)
    assert.equal(mail.attachments[0]?.name, 'Договор.pdf', charset)
  }
})

test('INB-2: capitals, quoted-printable and base64 without a charset, and a charset that the bytes break', async () => {
  const letter = (type: string, encoding: string, body: Buffer) =>
    Buffer.concat([
      Buffer.from(lines('From: a@b.by', `Content-Type: ${type}`, `Content-Transfer-Encoding: ${encoding}`, '', '')),
      body,
    ])
  const words = bytes('СРОЧНО НУЖЕН ЭЛЕКТРИК НА ОБЪЕКТ', 'windows-1251')
  const quoted = Buffer.from(
    Array.from(words, (byte) => `=${byte.toString(16).toUpperCase().padStart(2, '0')}`).join(''),
  )
  for (const raw of [
    letter('text/plain', '8bit', words),
    letter('text/plain; charset=us-ascii', 'quoted-printable', quoted),
    letter('text/plain; charset=utf-8', 'base64', Buffer.from(words.toString('base64'))),
    letter('text/html', '8bit', Buffer.concat([Buffer.from('<p>'), words, Buffer.from('</p>')])),
  ])
    assert.match((await readMail(raw)).text, /СРОЧНО НУЖЕН ЭЛЕКТРИК/)
  const western = letter('text/plain', '8bit', Buffer.from('Déjà vu, très bien', 'latin1'))
  assert.match((await readMail(western)).text, /Déjà vu, très bien/)
})

test('INB-3: names of files in every form, and none that leads out of its folder', async () => {
  const named = async (field: string) => {
    const raw = lines(
      'From: a@b.by',
      'Content-Type: multipart/mixed; boundary=b',
      '',
      '--b',
      'Content-Type: application/octet-stream',
      field,
      '',
      'x',
      '--b--',
    )
    return (await readMail(Buffer.from(raw))).attachments[0]?.name
  }
  const russian = encodeURIComponent('Акт сверки.pdf')
  assert.equal(await named(`Content-Disposition: attachment; filename*=UTF-8''${russian}`), 'Акт сверки.pdf')
  assert.equal(
    await named(
      `Content-Disposition: attachment; filename*0*=UTF-8''${russian.slice(0, 18)}; filename*1*=${russian.slice(18)}`,
    ),
    'Акт сверки.pdf',
  )
  assert.equal(await named("Content-Disposition: attachment; filename*=koi8-r''%E1%CB%D4.pdf"), 'Акт.pdf')
  assert.equal(
    await named(`Content-Disposition: attachment; filename="=?utf-8?B?${Buffer.from('Акт.pdf').toString('base64')}?="`),
    'Акт.pdf',
  )
  assert.equal(await named("Content-Disposition: attachment; filename*=UTF-8''..%5C..%5Cpasswd"), 'passwd')
  assert.equal(await named('Content-Disposition: attachment; filename="/etc/../../x.sh"'), 'x.sh')
  assert.equal(await named('Content-Disposition: attachment; filename="фото\u202Egpj.exe"'), 'фотоgpj.exe')
  assert.equal(await named('Content-Disposition: attachment'), 'file-1')
})

test('INB-3: a letter inside a letter is a file, its files are there too, and its words are read', async () => {
  const inner = lines(
    'From: c@d.by',
    'Subject: inner',
    'Content-Type: multipart/mixed; boundary=i',
    '',
    '--i',
    '',
    'Нужен сварщик',
    '--i',
    'Content-Type: image/png; name=a.png',
    'Content-Transfer-Encoding: base64',
    '',
    'AAAA',
    '--i--',
    '',
  )
  const raw = lines(
    'From: a@b.by',
    'Content-Type: multipart/mixed; boundary=o',
    '',
    '--o',
    '',
    'См. вложение',
    '--o',
    'Content-Type: message/rfc822',
    'Content-Disposition: attachment; filename=f.eml',
    '',
    inner,
    '--o--',
    '',
  )
  const mail = await readMail(Buffer.from(raw))
  assert.deepEqual(
    mail.attachments.map(({ name }) => name),
    ['f.eml', 'a.png'],
  )
  assert.equal(mail.attachments[1]?.sha256, createHash('sha256').update(Buffer.alloc(3)).digest('hex'))
  assert.equal(mail.shown_text, 'См. вложение')
  assert.match(mail.folded_text, /Нужен сварщик/)
})

test('INB-1: what breaks the rules is read as far as it goes', async () => {
  const text = 'Нужен мастер'
  const part = ['--x', 'Content-Type: text/plain; charset=utf-8', '', text, '--x--']
  const broken: Record<string, string> = {
    'no boundary announced': lines('From: a@b.by', 'Content-Type: multipart/mixed', '', ...part),
    'another boundary': lines('From: a@b.by', 'Content-Type: multipart/mixed; boundary=y', '', ...part),
    'no part at all': lines('From: a@b.by', 'Content-Type: multipart/mixed; boundary=y', '', text),
    'not closed': lines('From: a@b.by', 'Content-Type: multipart/mixed; boundary=x', '', '--x', '', text),
    'unknown encoding': lines('From: a@b.by', 'Content-Transfer-Encoding: x-strange', '', text),
    'unknown charset': lines('From: a@b.by', 'Content-Type: text/plain; charset=x-unknown', '', text),
    'header without end': lines('From: a@b.by', 'Subject: x', 'nonsense', '', text),
    'a digest': lines(
      'From: a@b.by',
      'Content-Type: multipart/digest; boundary=x',
      '',
      '--x',
      '',
      'From: c@d.by',
      'Content-Type: text/plain; charset=utf-8',
      '',
      text,
      '--x--',
    ),
  }
  for (const [what, raw] of Object.entries(broken))
    assert.match((await readMail(Buffer.from(raw))).text, /Нужен мастер/, what)
  const deep = `${'Content-Type: multipart/mixed; boundary=x\r\n\r\n--x\r\n'.repeat(300)}\r\n${text}`
  for (const raw of [
    '',
    '\0\0\0',
    'GIF89a\u0001\u0002',
    `From: a@b.by\r\n${deep}`,
    `${'a'.repeat(100_000)}: b\r\n\r\n`,
  ])
    assert.equal(typeof (await readMail(Buffer.from(raw))).text, 'string')
  assert.equal((await readMail(Buffer.alloc(0))).kind, 'malformed')
})

test('INB-1: a calendar invitation and a winmail.dat are files, and the words beside them are read', async () => {
  const raw = lines(
    'From: a@b.by',
    'Content-Type: multipart/mixed; boundary=x',
    '',
    '--x',
    'Content-Type: text/plain; charset=utf-8',
    '',
    'Встреча',
    '--x',
    'Content-Type: text/calendar; method=REQUEST; charset=utf-8',
    '',
    'BEGIN:VCALENDAR',
    'END:VCALENDAR',
    '--x',
    'Content-Type: application/ms-tnef; name=winmail.dat',
    'Content-Transfer-Encoding: base64',
    '',
    'eJ8+',
    '--x--',
  )
  const mail = await readMail(Buffer.from(raw))
  assert.match(mail.text, /Встреча/)
  assert.deepEqual(
    mail.attachments.map(({ content_type }) => content_type),
    ['text/calendar', 'application/ms-tnef'],
  )
})

test('INB-4: words of HTML are read with a picture beside it too', async () => {
  const html = ['--x', 'Content-Type: text/html; charset=utf-8', '', '<p>Фото <img src="cid:p"></p>', '--x']
  const raw = lines(
    'From: a@b.by',
    'Content-Type: multipart/related; boundary=x',
    '',
    ...html,
    'Content-Type: image/png',
    '',
    'x',
    '--x--',
  )
  assert.match((await readMail(Buffer.from(raw))).shown_text, /^Фото/)
})

test('INB-4: of a letter of HTML alone the words are read, and its quotation is folded', async () => {
  const html =
    '<div>Ждём завтра</div><br><div>ср, 12 мар. 2025 г. в 14:03, Наряд &lt;<a href="mailto:i@n.by">i@n.by</a>&gt;:<br></div><blockquote>Когда удобно?</blockquote>'
  const mail = await readMail(Buffer.from(lines('From: a@b.by', 'Content-Type: text/html; charset=utf-8', '', html)))
  assert.equal(mail.shown_text, 'Ждём завтра')
  assert.match(mail.folded_text, /Когда удобно/)
})
