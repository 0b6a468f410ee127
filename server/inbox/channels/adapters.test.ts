import assert from 'node:assert/strict'
import { randomUUID } from 'node:crypto'
import { type TestContext, test } from 'node:test'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { Config } from '#platform/config.ts'
import type { World } from '#platform/ctx.ts'
import { followUntil, outgoing, worldAt } from '#test/peers/at-peer.ts'
import { openBotApi } from '#test/peers/bot-api.ts'
import { accessTo, OwnPeer } from '#test/peers/mail-peers.ts'
import { openMaxApi } from '#test/peers/max-api.ts'
import { PostOffice } from '#test/peers/post-office.ts'
import { makeCompany } from '#test/world.ts'
import { connectChat, visitorOf } from '#test/world/site-chat.ts'
import { isWord } from '#words/index.ts'
import { type Access, ChannelFault, type Outgoing } from './adapter.ts'
import { adapterOf, adapters } from './adapters.ts'

/** What every adapter that takes in and sends does the same, at whatever provider: a row here for each. */
type Peer = {
  world: World
  access: Access
  /** What the provider does not know, or what can be no setting. */
  wrong: Partial<Pick<Access, 'secrets' | 'settings'>>
  /** Who is written to, where a thread alone does not say it. */
  to?: Outgoing['to']
  /** Somebody writes `text` at the provider, in thread `501`. */
  writes(text: string): Promise<void> | void
  /** All that the provider tells, from the beginning. */
  told(count: number): Promise<readonly { text?: string }[]>
  close(): Promise<void>
}

type Row = Omit<Peer, 'world' | 'told'> & { config: Partial<Config> }

const named = { company_id: 'c1', channel_id: 'h1', settings: {} }

/** A provider that is followed. */
function followed(kind: ChannelKind, { config, ...row }: Row): Peer {
  const world = worldAt(config)
  const told = async (count: number) => {
    const { taken } = await followUntil(adapterOf(kind), count, { access: row.access, world })
    return taken.filter((one) => one.kind === 'message')
  }
  return { ...row, world, told }
}

async function atTelegram(): Promise<Row> {
  const api = await openBotApi()
  let count = 0
  const person = { id: 501, is_bot: false, first_name: 'Анна' }
  return {
    config: { telegram_api_url: api.url },
    access: { ...named, secrets: { token: api.token } },
    wrong: { secrets: { token: '4242:somebody_elses_key' } },
    writes: (text) => {
      const chat = { id: 501, type: 'private', first_name: 'Анна' }
      api.happens({ message: { message_id: ++count, date: 1_795_000_000 + count, chat, from: person, text } })
    },
    close: api.close,
  }
}

async function atMax(): Promise<Row> {
  const api = await openMaxApi()
  let count = 0
  return {
    config: { max_api_url: api.url },
    access: { ...named, secrets: { token: api.token } },
    wrong: { secrets: { token: 'somebody_elses_key' } },
    writes: (text) => {
      const body = { mid: `m${++count}`, seq: count, text }
      const sender = { user_id: 7, first_name: 'Анна' }
      const message = {
        sender,
        recipient: { chat_id: 501, chat_type: 'dialog' },
        timestamp: 1_795_000_000_000 + count,
        body,
      }
      api.happens({ update_type: 'message_created', message })
    },
    close: api.close,
  }
}

async function atMailbox(): Promise<Row> {
  const [box, office] = [new OwnPeer({ password: 'hunter-in-the-rye' }), new PostOffice()]
  office.password = box.password
  await Promise.all([box.open(), office.open()])
  let count = 0
  return {
    config: { allowed_hosts: ['127.0.0.1'] },
    access: accessTo(box, office.port),
    wrong: { secrets: { password: 'somebody_elses_key' } },
    to: { kind: 'email', value: 'anna@svet.example' },
    writes: (text) => {
      const head = ['From: anna@svet.example', `Message-ID: <${++count}@svet.example>`]
      const body = ['Content-Type: text/plain; charset=utf-8', '', text]
      return box.deliver([...head, ...body].join('\r\n'))
    },
    close: async () => {
      await box.close()
      await office.close()
    },
  }
}

