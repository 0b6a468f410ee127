import assert from 'node:assert/strict'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { test } from 'node:test'
import { askOutside, connectOutside, insistOutside, isInside } from './hosts.ts'

test('addresses of this machine and of own networks are inside, those of the world are not', () => {
  const inside =
    '127.0.0.1 127.9.9.9 10.1.2.3 172.16.0.1 172.31.255.255 192.168.1.1 169.254.169.254 0.0.0.0 100.64.0.1 224.0.0.1 255.255.255.255 ' +
    ':: ::1 ::ffff:127.0.0.1 ::ffff:7f00:1 fe80::1 fe80::1%eth0 fc00::1 fd12::1 ff02::1 64:ff9b::7f00:1 2002:7f00:1:: [::1] nonsense'
  for (const address of inside.split(' ')) assert.ok(isInside(address), address)
  for (const address of '8.8.8.8 93.84.119.1 172.32.0.1 192.169.0.1 2a02:6b8::1 ::ffff:8.8.8.8'.split(' '))
    assert.ok(address.startsWith('::ffff') || !isInside(address), address)
  assert.equal(isInside('::ffff:8.8.8.8'), false)
})

test('a name that leads inside is refused at the very connection, unless the administrator allows it', async () => {
  const server = createServer((_, reply) => reply.end('inside'))
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  const { port } = server.address() as AddressInfo
  try {
    const closed = { allowed_hosts: [] }
    // Nobody looked at what the name means before: it is the address of the socket that is judged.
    await assert.rejects(connectOutside(closed, { host: 'localhost', port }), { code: 'INSIDE_HOST' })
    await assert.rejects(askOutside(closed, `http://localhost:${port}/`), { code: 'INSIDE_HOST' })
    assert.throws(() => insistOutside(closed, '127.0.0.1'), { code: 'INSIDE_HOST' })
    assert.throws(() => insistOutside(closed, '[::1]'), { code: 'INSIDE_HOST' })
    // Other spellings of the same address are made plain by the URL.
    for (const host of ['2130706433', '0x7f.1', '127.1'])
      await assert.rejects(async () => askOutside(closed, `http://${host}:${port}/`), { code: 'INSIDE_HOST' }, host)
    const open = { allowed_hosts: ['localhost', '127.0.0.1'] }
    assert.equal((await askOutside(open, `http://localhost:${port}/`, { method: 'GET' })).body, 'inside')
    ;(await connectOutside(open, { host: '127.0.0.1', port })).destroy()
  } finally {
    server.close()
  }
})
