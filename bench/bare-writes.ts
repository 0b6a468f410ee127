import { execFileSync } from 'node:child_process'
import { existsSync, globSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Figures } from './load.ts'
import type { Statement } from './limit-server.ts'

type Bare = { url: string; folder: string; seconds: number; connections: number }

export const findPgbench = (): string | undefined =>
  [...globSync('/usr/lib/postgresql/*/bin/pgbench').toReversed(), '/usr/bin/pgbench', '/usr/local/bin/pgbench'].find(
    (path) => existsSync(path),
  )

/** How a write takes its number, in a transaction of its own before it (platform/numbers.ts). */
export const NUMBER_TAKEN = 'select take_numbers($1, $2, $3)'

/**
 * The limit of a write: `pgbench` inserting the rows that the product inserts, in one transaction, with the same
 * durability and triggers on the same number of connections, and no walls; a number is taken before it, as the product
 * takes one. What differs between two runs of the product
 * (ids, numbers, keys) is made anew for each; all else is as it was sent.
 */
export function bareWrites(
  program: string,
  [one, two]: readonly [Statement[], Statement[]],
  { url, folder, seconds, connections }: Bare,
): Figures {
  const script = join(folder, 'pgbench.sql')
  writeFileSync(script, scriptOf(one, two))
  const address = new URL(url)
  const manner = `-n -M simple -c ${connections} -j 1 -T ${seconds} -f ${script} -U ${address.username}`
  const said = execFileSync(program, [...manner.split(' '), address.pathname.slice(1)], {
    encoding: 'utf8',
    env: {
      ...process.env,
      PGHOST: address.searchParams.get('host') ?? address.hostname,
      PGPORT: address.searchParams.get('port') ?? (address.port || '5432'),
      PGPASSWORD: address.password,
    },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  const per_second = Number(/tps = ([\d.]+)/.exec(said)?.[1])
  const latency = Number(/latency average = ([\d.]+)/.exec(said)?.[1])
  if (!per_second) throw new Error(`pgbench: ${said}`)
  return { per_second, p50_ms: latency, p99_ms: latency }
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/

function scriptOf(one: Statement[], two: Statement[]): string {
  const fresh: string[] = []
  const known = new Map<unknown, string>()
  const varying = (value: unknown): string => {
    const before = known.get(value)
    if (before) return before
    const name = `v${fresh.length}`
    fresh.push(`\\set ${name} random(1, 281474976710655)`)
    // Ids rise with time, as the product's do.
    const uuid = `(lpad(to_hex((extract(epoch from now()) * 1000)::bigint), 12, '0') || '70008000' || lpad(to_hex(:${name}::bigint), 12, '0'))`
    const made = typeof value !== 'string' ? `:${name}` : UUID.test(value) ? `${uuid}::uuid` : uuid
    known.set(value, made)
    return made
  }
  const said = one.map(({ sql, parameters }, i) => {
    const others = two[i]?.parameters ?? []
    return sql.replace(/\$(\d+)/g, (_, n: string) => {
      const [a, b] = [parameters[Number(n) - 1], others[Number(n) - 1]]
      return sameValue(a, b) || a instanceof Date || Buffer.isBuffer(a) || typeof a === 'object'
        ? literal(a)
        : varying(a)
    })
  })
  const lines = said.map((sql) => `${sql.replaceAll('\n', ' ')};`)
  const [numbers, inserts] = [lines.filter((_, i) => isNumber(one[i])), lines.filter((_, i) => !isNumber(one[i]))]
  return [...fresh, ...numbers, 'begin;', ...inserts, 'commit;', ''].join('\n')
}

const isNumber = (statement: Statement | undefined): boolean => statement?.sql === NUMBER_TAKEN

const sameValue = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)

function literal(value: unknown): string {
  if (value === null || value === undefined) return 'null'
  if (typeof value === 'number' || typeof value === 'boolean' || typeof value === 'bigint') return String(value)
  if (value instanceof Date) return `'${value.toISOString()}'`
  if (Buffer.isBuffer(value)) return `'\\x${value.toString('hex')}'`
  const text = typeof value === 'string' ? value : JSON.stringify(value)
  return `'${text.replaceAll("'", "''")}'`
}