/** There is no provider: a visitor's browser tells us, and tells again what it is not sure of. */
async function atSite(): Promise<Peer> {
  const company = await makeCompany()
  const chat = await connectChat(company)
  const visitor = await visitorOf(chat)
  const written: { id: string; text: string }[] = []
  const settings = { sites: ['https://svet.example'], title: 'Свет' }
  return {
    world: worldAt({}),
    access: { ...named, settings, secrets: {} },
    wrong: { settings: { ...settings, sites: ['ftp://svet.example'] } },
    writes: (text) => void written.push({ id: randomUUID(), text }),
    told: async () => {
      const answers = []
      for (const { id, text } of written) answers.push(await visitor.say(text, { id }))
      return answers
    },
    close: async () => {},
  }
}

const peers: Partial<Record<ChannelKind, () => Promise<Peer>>> = {
  telegram: async () => followed('telegram', await atTelegram()),
  max: async () => followed('max', await atMax()),
  email: async () => followed('email', await atMailbox()),
  web_chat: atSite,
}

for (const [kind, open] of Object.entries(peers) as [ChannelKind, () => Promise<Peer>][]) {
  const adapter = adapterOf(kind)
  const at = async (t: TestContext): Promise<Peer> => {
    const peer = await open()
    t.after(peer.close)
    return peer
  }

  test(`INB-23, ${kind}: what is delivered twice has the same name twice, and comes in its order`, async (t) => {
    const peer = await at(t)
    for (const text of ['один', 'два', 'три']) await peer.writes(text)
    const [once, twice] = [await peer.told(3), await peer.told(3)]
    assert.deepEqual(
      once.map(({ text }) => text?.trim()),
      ['один', 'два', 'три'],
    )
    assert.deepEqual(twice, once)
  })

  test(`INB-23, ${kind}: what is sent is named as the provider will name it, one message another than the next`, async (t) => {
    const { to = null, access, world } = await at(t)
    const [one, two] = [
      await adapter.send?.(outgoing({ to }), access, world),
      await adapter.send?.(outgoing({ to }), access, world),
    ]
    assert.ok(one?.external_id && two?.external_id && one.external_id !== two.external_id)
  })

  test(`INB-23, ${kind}: faults have sentences, name no secret, and one that may pass is not called permanent`, async (t) => {
    const peer = await at(t)
    const { to = null, access, world, wrong } = peer
    assert.ok((await adapter.check(access, world)).name)
    const secrets = Object.values({ ...access.secrets, ...wrong.secrets }).map(String)
    const faultOf = async (act: Promise<unknown> | undefined): Promise<ChannelFault> => {
      const error: unknown = await Promise.resolve(act).then(
        () => null,
        (thrown: unknown) => thrown,
      )
      assert.ok(error instanceof ChannelFault, String(error))
      assert.ok(isWord(error.code), error.code)
      for (const secret of secrets) assert.ok(!error.message.includes(secret), error.message)
      return error
    }
    await faultOf(adapter.check({ ...access, ...wrong }, world))
    if (!adapter.follow) return
    await peer.close()
    assert.equal((await faultOf(adapter.check(access, world))).permanent, false)
    assert.equal((await faultOf(adapter.send?.(outgoing({ to }), access, world))).permanent, false)
    const stop = AbortSignal.timeout(20_000)
    const following = {
      access,
      world,
      cursor: {},
      signal: stop,
      take: async () => {},
      alive: async () => {},
      log() {},
    }
    assert.equal((await faultOf(adapter.follow(following))).permanent, false)
  })
}

test('INB-23: a channel of each kind says what it takes, and who follows can be stopped', () => {
  for (const [kind, adapter] of Object.entries(adapters)) {
    if (!adapter) continue
    assert.equal(adapter.kind, kind)
    assert.equal(adapter.settings.type, 'object')
    assert.equal(adapter.secrets.type, 'object')
  }
})
