import assert from 'node:assert/strict'
import { Readable } from 'node:stream'
import { test } from 'node:test'
import { simpleParser } from 'mailparser'
import { PostOffice } from '#test/peers/post-office.ts'
import { type MailPeer, OwnPeer, SECRET, accessTo, mailPeers, mailWorld } from '#test/peers/mail-peers.ts'
import type { Outgoing } from '../adapter.ts'
import { email } from './adapter.ts'
import { foldQuotes } from '../email/fold-quotes.ts'
import { dialogueOfAddresses, messageOfOwnId } from './signed.ts'

const send = email.send ?? (() => Promise.reject(new Error('absent')))

const [MESSAGE, DIALOGUE] = ['0198c0de-0000-7000-8000-00000000abcd', '0198c0de-0000-7000-8000-00000000beef']

const outgoing = (more: Partial<Outgoing> = {}): Outgoing => ({
  message_id: MESSAGE,
  to: { kind: 'email', value: 'petr@svet.example' },
  conversation: { id: DIALOGUE, external_key: null, title: 'Протекает крыша', facts: {} },
  author: { name: 'Ольга Ким', company: 'Свет-Сервис' },
  time_zone: 'Europe/Minsk',
  text: 'Приняли. Номер заказа — 1042 & <b>.\n\nhttps://naryad.example/z/abc',
  files: [],
  reply_to: null,
  last_in: {
    external_id: '<q2@svet.example>',
    references: ['<q1@svet.example>', '<q0@svet.example>'],
    author: 'Пётр Иванов',
    sent_at: new Date('2026-11-26T11:03:00Z'),
    text: 'Протекает крыша.\nНужен мастер.',
  },
  now: new Date('2026-11-27T08:00:00Z'),
  ...more,
})

async function withOffice(
  run: (office: PostOffice, box: MailPeer) => Promise<void>,
  make = mailPeers['own'],
): Promise<void> {
  const [office, box] = [await new PostOffice().open(), await (make?.() ?? Promise.reject(new Error('absent')))]
  try {
    await run(office, box)
  } finally {
    await office.close()
    await box.remove()
  }
}

test('INB-35: an answer stands in the thread of what it answers, says both, and is the same letter at every try', () =>
  withOffice(async (office, box) => {
    const access = accessTo(box, office.port, { plus: true, signature: 'Диспетчерская\n+375 17 200-00-00' })
    const file = {
      id: 'f',
      name: 'Акт сверки.pdf',
      mime: 'application/pdf',
      size: 4,
      open: () => Readable.from([Buffer.from('%PDF')]),
    }
    const { external_id } = await send(outgoing({ files: [file] }), access, mailWorld())
    assert.equal((await send(outgoing(), access, mailWorld())).external_id, external_id)
    assert.equal(messageOfOwnId(SECRET, external_id), MESSAGE)
    const [first] = await office.posted(1)
    assert.deepEqual([first?.from, first?.to], ['info@firma.example', ['petr@svet.example']])
    const mail = await simpleParser(first?.raw ?? '')
    assert.equal(mail.messageId, external_id)
    assert.equal(mail.subject, 'Re: Протекает крыша')
    assert.equal(mail.inReplyTo, '<q2@svet.example>')
    assert.deepEqual(mail.references, ['<q0@svet.example>', '<q1@svet.example>', '<q2@svet.example>'])
    assert.deepEqual(mail.from?.value[0], { address: 'info@firma.example', name: 'Свет-Сервис' })
    assert.equal(dialogueOfAddresses(SECRET, [mail.replyTo?.value[0]?.address ?? '']), DIALOGUE)
    assert.deepEqual(
      mail.attachments.map(({ filename, content }) => [filename, content.toString()]),
      [['Акт сверки.pdf', '%PDF']],
    )
    assert.match(mail.text ?? '', /26\.11\.2026 14:03, Пётр Иванов пишет:\n> Протекает крыша\.\n> Нужен мастер\./)
    // What we quote is folded by whoever reads as we do.
    assert.match(foldQuotes(mail.text ?? '').shown_text, /^Приняли\. Номер заказа — 1042 & <b>\.\n\nhttps:\S+$/)
    const html = String(mail.html)
    assert.match(html, /1042 &amp; &lt;b&gt;/)
    assert.match(html, /<a href="https:\/\/naryad\.example\/z\/abc">/)
    assert.match(html, /<blockquote[^>]*><p>Протекает крыша\.<br\/?>/)
    assert.ok(!mail.headers.has('auto-submitted'))
  }))

