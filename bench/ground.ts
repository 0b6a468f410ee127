import { createHash, randomUUID } from 'node:crypto'
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { createOrder, listFunnels } from '#contract/orders.ts'
import { registerCompany } from '#contract/people.ts'
import { type Config, loadConfig } from '#platform/config.ts'
import { startEmbedded, type Embedded } from '#platform/db/embedded.ts'
import { migrate } from '#platform/db/migrate.ts'
import { openPool, type Pool } from '#platform/db/pool.ts'
import { buildApp } from '#server/app.ts'
import { openProcess, type Process } from '#server/world.ts'
import { accountAt, anybody, callAt, type Person } from '#test/http.ts'
import { generateCrowd } from './crowd.ts'
import { type Company, generate, type Size } from './generate.ts'

const ROOT = join(import.meta.dirname, '..')

/**
 * A measured database with two generated companies, and what requests need to name in them: one of many orders, and one of
 * many people (`crowd`).
 */
export type Ground = { server: Embedded; folder: string } & Companies
type Companies = { company: Company & { cookie: string }; crowd: { cookie: string } }

export const configOf = (folder: string): Config =>
  loadConfig({
    DATA_DIR: folder,
    PORT: '0',
    LOG_LEVEL: 'error',
    SECRET: 'the bench has a secret of its own, for nobody else',
  })

/** The database of a size, made once and kept until what makes it changes. */
export async function makeGround(size: Size, say: (line: string) => void): Promise<Ground> {
  const folder = join(ROOT, '.tmp/bench', size)
  const mark = join(folder, 'company.json')
  const recipe = recipeOf()
  const kept = existsSync(mark) ? (JSON.parse(readFileSync(mark, 'utf8')) as { recipe: string } & Companies) : null
  if (kept?.recipe !== recipe) rmSync(folder, { recursive: true, force: true })
  mkdirSync(folder, { recursive: true, mode: 0o755 })
  const server = await startEmbedded({ data_dir: join(folder, 'pg'), say, settings: { shared_buffers: '1GB' } })
  if (kept?.recipe === recipe) return { server, folder, company: kept.company, crowd: kept.crowd }
  say(`making a company of size ${size}…`)
  await migrate(server.url)
  const made = await fill(server.url, folder, size)
  writeFileSync(mark, JSON.stringify({ recipe, ...made }))
  return { server, folder, ...made }
}

/** What a kept database depends on: its schema and its generator. */
function recipeOf(): string {
  const parts = ['db/schema.sql', 'bench/generate.ts', 'bench/crowd.ts'].map((path) => join(ROOT, path))
  return createHash('sha256')
    .update(parts.map((path) => readFileSync(path, 'utf8')).join())
    .digest('hex')
}

async function fill(url: string, folder: string, size: Size): Promise<Companies> {
  const { process, app, address } = await openInside(url, folder)
  const [company, crowd] = [await register(address, 'ГородСервис'), await register(address, 'Много людей')]
  // The first order makes the company's funnel.
  await callAt(address, company.owner, { at: createOrder, input: { request: 'Первый заказ' } })
  const { body: funnels } = await callAt(address, company.owner, { at: listFunnels, input: {} })
  await app.close()
  await process.close()
  const stages = Object.fromEntries(funnels.rows.flatMap(({ stages: all }) => all.map(({ phase, id }) => [phase, id])))
  const made = { ...company.ids, stages }
  const managers = await filling(url, (pool) => generate(pool, size, made))
  await filling(url, (pool) => generateCrowd(pool, crowd.ids))
  return { company: { ...made, managers, cookie: cookieOf(company.owner) }, crowd: { cookie: cookieOf(crowd.owner) } }
}

/** A company with its owner, as people come. */
async function register(address: string, name: string) {
  const owner = anybody()
  const email = `${randomUUID()}@example.test`
  await accountAt(address, owner, '/sign-up/email', { name: 'Владелец', email, password: 'a long password' })
  const input = { name, country: 'BY', currency: 'BYN', time_zone: 'Europe/Minsk', vat_rate: 20 } as const
  const { body: me } = await callAt(address, owner, { at: registerCompany, input })
  return { owner, ids: { company_id: me.company?.id ?? '', owner_id: me.member?.id ?? '' } }
}

const cookieOf = ({ cookies }: Person): string => [...cookies].map(([name, value]) => `${name}=${value}`).join('; ')

/** As the superuser, for whom there are no walls. */
export const wallless = (url: string): string => url.replace('//naryad@', '//postgres@')

/** Where a company is filled: without walls, and without waiting for the disk. */
async function filling<T>(url: string, fill: (pool: Pool) => Promise<T>): Promise<T> {
  const unhurried = `${wallless(url)}&options=${encodeURIComponent('-c synchronous_commit=off')}`
  const pool = openPool(unhurried, { max: 3, prepare: false, name: 'naryad bench' })
  const filled = await fill(pool)
  await pool.end()
  return filled
}

/** The product inside this process: for setting up, and for hearing what it sends. */
export async function openInside(
  url: string,
  folder: string,
): Promise<{ process: Process; app: FastifyInstance; address: string }> {
  const database = { url, direct_url: url, prepare: true }
  const process = await openProcess({ config: configOf(folder), database, log: console.error })
  const app = await buildApp(process)
  return { process, app, address: await app.listen({ port: 0, host: '127.0.0.1' }) }
}
