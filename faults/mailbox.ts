/**
 * `node faults/mailbox.ts`: a mailbox is away for 72 hours, then gives thousands of letters at once, while the server is
 * killed again and again and gives all its letters other numbers in between. Every letter is there once, in its order.
 * `node faults/mailbox.ts --letters 500 --kills 3 --seed 7 --server dovecot`; else the mailbox lies at our own server
 */
import { setTimeout as pause } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { openPool, type Pool } from '#platform/db/pool.ts'
import { mailPeers, OwnPeer, type MailPeer } from '#test/peers/mail-peers.ts'
import { PostOffice } from '#test/peers/post-office.ts'
import { diceOf } from './dice.ts'
import { company, post, signUp } from './loads.ts'
import { startVictim, type Victim } from './victim.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    letters: { type: 'string', default: '5000' },
    kills: { type: 'string', default: '6' },
    server: { type: 'string', default: 'own' },
  },
})
const [letters, kills, dice] = [Number(values.letters), Number(values.kills), diceOf(Number(values.seed))]
const WRITERS = 50
const AWAY = 72 * 60 * 60_000

/** The n-th letter of one of the writers; each answers his own first one. A picture makes some of them heavy. */
function letter(n: number): string {
  const [writer, number] = [n % WRITERS, Math.floor(n / WRITERS)]
  const heavy =
    n % 20 === 0
      ? [
          '--b',
          'Content-Type: image/jpeg; name=foto.jpg',
          'Content-Disposition: attachment',
          'Content-Transfer-Encoding: base64',
          '',
          Buffer.alloc(150_000, n % 251).toString('base64'),
          '',
        ]
      : []
  return [
    `From: Writer ${writer} <w${writer}@svet.example>`,
    'To: info@firma.example',
    `Subject: ${number === 0 ? '' : 'Re: '}Request ${writer}`,
    `Message-ID: <${writer}.${number}@svet.example>`,
    ...(number === 0 ? [] : [`In-Reply-To: <${writer}.0@svet.example>`]),
    'Content-Type: multipart/mixed; boundary=b',
    '',
    '--b',
    'Content-Type: text/plain; charset=utf-8',
    '',
    `Письмо ${number}`,
    ...heavy,
    '--b--',
    '',
  ].join('\r\n')
}

async function connectChannel(victim: Victim, box: MailPeer): Promise<void> {
  const cookie = await signUp(victim.url)
  await post(victim.url, { path: '/api/companies', body: company('Живучая почта'), cookie })
  const host = { host: '127.0.0.1', tls: 'none' }
  const settings = { address: box.user, imap: { ...host, port: box.port }, smtp: { ...host, port: office.port } }
  await post(victim.url, {
    path: '/api/channels',
    body: { kind: 'email', settings, secrets: { password: box.password } },
    cookie,
  })
}

const say = (what: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`)

async function until(what: string, holds: () => Promise<boolean>, minutes = 20): Promise<void> {
  for (const began = Date.now(); Date.now() - began < minutes * 60_000; await pause(200))
    if (await holds().catch((error: unknown) => (process.env['LOUD'] && console.error(what, String(error)), false)))
      return
  throw new Error(`${what}: not within ${minutes} minutes`)
}

const asked = async <T extends object>(text: string): Promise<T[]> => {
  const pool: Pool = openPool(victim.superuser_url(), { max: 1, prepare: false, name: 'faults' })
  try {
    return await pool.unsafe<T[]>(text)
  } finally {
    await pool.end()
  }
}
const came = async (): Promise<number> =>
  (await asked<{ n: number }>(`select count(*)::int as n from messages where side = 'in'`))[0]?.n ?? 0

const office = await new PostOffice().open()
const server = mailPeers[values.server]
if (!server) throw new Error(`there is no server ${values.server} here`)
const box = await server()
const victim = await startVictim({ ALLOWED_HOSTS: '127.0.0.1' })
let failed = false
try {
  await victim.answers()
  say('the product answers')
  await connectChannel(victim, box)
  say('the mailbox is connected')
  await until(
    'the first look',
    async () => (await asked(`select from channel_states where cursor ? 'folders'`)).length === 1,
  )
  say('it has been read once; now it goes away')
  const began = Date.now() - AWAY
  // Nobody reads it meanwhile.
  victim.killServer()
  for (let n = 0; n < letters; n++) await box.deliver(letter(n), { date: new Date(began + (n * AWAY) / letters) })
  await box.close()
  await victim.answers()
  // As if it had been connected before it went away.
  await asked(
    `update channel_states set cursor = jsonb_set(cursor, '{folders,INBOX,since}', to_jsonb(now() - interval '5 days'))`,
  )
  victim.killServer()
  await pause(500)
  await victim.answers()
  await box.open()
  const started = performance.now()
  let peak = 0
  for (let kill = 0; kill < kills; kill++) {
    const before = await came()
    // Where nearly all are there already, no more can be waited for.
    const some = Math.min(letters, Math.floor(before + letters / (kills * 3)) + 1)
    await until('letters come', async () => (await came()) >= some)
    await pause(dice.between(0, 1500))
    peak = Math.max(peak, victim.peak_mb())
    say(`killed at ${await came()} letters`)
    victim.killServer()
    if (kill === Math.floor(kills / 2)) await box.renumber()
    await pause(dice.between(100, 600))
    await victim.answers()
  }
  await until('all is there', async () => (await came()) >= letters)
  const seconds = (performance.now() - started) / 1000
  peak = Math.max(peak, victim.peak_mb())
  // Whatever would come twice comes now.
  await until(
    'all is read',
    async () =>
      Number(
        (await asked<{ uid: number }>(`select (cursor #>> '{folders,INBOX,uid}')::int as uid from channel_states`))[0]
          ?.uid,
      ) >= letters,
  )
  const [sums] = await asked<Record<string, number>>(`
    select count(*)::int as messages, count(distinct external_id)::int as letters, count(distinct conversation_id)::int as dialogues,
      (select count(*)::int from (select substring(text from '\\d+')::int as n,
        row_number() over (partition by conversation_id order by sent_at, position, id) - 1 as place from messages where side = 'in') o where n <> place) as out_of_order,
      (select count(*)::int from message_files) as files, (select count(*)::int from contacts) as contacts from messages where side = 'in'`)
  const wanted = {
    messages: letters,
    letters,
    dialogues: WRITERS,
    out_of_order: 0,
    files: Math.ceil(letters / 20),
    contacts: WRITERS,
  }
  const faults = box instanceof OwnPeer ? box.faults : []
  failed = JSON.stringify(sums) !== JSON.stringify(wanted) || faults.length > 0
  console.log({
    ...sums,
    kills,
    renumbered: 1,
    seconds: Math.round(seconds),
    letters_a_second: Math.round(letters / seconds),
    peak_mb: peak,
    protocol_faults: faults,
  })
  console.log(failed ? `FAULT: wanted ${JSON.stringify(wanted)}` : 'every letter is there once, in its order')
} finally {
  victim.killServer()
  victim.killDatabase()
  await box.remove()
  await office.close()
  const said = victim.remains()
  if (failed || process.env['LOUD']) console.log(said.slice(-5000))
}
process.exitCode = failed ? 1 : 0
