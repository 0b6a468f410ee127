/**
 * `node faults/external-database.ts`: the main road against a PostgreSQL that is not ours, behind PgBouncer in
 * transaction mode, with two web processes and one worker on the one database.
 *
 * Needs Debian's packages `postgresql` (15 or newer) and `pgbouncer`, and a user `postgres` when run as root.
 * Everything it starts is in a temporary folder and ends with it.
 */
import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { chmodSync, chownSync, existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { type AddressInfo, createConnection, createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startProduct, type Started } from '#test/started.ts'
import { walkMainRoad } from '#test/stories/main-road.ts'

const folder = mkdtempSync(join(tmpdir(), 'naryad-external-'))
const asPostgres = process.getuid?.() === 0 ? idsOf('postgres') : {}
const bin = newestPostgres()
const postgresPort = await freePort()
const poolerPort = await freePort()
const begun: (() => Promise<unknown>)[] = []

try {
  startPostgres()
  await startPooler()
  const common = {
    DATABASE_URL: `postgres://naryad:naryad@127.0.0.1:${poolerPort}/naryad`,
    DATABASE_DIRECT_URL: `postgres://naryad:naryad@127.0.0.1:${postgresPort}/naryad`,
    SECRET: 'the same secret for all nodes of one product',
    FILES_URL: `file://${join(folder, 'files')}`,
    LOG_LEVEL: 'warn',
  }
  const one = await node('one', { ...common, ROLE: 'web' })
  const two = await node('two', { ...common, ROLE: 'web' })
  startWorker(common)
  await walkMainRoad([one.url, two.url])
  console.log(
    `PostgreSQL ${version()} behind PgBouncer in transaction mode, two web nodes, one worker: the main road is walked`,
  )
} catch (error) {
  console.error(error)
  process.exitCode = 1
} finally {
  for (const stop of begun.toReversed()) await stop()
  rmSync(folder, { recursive: true, force: true })
}

function startPostgres(): void {
  chmodSync(folder, 0o755)
  const home = mkdtempSync(join(folder, 'own-'))
  if (asPostgres.uid !== undefined) chownSync(home, asPostgres.uid, asPostgres.gid ?? 0)
  const inHome = join(home, 'data')
  run('initdb', ['-D', inHome, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C.UTF-8'])
  run('pg_ctl', [
    '-D',
    inHome,
    '-w',
    '-l',
    join(home, 'log'),
    '-o',
    `-p ${postgresPort} -k ${home} -c listen_addresses=127.0.0.1`,
    'start',
  ])
  begun.push(async () => run('pg_ctl', ['-D', inHome, '-m', 'fast', 'stop']))
  const ask = (sql: string) =>
    run('psql', ['-h', '127.0.0.1', '-p', String(postgresPort), '-U', 'postgres', '-q', '-c', sql])
  ask(`create role naryad login createrole password 'naryad'`)
  ask('create database naryad owner naryad')
}

async function startPooler(): Promise<void> {
  const home = mkdtempSync(join(folder, 'pooler-'))
  if (asPostgres.uid !== undefined) chownSync(home, asPostgres.uid, asPostgres.gid ?? 0)
  writeFileSync(join(home, 'users.txt'), '"naryad" "naryad"\n', { mode: 0o644 })
  const settings = [
    '[databases]',
    `naryad = host=127.0.0.1 port=${postgresPort}`,
    '[pgbouncer]',
    'listen_addr = 127.0.0.1',
    `listen_port = ${poolerPort}`,
    'unix_socket_dir =',
    'auth_type = plain',
    `auth_file = ${join(home, 'users.txt')}`,
    'pool_mode = transaction',
    'default_pool_size = 10',
    'ignore_startup_parameters = extra_float_digits',
  ]
  writeFileSync(join(home, 'pgbouncer.ini'), `${settings.join('\n')}\n`, { mode: 0o644 })
  const program = ['/usr/sbin/pgbouncer', '/usr/bin/pgbouncer'].find((path) => existsSync(path))
  if (!program) throw new Error('PgBouncer is not here: apt-get install pgbouncer')
  const child = spawn(program, ['-q', join(home, 'pgbouncer.ini')], { ...asPostgres, stdio: 'inherit' })
  begun.push(() => ended(child))
  await listening(poolerPort)
}

async function node(name: string, env: Record<string, string>): Promise<Started> {
  const started = await startProduct({ data_dir: join(folder, name), env })
  begun.push(() => started.stop())
  return started
}

function startWorker(env: Record<string, string>): void {
  const child = spawn(process.execPath, ['start.js'], {
    env: { ...process.env, ...env, DATA_DIR: join(folder, 'worker'), ROLE: 'worker' },
    stdio: 'inherit',
  })
  begun.push(() => ended(child))
}

async function ended(child: ChildProcess): Promise<void> {
  const over = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGINT')
  await over
}

function run(program: string, args: string[]): string {
  return execFileSync(join(bin, program), args, {
    ...asPostgres,
    encoding: 'utf8',
    stdio: ['ignore', 'pipe', 'inherit'],
  })
}

function version(): string {
  return run('postgres', ['--version']).trim().split(' ')[2] ?? ''
}

function newestPostgres(): string {
  const home = '/usr/lib/postgresql'
  const newest = existsSync(home) ? readdirSync(home).toSorted((a, b) => Number(b) - Number(a))[0] : undefined
  if (!newest) throw new Error('PostgreSQL is not here: apt-get install postgresql')
  return join(home, newest, 'bin')
}

function idsOf(user: string): { uid?: number; gid?: number } {
  const ask = (flag: string) => Number(execFileSync('id', [flag, user], { encoding: 'utf8' }))
  return { uid: ask('-u'), gid: ask('-g') }
}

function freePort(): Promise<number> {
  return new Promise((resolve) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}

async function listening(port: number): Promise<void> {
  for (let tries = 0; tries < 100; tries++) {
    const open = await new Promise<boolean>((resolve) => {
      const socket = createConnection(port, '127.0.0.1', () => (socket.destroy(), resolve(true)))
      socket.on('error', () => setTimeout(() => resolve(false), 50))
    })
    if (open) return
  }
  throw new Error(`nothing listens on ${port}`)
}