test('INB-35: a first letter is no answer; he who asked to be answered elsewhere is; the program says that it is one', () =>
  withOffice(async (office, box) => {
    const access = accessTo(box, office.port)
    const facts = { reply_to: 'boss@svet.example' }
    await send(outgoing({ last_in: null, author: { name: null, company: 'Свет-Сервис' } }), access, mailWorld())
    await send(outgoing({ conversation: { ...outgoing().conversation, facts } }), access, mailWorld())
    const [first, second] = await office.posted(2)
    const mail = await simpleParser(first?.raw ?? '')
    assert.equal(mail.subject, 'Протекает крыша')
    assert.equal(mail.inReplyTo, undefined)
    assert.equal(mail.headers.get('auto-submitted'), 'auto-replied')
    assert.deepEqual(second?.to, ['boss@svet.example'])
    await assert.rejects(send(outgoing({ to: null }), access, mailWorld()), {
      code: 'channel.no_address',
      permanent: true,
    })
  }))

test('INB-36: what a server refuses for good fails with its words; for now it is tried again; a password is the mailbox’s matter', () =>
  withOffice(async (office, box) => {
    const access = accessTo(box, office.port)
    const answers = async (
      [number, words]: [number, string],
      code: string,
      permanent: boolean,
      reach: string | null,
    ) => {
      office.recipients.set('petr@svet.example', [number, words])
      await assert.rejects(send(outgoing(), access, mailWorld()), {
        code,
        permanent,
        reach,
        words: `${number} ${words}`,
      })
    }
    await answers([550, '5.1.1 <petr@svet.example>: user unknown'], 'channel.letter_refused', true, 'bounced')
    await answers([550, 'No such user here'], 'channel.letter_refused', true, 'bounced')
    await answers([554, '5.7.1 Message rejected under suspicion of SPAM'], 'channel.letter_refused', true, null)
    await answers([552, '5.2.2 Mailbox full'], 'channel.box_full', true, null)
    await answers([451, '4.7.1 Greylisted, try later'], 'channel.later', false, null)
    await answers([421, '4.3.0 closing'], 'channel.later', false, null)
    office.recipients.clear()
    office.refusal = [552, '5.3.4 Message size exceeds fixed limit']
    await assert.rejects(send(outgoing(), access, mailWorld()), { code: 'channel.letter_too_large', permanent: true })
    office.refusal = [450, '4.2.0 try again']
    await assert.rejects(send(outgoing(), access, mailWorld()), { code: 'channel.later', permanent: false })
    office.refusal = null
    office.password = 'another'
    await assert.rejects(send(outgoing(), access, mailWorld()), { code: 'channel.password_wrong', permanent: false })
    await office.close()
    await assert.rejects(send(outgoing(), access, mailWorld()), { code: 'channel.unreachable', permanent: false })
  }))

for (const [name, make] of Object.entries(mailPeers))
  test(
    `INB-35: a copy lies among the sent, once (${name})`,
    { skip: make ? false : 'no Dovecot here', timeout: 60_000 },
    () =>
      withOffice(async (office, box) => {
        const access = accessTo(box, office.port)
        await send(outgoing(), access, mailWorld())
        await send(outgoing(), access, mailWorld())
        const copies = await box.raws('Sent')
        assert.equal(copies.length, 1)
        assert.match(copies[0] ?? '', /^Message-ID: <n\./m)
        await send(outgoing({ message_id: DIALOGUE }), accessTo(box, office.port, { keep_sent: false }), mailWorld())
        assert.equal((await box.raws('Sent')).length, 1)
        // Without the copy the letter has gone out all the same.
        await box.close()
        await send(outgoing({ message_id: DIALOGUE }), access, mailWorld())
        assert.equal(office.letters.length, 4)
        if (box instanceof OwnPeer) assert.deepEqual(box.faults, [])
      }, make),
  )
