/**
 * `node faults/inbox.ts`: thousands of messages by Telegram, MAX and the chat of a site, each given one to five times and
 * out of order, while server and database are killed again and again. Every message is there once, in its order.
 * `node faults/inbox.ts --messages 900 --kills 5 --seed 7`
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openPool } from '#platform/db/pool.ts'
import { openBotApi } from '#test/peers/bot-api.ts'
import { openMaxApi } from '#test/peers/max-api.ts'
import { diceOf } from './dice.ts'
import { giversOf, SITE } from './inbox-givers.ts'
import { company, post, signUp } from './loads.ts'
import { startVictim } from './victim.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000) },
    messages: { type: 'string', default: '10000' },
    kills: { type: 'string', default: '50' },
  },
})
const [seed, kills] = [Number(values.seed), Number(values.kills)]
const each = Math.ceil(Number(values.messages) / 3)
const dice = diceOf(seed)
const PUBLIC = 'https://naryad.example'

const [telegram, max] = [await openBotApi(), await openMaxApi()]
const victim = await startVictim({
  PUBLIC_URL: PUBLIC,
  TELEGRAM_API_URL: telegram.url,
  MAX_API_URL: max.url,
  ALLOWED_HOSTS: '127.0.0.1',
})

async function asked<T extends object>(text: string): Promise<T[]> {
  const pool = openPool(victim.superuser_url(), { max: 1, prepare: false, name: 'faults' })
  try {
    return await pool.unsafe<T[]>(text)
  } finally {
    await pool.end()
  }
}

async function connectAll(): Promise<{ chat_id: string }> {
  const cookie = await signUp(victim.url, PUBLIC)
  const write = async (path: string, body: unknown) =>
    (await post(victim.url, { path, body, cookie, origin: PUBLIC })).json() as Promise<{ id: string }>
  await write('/api/companies', company('Живучая связь'))
  await write('/api/channels', {
    kind: 'telegram',
    settings: { mode: 'webhook' },
    secrets: { token: telegram.token },
  })
  await write('/api/channels', { kind: 'max', settings: {}, secrets: { token: max.token } })
  const look = { colour: '#2748c4', side: 'right', theme: 'auto', language: 'auto', greeting: '', away: '' }
  const settings = { ...look, title: 'Связь', sites: [SITE], hours: 'always', required: [] }
  const { id } = await write('/api/channels', { kind: 'web_chat', settings, secrets: {} })
  return { chat_id: id }
}

/** Kills until all kills are done, and tells how many of which; a chat's visitors all come from one address here. */
async function killAll(): Promise<Record<string, number>> {
  const killed = { server: 0, database: 0, both: 0 }
  for (let n = 0; n < kills; n++) {
    if (!dice.oneIn(4)) await victim.answers()
    await asked('delete from auth.tries').catch(() => undefined)
    await pause(dice.between(300, 2500))
    const target = dice.oneOf(['server', 'server', 'database', 'both'] as const)
    if (target !== 'server') victim.killDatabase()
    if (target !== 'database') victim.killServer()
    killed[target]++
    await pause(dice.between(0, 300))
    victim.revive()
  }
  return killed
}

const came = async (): Promise<number> =>
  (await asked<{ n: number }>(`select count(*)::int as n from messages where side = 'in' and content is null`))[0]?.n ??
  0

const SUMS = `select h.kind, count(*)::int as messages, count(distinct m.external_id)::int as known,
    count(distinct m.conversation_id)::int as dialogues, count(*) filter (where m.n <> m.place)::int as out_of_order
  from (select m.*, substring(m.text from '\\d+')::int as n,
      row_number() over (partition by m.conversation_id order by m.sent_at, m.position, m.id) - 1 as place
    from messages m where m.side = 'in' and m.content is null) m
  join channels h on h.company_id = m.company_id and h.id = m.channel_id group by h.kind order by h.kind`

let failed = true
console.log(`seed ${seed}: ${each * 3} messages, ${kills} kills`)
try {
  await victim.answers()
  const { chat_id } = await connectAll()
  const hook = (await telegram.called('setWebhook')).given as { url: string; secret_token: string }
  const givers = giversOf({ dice, each, url: victim.url, hook, max, chat_id })
  const began = performance.now()
  const giving = givers.give()
  const killed = await killAll()
  const clear = setInterval(() => void asked('delete from auth.tries').catch(() => undefined), 2000)
  await victim.answers()
  const given = await giving
  for (const end = Date.now() + 10 * 60_000; (await came()) < each * 3 && Date.now() < end;) await pause(500)
  // Whatever would come twice comes now.
  await pause(5000)
  clearInterval(clear)
  const seconds = Math.round((performance.now() - began) / 1000)
  const sums = await asked<Record<string, number | string>>(SUMS)
  const wanted = { messages: each, known: each, dialogues: givers.dialogues, out_of_order: 0 }
  const wrong = sums.filter((row) => Object.entries(wanted).some(([name, value]) => row[name] !== value))
  failed = sums.length !== 3 || wrong.length > 0
  console.log({ ...given, ...killed, seconds })
  for (const row of sums) console.log(row)
  console.log(failed ? `FAULT: wanted of each ${JSON.stringify(wanted)}` : 'every message is there once, in its order')
} finally {
  victim.killServer()
  victim.killDatabase()
  await telegram.close()
  await max.close()
  const said = victim.remains()
  if (failed || process.env['LOUD']) console.log(said.slice(-5000))
}
process.exitCode = failed ? 1 : 0
