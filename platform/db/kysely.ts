import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { DB } from '#db/types.ts'
import type { Connection, Pool } from './pool.ts'

type Runner = Pick<Pool, 'unsafe'>

/** Hears every statement before it goes out: for counting queries in tests, and for measuring the same SQL bare. */
export type Watch = (sql: string, parameters: readonly unknown[]) => void
export type Manner = { prepare: boolean; watch?: Watch; life?: Life }
/** Of a transaction, whether COMMIT or ROLLBACK has gone out: nothing is sent behind it. */
export type Life = { over: boolean }
/** A role of the application, behind a wall of its own. */
export type Role = 'naryad_app' | 'naryad_staff' | 'naryad_narrow'

/**
 * The query builder on one connection that the frame has reserved and put into a transaction.
 * Building it costs microseconds: there is one for each request.
 */
export function onConnection(connection: Connection, manner: Manner & { role: Role }): Kysely<DB> {
  const db = builderOn(senderOn(connection, manner))
  origins.set(db, { connection, manner })
  return db
}

const origins = new WeakMap<Kysely<DB>, { connection: Connection; manner: Manner & { role: Role } }>()

/**
 * The same transaction with the program's eyes, which are those of the viewer again after each statement. The three go
 * out together, so that nothing else that travels at the same time is seen with them, and nobody waits.
 */
export function lifted(db: Kysely<DB>, viewer: string): Kysely<DB> {
  const origin = origins.get(db)
  // Already with the program's eyes.
  if (!origin) return db
  const send = senderOn(origin.connection, origin.manner)
  const look = (kind: string) => {
    const set = { sql: `select set_config('app.viewer', '${kind}', true)`, parameters: [] }
    send(set).catch(() => {})
  }
  const sendLifted: Send = (statement) => {
    look('system')
    const rows = send(statement)
    look(viewer)
    return rows
  }
  return builderOn(sendLifted)
}

/** The query builder on the pool, each statement alone: for sign-in tables and the program's own upkeep. */
export function onPool(pool: Pool, prepare: boolean): Kysely<DB> {
  return builderOn(senderOn(pool, { prepare }))
}

type Send = ReturnType<typeof senderOn>
type Rows = Awaited<ReturnType<Send>>

const senders = new WeakMap<Kysely<DB>, Send>()

/** Sends a statement that is written already, past the builder, within this very call: what is sent next comes after it. */
export async function sendOn(db: Kysely<DB>, statement: Statement): Promise<Rows> {
  const send = senders.get(db)
  if (!send) throw new Error('a query builder of another making')
  return send(statement)
}

/** The builder over a way of sending. All of it but the connection is one for all: a request makes its own. */
function builderOn(send: Send): Kysely<DB> {
  const connection = connectionBy(send)
  const executor = new DefaultQueryExecutor(COMPILER, ADAPTER, { provideConnection: (use) => use(connection) })
  const db = new Kysely<DB>({ ...WITHOUT_CONNECTION, executor })
  senders.set(db, send)
  return db
}

const COMPILER = new PostgresQueryCompiler()
const ADAPTER = new PostgresAdapter()
const noWay = async (): Promise<never> => {
  throw new Error('connections and transactions belong to the frame: platform/db/transaction.ts')
}
const DRIVER: Driver = {
  init: async () => {},
  destroy: async () => {},
  acquireConnection: noWay,
  releaseConnection: async () => {},
  beginTransaction: noWay,
  commitTransaction: noWay,
  rollbackTransaction: noWay,
}
const DIALECT: Dialect = {
  createAdapter: () => ADAPTER,
  createIntrospector: (db) => new PostgresIntrospector(db),
  createQueryCompiler: () => COMPILER,
  createDriver: () => DRIVER,
}
const WITHOUT_CONNECTION = { config: { dialect: DIALECT }, dialect: DIALECT, driver: DRIVER }

/** A statement as it goes out: its text with `$1`, `$2`… and their values. */
export type Statement = { sql: string; parameters: readonly unknown[] }

const MARKS: Record<Role, string> = { naryad_staff: '', naryad_app: ' -- app', naryad_narrow: ' -- narrow' }

/** Sends at once, in the order of the calls; whoever wants the rows awaits them. */
export function senderOn(runner: Runner, { prepare, watch, life, role }: Manner & { role?: Role }) {
  // A prepared statement is planned anew whenever its role changes: each role has its own.
  const mark = MARKS[role ?? 'naryad_staff']
  return ({ sql, parameters }: Statement) => {
    if (life?.over) throw new Error('sent behind the end of its transaction')
    watch?.(sql, parameters)
    return runner.unsafe(sql + mark, parameters as never[], { prepare }).execute()
  }
}

function connectionBy(send: Send): DatabaseConnection {
  return {
    async executeQuery<R>(query: CompiledQuery): Promise<QueryResult<R>> {
      const rows = await send(query)
      const changed = rows.command === 'SELECT' ? {} : { numAffectedRows: BigInt(rows.count ?? 0) }
      return { rows: [...rows] as unknown as R[], ...changed }
    },
    // oxlint-disable-next-line require-yield
    async *streamQuery() {
      throw new Error('not offered: read page by page')
    },
  }
}
