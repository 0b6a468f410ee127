import assert from 'node:assert/strict'
import { test } from 'node:test'
import { readMail } from './read-mail.ts'

const read = (...lines: string[]) => readMail(Buffer.from(lines.join('\r\n')))

test('INB-7: a report of a million signs is read at once', async () => {
  for (const sign of ['a', 'a@', '<', ' ', '(', 'deliver to ', '\n ', '\nMessage-ID: ']) {
    const started = performance.now()
    await read(
      'From: MAILER-DAEMON@mx.example',
      `Subject: failure notice ${'('.repeat(50_000)}`,
      `Date: ${'('.repeat(50_000)}`,
      '',
      sign.repeat(1_000_000 / sign.length),
    )
    assert.ok(performance.now() - started < 8_000, sign)
  }
})
