import {
  type CompiledQuery,
  type DatabaseConnection,
  DefaultQueryExecutor,
  type Dialect,
  type Driver,
  type Insertable,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type { DB } from '#db/types.ts'
import { insertOf, type NewRow, type Statement } from './insert-of.ts'
import type { Connection, Pool } from './pool.ts'

type Runner = Pick<Pool, 'unsafe'>

/**
 * Hears every statement before it goes out, of rows that leave together each one: for counting queries in tests, and for
 * measuring the same SQL bare.
 */
export type Watch = (sql: string, parameters: readonly unknown[]) => void
export type Manner = { prepare: boolean; watch?: Watch; life?: Life }
/**
 * Of a transaction: whether COMMIT or ROLLBACK has gone out, for nothing is sent behind it; the rows that are still to be
 * written (`insertTrailing`); and what was sent of such rows, for somebody has to hear what became of it.
 */
export type Life = { over: boolean; due: NewRow[]; gone: Promise<unknown>[] }
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

/** How many rows leave together at most: each number of them is a statement of its own for PostgreSQL to plan. */
const TOGETHER = 8

/**
 * Writes a row on which nothing hangs that the caller does next: it leaves with the next statement or with the COMMIT,
 * in one statement with others like it. One that fails undoes the transaction, and is what its caller hears of.
 */
export async function insertTrailing<T extends keyof DB>(
  db: Kysely<DB>,
  into: T,
  row: Insertable<DB[T]>,
): Promise<void> {
  const { connection, manner } = origins.get(db) ?? {}
  const added = { into, row } as NewRow
  if (!connection || !manner?.life) return void (await sendOn(db, insertOf([added])))
  if (manner.life.over) throw behindTheEnd()
  manner.life.due.push(added)
  if (manner.life.due.length === TOGETHER) sendDue(connection, manner)
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

const MARKS: Record<Role, string> = { naryad_staff: '', naryad_app: ' -- app', naryad_narrow: ' -- narrow' }

/** Sends at once, in the order of the calls; whoever wants the rows awaits them. */
export function senderOn(runner: Runner, manner: Manner & { role?: Role }) {
  const { watch, life } = manner
  const send = sendingOn(runner, manner)
  return (statement: Statement) => {
    if (life?.over) throw behindTheEnd()
    sendDue(runner, manner)
    watch?.(statement.sql, statement.parameters)
    return send(statement)
  }
}

/** Sends the rows of a transaction that are due. Whoever ends it hears in `life.gone` what became of them. */
export function sendDue(runner: Runner, manner: Manner & { role?: Role }): void {
  const { watch, life } = manner
  if (!life?.due.length) return
  const rows = life.due.splice(0)
  for (const { sql, parameters } of watch ? rows.map((row) => insertOf([row])) : []) watch?.(sql, parameters)
  const sent = sendingOn(runner, manner)(insertOf(rows))
  sent.catch(() => {})
  life.gone.push(sent)
}

function sendingOn(runner: Runner, { prepare, role }: Pick<Manner, 'prepare'> & { role?: Role }) {
  // A prepared statement is planned anew whenever its role changes: each role has its own.
  const mark = MARKS[role ?? 'naryad_staff']
  return ({ sql, parameters }: Statement) => runner.unsafe(sql + mark, parameters as never[], { prepare }).execute()
}

const behindTheEnd = () => new Error('sent behind the end of its transaction')

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
