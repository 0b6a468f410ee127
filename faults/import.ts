/**
 * `node faults/import.ts`: a table of 100,000 counterparties with their contacts, phones, e-mails and addresses is brought
 * in and taken back, and each part is timed; with `--kills` the server is killed again and again meanwhile, and afterwards
 * everything is there once.
 * `node faults/import.ts --rows 20000 --kills 3 --seed 7 --format xlsx`
 */
import { setTimeout as pause } from 'node:timers/promises'
import { buffer } from 'node:stream/consumers'
import { parseArgs } from 'node:util'
import { openPool } from '#platform/db/pool.ts'
import { writeXlsx } from '#platform/xlsx/write-xlsx.ts'
import { diceOf } from './dice.ts'
import { company, post, signUp } from './loads.ts'
import { startVictim } from './victim.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: '1' },
    rows: { type: 'string', default: '100000' },
    kills: { type: 'string', default: '0' },
    format: { type: 'string', default: 'csv' },
  },
})
const [rows, kills, dice] = [Number(values.rows), Number(values.kills), diceOf(Number(values.seed))]
const say = (what: string): void => console.log(`${new Date().toISOString().slice(11, 19)} ${what}`)

const HEAD = [
  'Наименование',
  'Контактное лицо',
  'Должность',
  'Телефон',
  'E-mail',
  'Адрес объекта',
  'Юр. адрес',
  'Банк',
  'БИК',
  'Примечание',
]
const row = (n: number): string[] => [
  `ООО «Клиент ${n}»`,
  `Иванов Иван ${n}`,
  'директор',
  `+37529${1_000_000 + n}`,
  `client${n}@example.test`,
  `г. Минск, ул. Садовая, ${n}`,
  'г. Минск, пр-т Независимости, 1',
  'ОАО «Банк»',
  'AKBBBY2X',
  'звонить после обеда',
]

/** The file as people have it; a workbook by our own writer. */
async function table(): Promise<{ name: string; bytes: Uint8Array }> {
  if (values.format === 'xlsx') {
    const columns = HEAD.map((title) => ({ title, kind: 'text' as const }))
    const all = Array.from({ length: rows }, (_, n) => row(n))
    return {
      name: 'clients.xlsx',
      bytes: await buffer(writeXlsx({ sheets: [{ name: 'Клиенты', columns, rows: all }] })),
    }
  }
  const lines = [HEAD, ...Array.from({ length: rows }, (_, n) => row(n))].map((cells) => cells.join(';'))
  return { name: 'clients.csv', bytes: Buffer.from(lines.join('\r\n')) }
}

const victim = await startVictim()
let cookie = ''

type Card = {
  id: string
  state: string
  passed: number
  total: number
  counts: Record<string, number>
  removed_count: number
  kept_count: number
}

async function card(import_id: string): Promise<Card> {
  const answer = await fetch(`${victim.url}/api/imports/${import_id}`, { headers: { cookie } })
  if (!answer.ok) throw new Error(String(answer.status))
  return (await answer.json()) as Card
}

/** Waits until the import stands so; kills on the way, at random moments while it goes. */
async function reaches(import_id: string, state: string, deaths = 0): Promise<Card> {
  const began = Date.now()
  let left = deaths
  let next = Date.now() + dice.between(500, 3000)
  for (;;) {
    if (left > 0 && Date.now() > next) {
      left -= 1
      if (dice.oneIn(3)) victim.killDatabase()
      victim.killServer()
      await pause(dice.between(0, 300))
      victim.revive()
      await victim.answers()
      // Whoever takes a dead worker's job waits until it has been silent for long enough.
      next = Date.now() + dice.between(60_000, 70_000)
    }
    const now = await card(import_id).catch(() => null)
    if (now?.state === state) {
      say(
        `${state} after ${((Date.now() - began) / 1000).toFixed(1)} s: ${JSON.stringify(now.counts)}, peak ${victim.peak_mb()} MB`,
      )
      return now
    }
    if (now?.state === 'failed' || Date.now() - began > 20 * 60_000) throw new Error(`${state}: ${JSON.stringify(now)}`)
    await pause(100)
  }
}

async function act(import_id: string, verb: string): Promise<void> {
  const address = `${victim.url}/api/imports/${import_id}/${verb}`
  const answer = await fetch(address, { method: 'POST', headers: { cookie, origin: victim.url } })
  if (!answer.ok) throw new Error(`${verb}: ${answer.status} ${await answer.text()}`)
}

async function story(): Promise<string[]> {
  await victim.answers()
  cookie = await signUp(victim.url)
  await post(victim.url, { path: '/api/companies', body: company('Живучий импорт'), cookie })
  const { name, bytes } = await table()
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const sent = await fetch(`${victim.url}/api/files`, {
    method: 'POST',
    headers: { cookie, origin: victim.url },
    body: form,
  })
  const { id: file_id } = (await sent.json()) as { id: string }
  const started = await post(victim.url, { path: '/api/imports', body: { file_id }, cookie })
  const { id } = (await started.json()) as { id: string }
  await reaches(id, 'ready')
  await act(id, 'check')
  await reaches(id, 'checked')
  await act(id, 'run')
  await reaches(id, 'done', kills)
  const faults = await audit(rows)
  await act(id, 'undo')
  const undone = await reaches(id, 'undone', kills > 0 ? 1 : 0)
  say(`removed ${undone.removed_count}, kept ${undone.kept_count}`)
  return [...faults, ...(await audit(0))]
}

/** Everything once: counterparties, their contacts, phones, e-mails, addresses, and the words by which they are found. */
async function audit(wanted: number): Promise<string[]> {
  const pool = openPool(victim.superuser_url(), { max: 1, prepare: false, name: 'faults' })
  const counts = await pool.unsafe<{ what: string; n: number; once: number }[]>(`
    select 'counterparties' as what, count(*)::int as n, count(distinct name)::int as once from counterparties
    union all select 'contacts', count(*)::int, count(distinct name)::int from contacts
    union all select 'phones', count(*)::int, count(distinct value)::int from contact_identities where kind = 'phone'
    union all select 'e-mails', count(*)::int, count(distinct value)::int from contact_identities where kind = 'email'
    union all select 'sites', count(*)::int, count(distinct address)::int from sites
    union all select 'words', count(*)::int, count(distinct words)::int from counterparty_words`)
  await pool.end()
  return counts.flatMap(({ what, n, once }) =>
    n === wanted && once === wanted ? [] : [`${what}: ${n}, ${once} of them once; wanted ${wanted}`],
  )
}

const faults = await story().catch((error: unknown) => [String(error)])
const { orphans } = await victim.stop()
if (orphans) faults.push('a process still holds the folder')
const said = victim.remains()
if (process.env['LOUD']) console.log(said)
for (const fault of faults) console.log(`FAULT: ${fault}`)
console.log(faults.length > 0 ? 'failed' : 'every row is there once')
process.exitCode = faults.length > 0 ? 1 : 0
