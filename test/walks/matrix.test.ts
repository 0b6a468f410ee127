// Alone: a minute long, so it begins first.
import assert from 'node:assert/strict'
import { readFileSync, writeFileSync } from 'node:fs'
import { test } from 'node:test'
import type { EndpointShape } from '#contract/endpoint.ts'
import { anybody, as, type Person } from '#test/as.ts'
import { allEndpoints, type Named } from '#test/endpoints.ts'
import {
  COLUMNS,
  companyOfRoles,
  type Column,
  RELATIONS,
  type Relation,
  type Roles,
  VARYING,
} from './company-of-roles.ts'
import { product } from '../product.ts'
import { idFields, type Ids, sampleOf } from './sample.ts'
import { undoingAll } from './undone.ts'

const PAPER = new URL('matrix.txt', import.meta.url)
/** `+` reached, also when a rule refused what was asked; `-` not his to do; `0` not there; `!` nobody; `.` no such case. */
const sign = (status: number): string =>
  status === 401 ? '!' : status === 403 ? '-' : status === 404 ? '0' : status < 500 ? '+' : '#'

/** Rows as they stand on paper: a line for each endpoint and relation. */
function written(): Map<string, string> {
  const lines = readFileSync(PAPER, 'utf8').split('\n')
  const rows = lines.filter((line) => line && !line.startsWith('#'))
  return new Map(rows.map((line) => [line.slice(0, -COLUMNS.length).trim(), line.slice(-COLUMNS.length)]))
}

const relationsOf = ({ endpoint }: Named): readonly Relation[] => {
  const named = idFields(endpoint.params)
  if (named.some((name) => VARYING.includes(name))) return RELATIONS
  return named.length > 0 ? ['other', 'foreign'] : ['other']
}

async function cell(roles: Roles, { endpoint }: Named, column: Column, relation: Relation): Promise<string> {
  const [ids, plain] = [roles.ids(column, relation), roles.ids(column, 'other')]
  if (!ids || !plain) return '.'
  const at = endpoint as EndpointShape
  const filled = (schema: EndpointShape['body'], of: Ids) => sampleOf(schema, of)
  const own = relation === 'foreign' ? plain : ids
  await forgetWrongLinks()
  const input = { ...filled(at.params, ids), ...filled(at.query, own), ...filled(at.body, own) }
  const { status } = await as(copyOf(roles.who[column]), at, input as never)
  return sign(status)
}

/** Everybody knocks from one address here, with links that are none: elsewhere that is a reason to wait. */
async function forgetWrongLinks(): Promise<void> {
  const { process } = await product()
  await process.doorway.pool.unsafe('delete from auth.tries')
}

/** What an answer sets in a browser goes with it: its session was undone. */
const copyOf = ({ cookies }: Person): Person => Object.assign(anybody(), { cookies: new Map(cookies) })

async function asked(roles: Roles, all: readonly Named[]): Promise<Map<string, string>> {
  const rows = all.flatMap((one) => relationsOf(one).map((relation) => ({ one, relation })))
  const found = new Map<string, string>()
  await Promise.all(
    Array.from({ length: 4 }, async () => {
      for (let row = rows.shift(); row; row = rows.shift()) {
        const cells: string[] = []
        for (const column of COLUMNS) cells.push(await cell(roles, row.one, column, row.relation))
        found.set(`${row.one.name} ${row.relation}`, cells.join(''))
      }
    }),
  )
  return found
}

test('S93: what each role may ask of what is his, below him, of his pool, watched, another’s or another company’s', async () => {
  const [roles, all] = [await companyOfRoles(), await allEndpoints()]
  const found = await undoingAll(() => asked(roles, all))
  if (process.env['WRITE_MATRIX']) write(all, found)
  const paper = written()
  const differing = [...found].filter(([row, cells]) => paper.get(row) !== cells)
  assert.deepEqual(
    differing.map(([row, cells]) => `${row}: ${cells}, on paper ${paper.get(row) ?? 'no row'}`),
    [],
    'test/walks/matrix.txt says otherwise; WRITE_MATRIX=1 writes it anew, to be read before it is kept',
  )
  assert.deepEqual(
    [...paper.keys()].filter((row) => !found.has(row)),
    [],
    'rows of no endpoint',
  )
  const cells = [...found.values()].join('').replaceAll('.', '').length
  console.log(`${all.length} endpoints, ${found.size} rows, ${cells} cells`)
})

function write(all: readonly Named[], found: ReadonlyMap<string, string>): void {
  const wide = Math.max(...[...found.keys()].map((row) => row.length))
  const head = `# ${COLUMNS.join(', ')}\n# + reached   - not his to do   0 not there   ! nobody   . no such case\n`
  const lines = all.flatMap((one) => relationsOf(one).map((relation) => `${one.name} ${relation}`))
  writeFileSync(PAPER, head + lines.map((row) => `${row.padEnd(wide + 2)}${found.get(row)}`).join('\n') + '\n')
}
