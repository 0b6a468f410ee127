import { spawn } from 'node:child_process'
import { randomUUID } from 'node:crypto'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Case } from './cases.ts'
import { type Ground, openInside, wallless } from './ground.ts'
import { bareWrites, findPgbench, NUMBER_TAKEN } from './bare-writes.ts'
import { type Figures, fire, middle, type Shot } from './load.ts'
import type { Statement } from './limit-server.ts'

export type Row = {
  name: string
  size: string
  limit: number
  product: number
  ratio: number
  p50_ms: number
  p99_ms: number
  bar: number
}

type What = { size: string; one: Case; seconds: number; say: (line: string) => void }
const CONNECTIONS = 16
const ROUNDS = 3
/** How much longer a round lasts where one asks at a time: of twenty answers one more or less would be a twentieth. */
const FEW = 3
/** A server works for weeks: what its first seconds spend on compiling is no part of a request. */
const WARM_UP_SECONDS = 8

/** Limit and product in turn, a round of each first to warm up; the middle round of each counts. */
export async function measure(ground: Ground, { size, one, seconds, say }: What): Promise<Row> {
  const heard = await hear(ground, one)
  const product = await serve('product-server.ts', [ground.server.url, ground.folder])
  const limit = await limitOf(ground, one, heard)
  try {
    const rounds = { limit: [] as Figures[], product: [] as Figures[] }
    const shots = shotsOf(ground, one)
    const load = { url: product.url, connections: one.connections ?? CONNECTIONS, shots }
    await limit.fire(WARM_UP_SECONDS)
    await fire({ ...load, seconds: WARM_UP_SECONDS })
    const lasting = one.connections === 1 ? seconds * FEW : seconds
    for (let n = 0; n < ROUNDS; n++) {
      rounds.limit.push(await limit.fire(lasting))
      rounds.product.push(await fire({ ...load, seconds: lasting }))
    }
    const [best, ours] = [middle(rounds.limit), middle(rounds.product)]
    say(`  ${one.name}: ${ours.per_second.toFixed(0)} of ${best.per_second.toFixed(0)} a second (${limit.by})`)
    const ratio = ours.per_second / best.per_second
    return {
      name: one.name,
      size,
      limit: best.per_second,
      product: ours.per_second,
      ratio,
      p50_ms: ours.p50_ms,
      p99_ms: ours.p99_ms,
      bar: one.bar,
    }
  } finally {
    limit.stop()
    product.stop()
  }
}

let shot = 0

function shotsOf(ground: Ground, one: Case): () => Shot {
  const { cookie } = one.in === 'crowd' ? ground.crowd : ground.company
  if (one.kind === 'read')
    return () => ({ method: 'GET', path: one.paths[++shot % one.paths.length] ?? '/', headers: { cookie } })
  return () => written(ground, one, ++shot)
}

function written({ company: { cookie } }: Ground, one: Extract<Case, { kind: 'write' }>, n: number): Shot {
  const headers = { cookie, 'content-type': 'application/json', 'idempotency-key': randomUUID() }
  return { method: 'POST', path: one.path(n), headers, body: JSON.stringify(one.body(n)) }
}

/** What the product sends to the database: for each path of a read; for a write, its inserts and the numbers it takes, twice. */
async function hear(ground: Ground, one: Case): Promise<Statement[][]> {
  const { process, app, address } = await openInside(ground.server.url, ground.folder)
  const { takeNumber } = process.world
  // Of a write the very same twice: what then differs is what the product makes new. Another one in each run.
  const nth = -1 - Math.floor(Math.random() * 90)
  const next = one.kind === 'read' ? shotsOf(ground, one) : () => written(ground, one, nth)
  const heard: Statement[][] = []
  for (let n = 0; n < (one.kind === 'read' ? one.paths.length : 2); n++) {
    const now: Statement[] = []
    app.frame.watch = (sql, parameters) => void now.push({ sql, parameters: [...parameters] })
    process.world.takeNumber = (company_id, kind) => {
      now.push({ sql: NUMBER_TAKEN, parameters: [company_id, kind, 1] })
      return takeNumber(company_id, kind)
    }
    const { method, path, headers = {}, body } = next()
    const answer = await fetch(address + path, { method, headers, ...(body && { body }) })
    if (!answer.ok) throw new Error(`${path}: ${answer.status} ${await answer.text()}`)
    heard.push(one.kind === 'read' ? now : now.filter(({ sql }) => sql === NUMBER_TAKEN || /^\s*insert/i.test(sql)))
  }
  await app.close()
  await process.close()
  return heard
}

type Limit = { by: string; fire: (seconds: number) => Promise<Figures>; stop: () => void }

async function limitOf(ground: Ground, one: Case, heard: Statement[][]): Promise<Limit> {
  if (one.kind === 'write') return writeLimit(ground, heard)
  const file = join(ground.folder, 'statements.json')
  writeFileSync(file, JSON.stringify(heard))
  const server = await serve('limit-server.ts', [wallless(ground.server.url), file])
  const shots = () => ({ method: 'GET' as const, path: `/${++shot % heard.length}` })
  return {
    by: 'the same statements, bare',
    fire: (seconds) => fire({ url: server.url, seconds, connections: one.connections ?? CONNECTIONS, shots }),
    stop: server.stop,
  }
}

function writeLimit({ server, folder }: Ground, heard: Statement[][]): Limit {
  const program = findPgbench()
  if (!program) throw new Error('The limit of writes is measured with pgbench: apt-get install postgresql-contrib')
  const twice = [heard[0] ?? [], heard[1] ?? []] as const
  const bare = { url: wallless(server.url), folder, connections: CONNECTIONS }
  return {
    by: 'the same rows by pgbench',
    fire: (seconds) => Promise.resolve(bareWrites(program, twice, { ...bare, seconds })),
    stop: () => undefined,
  }
}

/** One of the bench's servers as a process of its own; it says its address when it is ready. */
function serve(file: string, args: string[]): Promise<{ url: string; stop: () => void }> {
  const child = spawn(process.execPath, [join(import.meta.dirname, file), ...args], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  return new Promise((resolve, reject) => {
    child.stdout.once('data', (said: Buffer) => resolve({ url: said.toString().trim(), stop: () => void child.kill() }))
    child.once('exit', (code) => reject(new Error(`${file} ended with ${code}`)))
  })
}
