import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { text } from 'node:stream/consumers'
import { test } from 'node:test'
import { PostOffice } from '#test/peers/post-office.ts'
import { OwnPeer, accessTo, mailWorld } from '#test/peers/mail-peers.ts'
import { providerOfAddress, providerOfHosts } from '#contract/inbox/mail-providers.ts'
import { email } from './adapter.ts'
import { openImap } from './imap.ts'

async function withBox(run: (box: OwnPeer, office: PostOffice) => Promise<void>): Promise<void> {
  const [box, office] = [await new OwnPeer().open(), await new PostOffice().open()]
  try {
    await run(box, office)
  } finally {
    await box.close()
    await office.close()
  }
}

test('INB-33: a mailbox is tried by both its doors before it is kept, and the server’s own words say why not', () =>
  withBox(async (box, office) => {
    const access = accessTo(box, office.port)
    const { name } = await email.check(access, mailWorld())
    assert.equal(name, 'info@firma.example')
    const no = (given: object) => email.check({ ...access, ...given }, mailWorld())
    await assert.rejects(no({ secrets: { password: 'x' } }), {
      code: 'channel.password_wrong',
      words: /AUTHENTICATIONFAILED|Invalid credentials/,
      field: 'secrets.password',
    })
    await assert.rejects(no({ secrets: {} }), { code: 'channel.password_needed', field: 'secrets.password' })
    office.password = 'another'
    await assert.rejects(no({}), { code: 'channel.password_wrong', words: /535/ })
    await office.close()
    await assert.rejects(no({}), { code: 'channel.unreachable', field: 'settings.smtp.host' })
    const smtp = { host: '127.0.0.1', port: box.port, tls: 'tls' }
    await assert.rejects(no({ settings: { ...access.settings, smtp } }), {
      code: 'channel.tls_failed',
      field: 'settings.smtp.tls',
    })
    const imap = { host: 'no-such-host.invalid', port: 993, tls: 'tls' }
    await assert.rejects(no({ settings: { ...access.settings, imap } }), {
      code: /host_unknown|unreachable/,
      field: 'settings.imap.host',
    })
  }))

test('INB-33: a certificate that nobody vouches for is named, and no password is said to it', async () => {
  const office = await new PostOffice().open({ secure: true })
  try {
    // It is the wrong kind of server, too: what matters is that TLS ends before anything is said.
    const imap = { host: 'localhost', port: office.port, tls: 'tls' }
    const access = accessTo({ port: 1, user: 'info@firma.example', password: 'secret' }, office.port, { imap })
    await assert.rejects(openImap(access, mailWorld()), { code: /channel\.certificate_(?:untrusted|expired|of_other)/ })
  } finally {
    await office.close()
  }
})

test('INB-33: with OAuth 2 a token is got by the grant, used as long as it holds, and got anew when it is refused', () =>
  withBox(async (box, office) => {
    const asked: URLSearchParams[] = []
    let answer: [number, object] = [200, { access_token: 'token-1', expires_in: 3600 }]
    const server = createServer((request, reply) => {
      void text(request).then((body) => {
        asked.push(new URLSearchParams(body))
        reply.writeHead(answer[0], { 'content-type': 'application/json' }).end(JSON.stringify(answer[1]))
      })
    })
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
    const token_url = `http://127.0.0.1:${(server.address() as AddressInfo).port}/token`
    const secrets = { client_id: 'naryad', client_secret: 'hush', refresh_token: 'grant' }
    const access = { ...accessTo(box, office.port, { token_url }), secrets }
    box.token = office.token = 'token-1'
    try {
      await email.check(access, mailWorld())
      await email.check(access, mailWorld())
      assert.equal(asked.length, 1)
      assert.equal(asked[0]?.get('refresh_token'), 'grant')
      assert.equal(asked[0]?.get('grant_type'), 'refresh_token')
      box.token = office.token = 'token-2'
      answer = [200, { access_token: 'token-2', expires_in: 3600 }]
      await assert.rejects(email.check(access, mailWorld()), { code: 'channel.password_wrong' })
      await email.check(access, mailWorld())
      assert.equal(asked.length, 2)
      answer = [400, { error: 'invalid_grant', error_description: 'Token has been revoked.' }]
      const over = email.check({ ...access, secrets: { ...secrets, refresh_token: 'old' } }, mailWorld())
      await assert.rejects(over, { code: 'channel.grant_over', words: 'invalid_grant: Token has been revoked.' })
      answer = [503, {}]
      await assert.rejects(email.check({ ...access, secrets: { ...secrets, refresh_token: 'z' } }, mailWorld()), {
        code: 'channel.unreachable',
      })
    } finally {
      server.close()
    }
  }))

test('INB-34: servers are known by the address, and by where the mail of a domain of one’s own is taken', () => {
  const by = (address: string) => providerOfAddress(address)?.id
  assert.deepEqual(
    [
      'a@yandex.by',
      'a@tut.by',
      'A@Mail.RU',
      'a@bk.ru',
      'a@gmail.com',
      'a@outlook.com',
      'a@rambler.ru',
      'a@firma.by',
    ].map(by),
    ['yandex', 'yandex', 'mailru', 'mailru', 'gmail', 'outlook', 'rambler', undefined],
  )
  assert.equal(providerOfHosts(['mx.yandex.net.'])?.id, 'yandex')
  assert.equal(providerOfHosts(['aspmx.l.google.com'])?.id, 'gmail')
  assert.equal(providerOfHosts(['firma-by.mail.protection.outlook.com'])?.id, 'outlook')
  assert.equal(providerOfHosts(['emx.mail.ru'])?.id, 'mailru')
  assert.equal(providerOfHosts(['mx.notgoogle.com']), null)
})
