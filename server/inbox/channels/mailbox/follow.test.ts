import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type MailPeer, Node, OwnPeer, SECRET, accessTo, mailPeers, mailWorld } from '#test/peers/mail-peers.ts'
import { ChannelFault } from '../adapter.ts'
import { email } from './adapter.ts'
import { ownMessageId } from './signed.ts'

const MESSAGE = '0198c0de-0000-7000-8000-00000000abcd'

const follow = email.follow ?? (() => Promise.reject(new Error('absent')))

const letter = (n: number | string, more: string[] = []): string =>
  [
    `From: Пётр <petr${n}@svet.example>`,
    'To: info@firma.example',
    `Subject: =?utf-8?B?${Buffer.from(`Заявка ${n}`).toString('base64')}?=`,
    `Message-ID: <${n}@svet.example>`,
    'Content-Type: text/plain; charset=utf-8',
    ...more,
    '',
    `Протекает крыша № ${n}`,
    '',
  ].join('\r\n')

const texts = (node: Node): string[] => node.messages.map(({ text }) => text.trim())

for (const [name, make] of Object.entries(mailPeers)) {
  const withPeer = async (run: (peer: MailPeer, node: Node) => Promise<void>): Promise<void> => {
    const peer = await (make?.() ?? Promise.reject(new Error('absent')))
    const node = new Node(follow)
    try {
      await run(peer, node)
    } finally {
      await node.stop()
      await peer.remove()
    }
    if (peer instanceof OwnPeer) assert.deepEqual(peer.faults, [], 'the client keeps to the protocol')
  }
  const peerTest = (title: string, run: (peer: MailPeer, node: Node) => Promise<void>) =>
    void test(`${title} (${name})`, { skip: make ? false : 'no Dovecot here', timeout: 60_000 }, () => withPeer(run))

  peerTest(
    'INB-30: what lies there and what comes while one listens is taken, once and in order',
    async (peer, node) => {
      for (const n of [1, 2, 3]) await peer.deliver(letter(n))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 3)
      await peer.deliver(letter(4))
      await node.until(() => node.messages.length === 4)
      assert.deepEqual(
        texts(node),
        [1, 2, 3, 4].map((n) => `Протекает крыша № ${n}`),
      )
      const [first] = node.messages
      assert.equal(first?.external_id, '<1@svet.example>')
      assert.equal(first?.thread.title, 'Заявка 1')
      assert.deepEqual({ ...first?.sender }, { kind: 'email', value: 'petr1@svet.example', name: 'Пётр' })
      assert.ok(Math.abs((first?.sent_at.getTime() ?? 0) - Date.now()) < 60_000)
      // A new line begins where the old one ended.
      await node.stop()
      await peer.deliver(letter(5))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 5)
    },
  )

  peerTest('INB-30: letters among the spam come too, and call nobody', async (peer, node) => {
    await peer.deliver(letter(1), { folder: 'Spam' })
    await peer.deliver(letter(2))
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 2)
    assert.deepEqual(
      node.messages.map(({ external_id, machine }) => [external_id, machine]),
      [
        ['<1@svet.example>', 'notice'],
        ['<2@svet.example>', null],
      ],
    )
  })

  peerTest(
    'INB-39: what ours have sent by another program is read after the inbox, once, and the inbox is heard on',
    async (peer, node) => {
      const written = (n: number) =>
        letter(`o${n}`, ['In-Reply-To: <1@svet.example>'])
          .replace(/^From: .*$/m, 'From: Ольга <info@firma.example>')
          .replace(/^To: .*$/m, 'To: petr1@svet.example, info@firma.example')
      const copy = written(9).replace(/^Message-ID: .*$/m, `Message-ID: ${ownMessageId(SECRET, MESSAGE, peer.user)}`)
      await peer.deliver(written(0), { folder: 'Sent', date: new Date(Date.now() - 40 * 86_400_000) })
      await peer.deliver(written(1), { folder: 'Sent' })
      await peer.deliver(copy, { folder: 'Sent' })
      await peer.deliver(copy.replace('Message-ID:', 'X-Microsoft-Original-Message-ID:'), { folder: 'Sent' })
      await peer.deliver(written(2).replace('Subject:', 'Auto-Submitted: auto-replied\r\nSubject:'), { folder: 'Sent' })
      await peer.deliver(letter(1))
      node.start(accessTo(peer, 1, { mark_read: true, folders: ['Sent'] }), mailWorld())
      await node.until(() => node.messages.length === 2)
      const [first, second] = node.messages
      assert.equal(first?.external_id, '<1@svet.example>')
      assert.equal(second?.external_id, '<o1@svet.example>')
      assert.deepEqual(second?.elsewhere, { author: 'Ольга', to: [{ kind: 'email', value: 'petr1@svet.example' }] })
      assert.deepEqual([second?.sender, second?.machine], [null, null])
      await peer.deliver(letter(2))
      await node.until(() => node.messages.length === 3)
      await node.stop()
      // The next line begins where the old one ended, in this folder, too.
      await peer.deliver(written(3), { folder: 'Sent' })
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 4)
      assert.equal(node.messages[3]?.external_id, '<o3@svet.example>')
      await node.stop()
      // Where the settings say no it is left alone.
      await peer.deliver(written(4), { folder: 'Sent' })
      await peer.deliver(letter(5))
      node.start(accessTo(peer, 1, { read_sent: false }), mailWorld())
      await node.until(() => node.messages.length === 5)
      await peer.deliver(letter(6))
      await node.until(() => node.messages.length === 6)
      assert.deepEqual(
        node.messages.slice(4).map(({ external_id }) => external_id),
        ['<5@svet.example>', '<6@svet.example>'],
      )
    },
  )

  peerTest('INB-30: of a mailbox that is new here only what came within a day is taken', async (peer, node) => {
    await peer.deliver(letter(1), { date: new Date(Date.now() - 40 * 86_400_000) })
    await peer.deliver(letter(2))
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 1)
    assert.equal(node.messages[0]?.external_id, '<2@svet.example>')
  })

  peerTest(
    'INB-31: numbers that the server has given anew bring each letter once more under its own name',
    async (peer, node) => {
      for (const n of [1, 2, 3]) await peer.deliver(letter(n))
      await peer.deliver(letter('x').replace(/Message-ID.*\r\n/, ''))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 4)
      await node.stop()
      await peer.renumber()
      await peer.deliver(letter(4))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.some(({ external_id }) => external_id === '<4@svet.example>'))
      const ids = node.messages.map(({ external_id }) => external_id)
      assert.equal(ids.length, 9)
      assert.equal(new Set(ids).size, 5, 'whatever came again has the name that it had')
    },
  )

  peerTest('INB-31: a letter stays unread at the server unless the settings ask otherwise', async (peer, node) => {
    await peer.deliver(letter(1))
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 1)
    await node.stop()
    if (peer instanceof OwnPeer) assert.equal(peer.inbox.letters[0]?.flags.has('\\Seen'), false)
    await peer.deliver(letter(2))
    node.start(accessTo(peer, 1, { mark_read: true }), mailWorld())
    await node.until(() => node.messages.length === 2)
    await peer.deliver(letter(3))
    await node.until(() => node.messages.length === 3)
    if (peer instanceof OwnPeer) assert.ok(peer.inbox.letters[1]?.flags.has('\\Seen'))
  })

  peerTest(
    'INB-33: a server that goes away is a fault of the moment; when it is back nothing is missing',
    async (peer, node) => {
      await peer.deliver(letter(1))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 1)
      await peer.close()
      await assert.rejects(node.done, (fault) => fault instanceof ChannelFault && fault.code === 'channel.unreachable')
      node.start(accessTo(peer), mailWorld())
      await assert.rejects(node.done, { code: 'channel.unreachable' })
      await peer.open()
      for (const n of [2, 3]) await peer.deliver(letter(n))
      node.start(accessTo(peer), mailWorld())
      await node.until(() => node.messages.length === 3)
      assert.deepEqual(
        node.messages.map(({ external_id }) => external_id),
        ['<1@svet.example>', '<2@svet.example>', '<3@svet.example>'],
      )
    },
  )

  peerTest('INB-33: a wrong password is said so, and tried again but rarely', async (peer, node) => {
    node.start({ ...accessTo(peer), secrets: { password: 'wrong' } }, mailWorld())
    await assert.rejects(node.done, (fault) => {
      assert.ok(fault instanceof ChannelFault)
      assert.equal(fault.code, 'channel.password_wrong')
      assert.equal(fault.permanent, false)
      return (fault.retry_at?.getTime() ?? 0) > Date.now() + 10 * 60_000
    })
  })
}

