/**
 * The limit of a read: the statements that the product sends for the same request, on a bare server of the same kind
 * with the same driver and nothing of the product between: no session, no wall, no schema, the rows as JSON.
 * Statements of one request go out together. Started by bench/main.ts as a process of its own.
 */
import { readFileSync } from 'node:fs'
import fastify from 'fastify'
import { openPool } from '#platform/db/pool.ts'

/** A statement as the product sent it. */
export type Statement = { sql: string; parameters: unknown[] }

const [url = '', file = ''] = process.argv.slice(2)
const requests = JSON.parse(readFileSync(file, 'utf8')) as Statement[][]
const pool = openPool(url, { max: 16, prepare: true, name: 'naryad bench limit' })
const app = fastify()
app.get<{ Params: { n: string } }>('/:n', async ({ params }) =>
  Promise.all(
    (requests[Number(params.n) % requests.length] ?? []).map(({ sql, parameters }) =>
      pool.unsafe(sql, parameters as never[], { prepare: true }),
    ),
  ),
)
console.log(await app.listen({ port: 0, host: '127.0.0.1' }))
