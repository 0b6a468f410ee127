/**
 * `node bench/intake.ts [--messages 1000] [--seconds 60] [--json]`: what comes by each channel, from the provider to the
 * database, and from the provider to another person's screen: one by one, at 200 a second for a minute, and at 1,000 a
 * second for five. `--channel max`: of one alone. The provider is a stand-in on this machine, the product is as people start it.
 */
import { randomUUID } from 'node:crypto'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { Agent, type IncomingMessage, request } from 'node:http'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { company, post, signUp } from '../faults/loads.ts'
import { openBotApi } from '#test/peers/bot-api.ts'
import { OwnPeer } from '#test/peers/mail-peers.ts'
import { openMaxApi } from '#test/peers/max-api.ts'
import { PostOffice } from '#test/peers/post-office.ts'
import { startProduct } from '#test/started.ts'

const { values } = parseArgs({
  options: {
    messages: { type: 'string', default: '1000' },
    seconds: { type: 'string', default: '60' },
    channel: { type: 'string' },
    json: { type: 'boolean' },
  },
})
const [count, seconds_at_pace] = [Number(values.messages), Number(values.seconds)]
/** Messages a second. */
const [PACE, RUSH] = [200, 1000]
/** People who write, and messages that are timed one by one. */
const [WRITERS, TIMED] = [40, 40]
const SITE = 'https://uborka.example'

const [telegram, max, office] = [await openBotApi(), await openMaxApi(), await new PostOffice().open()]
const box = await new OwnPeer().open()
const data_dir = mkdtempSync(join(tmpdir(), 'naryad-intake-'))
const product = await startProduct({
  data_dir,
  env: { TELEGRAM_API_URL: telegram.url, MAX_API_URL: max.url, ALLOWED_HOSTS: '127.0.0.1', LOG_LEVEL: 'warn' },
})
const { url } = product
const cookie = await signUp(url)
const write = async (path: string, body: unknown) =>
  (await post(url, { path, body, cookie })).json() as Promise<{ id: string }>

/** What a channel brings: the n-th message, by one of the writers. */
type Bring = (n: number) => unknown

async function channels(): Promise<Record<string, Bring>> {
  await write('/api/companies', company('Быстрая связь'))
  await write('/api/channels', { kind: 'telegram', settings: { mode: 'polling' }, secrets: { token: telegram.token } })
  await write('/api/channels', { kind: 'max', settings: {}, secrets: { token: max.token } })
  const look = { colour: '#2748c4', side: 'right', theme: 'auto', language: 'auto', greeting: '', away: '' }
  const settings = { ...look, title: 'Связь', sites: [SITE], hours: 'always', required: [] }
  const chat = await write('/api/channels', { kind: 'web_chat', settings, secrets: {} })
  const host = { host: '127.0.0.1', tls: 'none' }
  const settings_of_mail = {
    address: box.user,
    imap: { ...host, port: box.port },
    smtp: { ...host, port: office.port },
  }
  await write('/api/channels', { kind: 'email', settings: settings_of_mail, secrets: { password: box.password } })
  return { telegram: byTelegram, max: byMax, email: byMail, web_chat: (n) => byChat(chat.id, n) }
}

const textOf = (n: number): string => `Нужен электрик завтра к 12, заявка ${n}`

function byTelegram(n: number): void {
  const who = { id: 5000 + (n % WRITERS), first_name: `Писатель ${n % WRITERS}` }
  const chat = { ...who, type: 'private' }
  const date = Math.floor(Date.now() / 1000)
  telegram.happens({ message: { message_id: n + 1, date, chat, from: { ...who, is_bot: false }, text: textOf(n) } })
}

function byMax(n: number): void {
  const name = `Максим ${n % WRITERS}`
  const timestamp = Date.now()
  const recipient = { chat_id: 9000 + (n % WRITERS), chat_type: 'dialog', user_id: 77 }
  const sender = { user_id: 7000 + (n % WRITERS), first_name: name, name, is_bot: false }
  const body = { mid: `mid.${n}`, seq: n, text: textOf(n), attachments: null }
  max.happens({ update_type: 'message_created', timestamp, message: { sender, recipient, timestamp, body } })
}

function byMail(n: number): void {
  const writer = n % WRITERS
  const lines = [
    `From: Writer ${writer} <w${writer}@svet.example>`,
    `To: ${box.user}`,
    `Subject: Request ${writer}`,
    `Message-ID: <${n}@svet.example>`,
    ...(n < WRITERS ? [] : [`In-Reply-To: <${writer}@svet.example>`]),
    'Content-Type: text/plain; charset=utf-8',
    '',
    textOf(n),
  ]
  box.inbox.add(lines.join('\r\n'))
}

/** Visitors come from addresses of their own, as in life: so many of one are let in within a quarter of an hour. */
const [ADDRESSES, VISITORS] = [250, 600]
const lines = Array.from(
  { length: ADDRESSES },
  (_, at) => new Agent({ keepAlive: true, localAddress: `127.0.1.${at + 1}` }),
)