const withOwn = async (peer: OwnPeer, run: (node: Node) => Promise<void>): Promise<void> => {
  const node = new Node(follow)
  await peer.open()
  try {
    await run(node)
  } finally {
    await node.stop()
    await peer.close()
  }
}

test('INB-31: a line that breaks in the middle of a batch loses and doubles nothing', async () => {
  const peer = new OwnPeer({ capabilities: ['IMAP4rev1', 'AUTH=PLAIN', 'SASL-IR'] })
  await withOwn(peer, async (node) => {
    for (let n = 1; n <= 90; n++) await peer.deliver(letter(n))
    peer.breaks_after = 60
    node.start(accessTo(peer), mailWorld())
    await assert.rejects(node.done, { code: 'channel.unreachable' })
    assert.equal(node.messages.length, 40, 'the batch that was cut is not there')
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 90)
    assert.equal(new Set(node.messages.map(({ external_id }) => external_id)).size, 90)
    assert.deepEqual(peer.faults, [])
  })
})

test('INB-30: a letter that the server cannot give holds up none of the others, and comes when it can', async () => {
  const peer = new OwnPeer()
  await withOwn(peer, async (node) => {
    for (const n of [1, 2, 3]) await peer.deliver(letter(n))
    peer.unreadable.add(2)
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 2)
    peer.unreadable.clear()
    await peer.deliver(letter(4))
    await node.until(() => node.messages.length === 4)
    assert.deepEqual(
      node.messages.map(({ position }) => position),
      [1, 3, 2, 4],
    )
  })
})

