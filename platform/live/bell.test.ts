import assert from 'node:assert/strict'
import { once } from 'node:events'
import { type AddressInfo, connect, createServer, type Socket } from 'node:net'
import { test } from 'node:test'
import { atEnd } from '#test/at-end.ts'
import { ownDatabase } from '#test/database.ts'
import { hangBell } from './bell.ts'

/** The database behind a door that can be shut: whoever knocks then is let in and put out at once. */
async function door(url: string) {
  const { searchParams, port: own, username, pathname } = new URL(url)
  const port = searchParams.get('port') ?? own
  const inside = new Set<Socket>()
  const knocks: number[] = []
  const state = { shut: false }
  const server = createServer((socket) => {
    knocks.push(performance.now())
    server.emit('knock')
    if (state.shut) return socket.destroy()
    const database = connect(`${searchParams.get('host')}/.s.PGSQL.${port}`)
    inside.add(socket)
    socket.pipe(database).pipe(socket)
    database.on('error', () => {}).on('close', () => socket.destroy())
    socket.on('error', () => {}).on('close', () => (inside.delete(socket), database.destroy()))
    return undefined
  })
  await once(server.listen(0, '127.0.0.1'), 'listening')
  const address = `postgres://${username}@127.0.0.1:${(server.address() as AddressInfo).port}${pathname}`
  return {
    address,
    inside,
    knocks,
    knock: () => once(server, 'knock'),
    shut: () => {
      state.shut = true
      inside.forEach((socket) => socket.destroy())
    },
    open: () => void (state.shut = false),
    close: () => server.close(),
  }
}

test('while the database is away one connection after another is tried, and one stands when it is back', async () => {
  const database = await ownDatabase()
  const way = await door(database.url)
  let back = Promise.withResolvers<void>()
  const bell = await hangBell(way.address, { onFacts: () => {}, onSessions: () => back.resolve(), log: () => {} })
  atEnd(async () => {
    await bell.close()
    way.shut()
    way.close()
    await database.drop()
  })

  way.shut()
  const before = way.knocks.length
  while (way.knocks.length < before + 6) await way.knock()
  const [first = 0, ...rest] = way.knocks.slice(before)
  assert.ok((rest[4] ?? 0) - first > 5 * 250, 'six tries take five pauses of 0.3 s')

  back = Promise.withResolvers()
  way.open()
  await back.promise
  assert.equal(way.inside.size, 1)
})
