import assert from 'node:assert/strict'
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { after, test } from 'node:test'
import { setTimeout as pause } from 'node:timers/promises'
import { startEmbedded } from './embedded.ts'
import { isAlive } from './embedded/processes.ts'
import { openPool } from './pool.ts'

const folders: string[] = []
const started = new Set<ChildProcess>()
after(() => {
  for (const child of started) child.kill('SIGKILL')
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
})

function newFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'naryad-embedded-'))
  chmodSync(folder, 0o755) // as root, PostgreSQL runs as another user, who must pass through here
  folders.push(folder)
  return folder
}

const start = (data_dir: string) => startEmbedded({ data_dir, say: () => {}, orphan_grace_ms: 100 })

type Owner = { child: ChildProcess; url: string; pid: number; adopted: boolean }

/** A process of its own that uses the database of the folder, to be killed. */
async function owner(data_dir: string): Promise<Owner> {
  const program = `
    import { startEmbedded } from '${join(import.meta.dirname, 'embedded.ts')}'
    const server = await startEmbedded({ data_dir: '${data_dir}', say: () => {}, orphan_grace_ms: 100 })
    process.on('message', async () => { await server.stop(); process.exit() })
    process.send({ url: server.url, pid: server.pid(), adopted: server.adopted })`
  const stdio = ['ignore', 'inherit', 'inherit', 'ipc'] as const
  const child = spawn(process.execPath, ['--input-type=module', '-e', program], { stdio: [...stdio] })
  started.add(child)
  const ended = once(child, 'exit').then(() => assert.fail('the process did not start PostgreSQL'))
  const [told] = (await Promise.race([once(child, 'message'), ended])) as [Omit<Owner, 'child'>]
  return { child, ...told }
}

async function kill({ child }: Owner): Promise<void> {
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** Waits for what another process brings about. */
async function until(what: string, holds: () => boolean | Promise<boolean>): Promise<void> {
  for (const began = Date.now(); !(await holds()); await pause(10))
    if (Date.now() - began > 20_000) assert.fail(`waited in vain: ${what}`)
}

async function rowsIn(url: string): Promise<number> {
  const pool = openPool(url, { max: 1, prepare: false, name: 'test' })
  try {
    return (await pool`select from kept`).length
  } finally {
    await pool.end()
  }
}

test('the first start makes the product its own role, which is no superuser, and search knows Cyrillic', async () => {
  const data_dir = newFolder()
  const server = await start(data_dir)
  const pool = openPool(server.url, { max: 1, prepare: true, name: 'test' })
  await pool`create extension pg_trgm`
  const [row] = await pool`
    select similarity('заявка на ремонт', 'Заявки на ремонт') > 0.5 as alike, rolsuper as super, rolcreaterole as makes_roles,
      (select array_agg(word order by word) from unnest(array['Ёлка', 'ежевика', 'Ель', 'еж']) word) as sorted
    from pg_roles where rolname = current_user`
  await pool.end()
  assert.deepEqual(
    { ...row },
    { alike: true, super: false, makes_roles: true, sorted: ['еж', 'ежевика', 'Ёлка', 'Ель'] },
  )
  await server.stop()
  assert.equal(existsSync(join(data_dir, 'pg', 'postmaster.pid')), false)
  assert.equal(isAlive(server.pid()), false)
})

test('a second process uses the same server, and only the last to stop stops it', async () => {
  const data_dir = newFolder()
  const first = await start(data_dir)
  const second = await owner(data_dir)
  assert.deepEqual([second.adopted, second.pid, second.url], [true, first.pid(), first.url])
  await first.stop()
  assert.ok(isAlive(second.pid), 'the second still uses it')
  second.child.send('stop')
  await until('the last one stopped it', () => !isAlive(second.pid))
})

test('two first starts at once end with one cluster', async () => {
  const data_dir = newFolder()
  const [one, other] = await Promise.all([owner(data_dir), owner(data_dir)])
  assert.equal(one.pid, other.pid)
  for (const { child } of [one, other]) child.send('stop')
  await until('both stopped', () => !isAlive(one.pid))
})

test('a killed PostgreSQL is up again by itself at the same address, with every committed row', async () => {
  const server = await start(newFolder())
  const pool = openPool(server.url, { max: 2, prepare: true, name: 'test' })
  await pool`create table kept (n int)`
  for (let n = 1; n <= 3; n++) {
    await pool`insert into kept values (${n})`
    const killed = server.pid()
    process.kill(killed, 'SIGKILL')
    await until('another PostgreSQL', () => server.pid() !== killed)
    await until('the pool is back', () =>
      pool`select 1`.then(
        () => true,
        () => false,
      ),
    )
  }
  assert.equal((await pool`select from kept`).length, 3)
  await pool.end()
  await server.stop()
})

test('after a kill of its owner the next start takes the server over', async () => {
  const data_dir = newFolder()
  const killed = await owner(data_dir)
  const pool = openPool(killed.url, { max: 1, prepare: true, name: 'test' })
  await pool`create table kept as select 1`
  await pool.end()
  await kill(killed)
  const next = await start(data_dir)
  assert.equal(await rowsIn(next.url), 1)
  await next.stop()
})

test('after a kill of both the next start recovers', async () => {
  const data_dir = newFolder()
  const killed = await owner(data_dir)
  const pool = openPool(killed.url, { max: 1, prepare: true, name: 'test' })
  await pool`create table kept as select 1`
  await pool.end()
  killed.child.kill('SIGSTOP') // so that it cannot start the server again in between
  process.kill(killed.pid, 'SIGKILL')
  await kill(killed)
  const next = await start(data_dir)
  assert.deepEqual([next.adopted, await rowsIn(next.url)], [false, 1])
  await next.stop()
})

test('after a kill of its owner and no other start nothing is left running', async () => {
  const data_dir = newFolder()
  const killed = await owner(data_dir)
  await kill(killed)
  await until('the watchdog stops it', () => !isAlive(killed.pid))
  assert.match(readFileSync(join(data_dir, 'pg', 'server.log'), 'utf8'), /database system is shut down/)
})