test('INB-30: what appears late below the last number is found on the next line', async () => {
  const peer = new OwnPeer()
  await withOwn(peer, async (node) => {
    for (const n of [1, 2, 3]) await peer.deliver(letter(n))
    const [late] = peer.inbox.letters.splice(1, 1)
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 2)
    await node.stop()
    if (late) peer.inbox.letters.splice(1, 0, late)
    node.start(accessTo(peer), mailWorld())
    await node.until(() => node.messages.length === 3)
    assert.equal(node.messages.at(-1)?.external_id, '<2@svet.example>')
  })
})

test('INB-33: a server that has too much to do is no wrong password, and a host inside is not gone to', async () => {
  const peer = new OwnPeer()
  await withOwn(peer, async (node) => {
    peer.login_fault = '[UNAVAILABLE] Temporary authentication failure'
    node.start(accessTo(peer), mailWorld())
    await assert.rejects(node.done, { code: 'channel.unreachable' })
    for (const host of ['127.0.0.1', 'localhost', '[::1]', '169.254.169.254']) {
      const imap = { host, port: peer.port, tls: 'tls' }
      node.start(accessTo(peer, 1, { imap }), mailWorld([]))
      await assert.rejects(node.done, { code: 'channel.host_inside' }, host)
    }
    node.start(accessTo(peer, 1, { imap: { host: 'mail.example.com', port: 143, tls: 'none' } }), mailWorld([]))
    await assert.rejects(node.done, { code: 'channel.tls_needed' })
  })
})