async function byChat(id: string, n: number): Promise<void> {
  const visitor = n % VISITORS
  const key = Buffer.alloc(32)
  key.writeUInt32BE(visitor + 1)
  const sent = request(`${url}/chat/${id}/messages`, {
    agent: lines[visitor % ADDRESSES],
    method: 'POST',
    headers: { 'content-type': 'application/json', origin: SITE, authorization: `Bearer ${key.toString('base64url')}` },
  })
  sent.end(JSON.stringify({ id: randomUUID(), text: textOf(n) }))
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  const said = await text(answer)
  if (answer.statusCode !== 200) throw new Error(`${answer.statusCode} ${said}`)
}

/** Another person's screen: hears of each message by the live stream. */
async function listen(heard: (name: string) => void): Promise<() => void> {
  const stop = new AbortController()
  const answer = await fetch(`${url}/api/live`, { headers: { cookie }, signal: stop.signal })
  const { body } = answer
  if (!body) throw new Error('the live stream has no body')
  void (async () => {
    let rest = ''
    for await (const part of body.pipeThrough(new TextDecoderStream())) {
      const lines = (rest + part).split('\n')
      rest = lines.pop() ?? ''
      for (const line of lines) for (const [, name] of line.matchAll(/"name":"([^"]+)"/g)) if (name) heard(name)
    }
  })().catch(() => undefined)
  return () => stop.abort()
}

type Row = {
  name: string
  messages: number
  /** As fast as they are taken. */
  per_second: number
  /** One by one. */
  p50_ms: number
  p99_ms: number
  /** At 200 a second. */
  paced?: number
  paced_p50_ms?: number
  paced_p95_ms?: number
  /** At 1,000 a second: how many came of how many, and how long until the last. */
  rush?: string
}

/** The channel as another person sees it: the n-th message is there when the n-th is heard of. */
async function watched(bring: Bring) {
  let [came, sent] = [0, 0]
  let wake = () => {}
  const [at, times]: [number[], number[]] = [[], []]
  const end = await listen((fact) => {
    if (fact !== 'conversation.received') return
    times.push(performance.now() - (at[came] ?? 0))
    came++
    wake()
  })
  return {
    end,
    times,
    send: () => {
      at.push(performance.now())
      return bring(sent++)
    },
    allCame: async () => {
      while (came < sent) await new Promise<void>((resolve) => (wake = resolve))
    },
  }
}
type Watched = Awaited<ReturnType<typeof watched>>

/** So many a second, whatever becomes of them: in parts of 20 ms, as a timer allows. */
async function atPace({ send, allCame, times }: Watched, rate: number, seconds: number) {
  const began = performance.now()
  const before = times.length
  for (let n = 0; n < rate * seconds;) {
    const due = Math.min(rate * seconds, Math.floor(((performance.now() - began) / 1000) * rate) + 1)
    for (; n < due; n++) void send()
    await pause(20)
  }
  await allCame()
  return { took: (performance.now() - began) / 1000, ...shares(times.slice(before)) }
}

function shares(times: readonly number[]) {
  const sorted = [...times].sort((a, b) => a - b)
  const at = (part: number) => Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? 0)
  return { p50: at(0.5), p95: at(0.95), p99: at(0.99) }
}

async function measured(name: string, bring: Bring): Promise<Row> {
  const channel = await watched(bring)
  const { send, allCame, times } = channel
  const began = performance.now()
  for (let n = 0; n < count; n += 10) await Promise.all(Array.from({ length: Math.min(10, count - n) }, send))
  await allCame()
  const per_second = Math.round(count / ((performance.now() - began) / 1000))
  const before = times.length
  for (let n = 0; n < TIMED; n++) {
    await pause(50 + ((n * 37) % 200))
    await send()
    await allCame()
  }
  const { p50, p99 } = shares(times.slice(before))
  const row: Row = { name, messages: count, per_second, p50_ms: p50, p99_ms: p99 }
  if (PACED.includes(name) && seconds_at_pace > 0) {
    const paced = await atPace(channel, PACE, seconds_at_pace)
    Object.assign(row, { paced: PACE * seconds_at_pace, paced_p50_ms: paced.p50, paced_p95_ms: paced.p95 })
    const { took } = await atPace(channel, RUSH, 5)
    row.rush = `${RUSH * 5} in ${took.toFixed(1)} s`
  }
  channel.end()
  return row
}
/** A mailbox is read letter by letter, as its server gives them. */
const PACED = ['telegram', 'max', 'web_chat']

try {
  const rows: Row[] = []
  for (const [name, bring] of Object.entries(await channels()))
    if (values.channel === undefined || values.channel === name) rows.push(await measured(name, bring))
  if (values.json) console.log(JSON.stringify(rows))
  else console.table(rows)
} finally {
  await product.stop()
  await telegram.close()
  await max.close()
  await box.close()
  await office.close()
  rmSync(data_dir, { recursive: true, force: true })
}
