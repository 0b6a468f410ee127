import type { Ctx, Db, Viewer } from '../ctx.ts'
import type { NewRow } from './insert-of.ts'
import { type Life, lifted, type Manner, onConnection, type Role, sendDue } from './kysely.ts'
import type { Connection, Pool } from './pool.ts'

export type Doorway = { pool: Pool } & Manner
export type Eyes = Pick<Viewer, 'kind' | 'company_id' | 'subject_id' | 'only_order_id'> &
  Partial<Pick<Viewer, 'sight' | 'rights'>>

type Way<T> = {
  read_only: boolean
  /** All statements see one moment: for what is read in pieces and must add up. */
  steady?: boolean
  run: (db: Db) => Promise<T>
  /** A last row for what `run` gave; it travels with the COMMIT. */
  last?: ((answer: T) => NewRow) | undefined
}

const RIGHT = /^[a-z_]+\.[a-z_]+$/
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

/**
 * One transaction of the application's role with the viewer's eyes.
 *
 * BEGIN and the settings travel in one message, unawaited: the first query follows in their wake, so the wall
 * costs no round trip. COMMIT goes out in one message with the rows that nobody has waited for (`insertTrailing`); of a
 * read it is not waited for.
 */
export async function inTransaction<T>(
  doorway: Doorway,
  eyes: Eyes,
  { read_only, steady = false, run, last }: Way<T>,
): Promise<T> {
  const connection = await doorway.pool.reserve()
  const mode = (steady ? ' isolation level repeatable read' : '') + (read_only ? ' read only' : '')
  const begun = connection.unsafe(opening(eyes, mode)).simple().execute()
  begun.catch(() => {})
  const life: Life = { over: false, due: [], gone: [] }
  const manner = { ...doorway, life, role: roleOf(eyes) }
  try {
    const answer = await run(onConnection(connection, manner))
    await begun
    if (last) life.due.push(last(answer))
    sendDue(connection, manner)
    life.over = true
    if (read_only) await Promise.all(life.gone).then(() => letGo(connection, 'commit'))
    else await committed(connection, life.gone)
    return answer
  } catch (error) {
    life.over = true
    letGo(connection, 'rollback')
    throw (await reasonIn(life.gone)) ?? error
  }
}

const TRIES = 3

/**
 * Does a transaction anew where PostgreSQL undid it for the sake of another one: of two that wait for each other it ends
 * one (class 40 of its error codes), which then goes through by itself. Nobody has to hear of that.
 */
export async function againIfUndone<T>(transaction: () => Promise<T>): Promise<T> {
  for (let tries = 1; ; tries++)
    try {
      return await transaction()
    } catch (error) {
      if (tries === TRIES || !/^40(001|P01)$/.test((error as { code?: string }).code ?? '')) throw error
    }
}

/** The wall that a viewer stands behind (db/migrations/0001, 0027): staff who see everything have a plain one. */
function roleOf({ kind, sight }: Eyes): Role {
  if (kind !== 'staff') return 'naryad_app'
  return sight ? 'naryad_narrow' : 'naryad_staff'
}

async function committed(connection: Connection, before: readonly Promise<unknown>[]): Promise<void> {
  const [ended] = await Promise.allSettled([connection.unsafe('commit').simple(), ...before])
  await Promise.all(before)
  if (ended.status === 'rejected') throw ended.reason
  // PostgreSQL answers COMMIT of a failed transaction with ROLLBACK, as if nothing were wrong.
  if (ended.value.command !== 'COMMIT') throw new Error('the transaction was rolled back at its end')
  connection.release()
}

/** PostgreSQL's word for all that comes behind a statement that failed: it only tells of that one. */
const ONLY_HEARD_OF_IT = '25P02'

/** What went wrong itself in rows that nobody waited for. */
async function reasonIn(gone: readonly Promise<unknown>[]): Promise<unknown> {
  const outcomes = await Promise.allSettled(gone)
  const failed = outcomes.find(
    (one) => one.status === 'rejected' && (one.reason as { code?: string }).code !== ONLY_HEARD_OF_IT,
  )
  return failed?.status === 'rejected' ? failed.reason : undefined
}

function letGo(connection: Connection, word: 'commit' | 'rollback'): void {
  const release = () => connection.release()
  connection.unsafe(word).simple().then(release, release)
}

const opening = (eyes: Eyes, mode: string): string => `begin${mode}; ${lookingAs(eyes)}`

/** The statement by which a transaction takes a viewer's eyes, and gives back those it had. */
export function lookingAs(eyes: Eyes): string {
  const known = looks.get(eyes)
  if (known !== undefined) return known
  const made = settingsOf(eyes)
  looks.set(eyes, made)
  return made
}

/** A session's viewer is one and the same for all its requests, and nobody changes him. */
const looks = new WeakMap<Eyes, string>()

function settingsOf(eyes: Eyes): string {
  const { kind, company_id, subject_id, only_order_id, sight } = eyes
  const id = (value: string | null) => (value && UUID.test(value) ? value : '')
  const ids = (values: readonly string[]) => `{${values.filter((one) => UUID.test(one)).join()}}`
  const settings = {
    role: roleOf(eyes),
    'app.viewer': kind,
    'app.company_id': id(company_id),
    'app.subject': id(subject_id),
    'app.only': id(only_order_id),
    ...(sight && { 'app.own': ids(sight.own), 'app.led': ids(sight.led), 'app.pools': ids(sight.pools) }),
    ...(kind === 'staff' && { 'app.rights': [...(eyes.rights ?? [])].filter((right) => RIGHT.test(right)).join(' ') }),
  }
  const each = Object.entries(settings).map(([name, value]) => `set_config('${name}', '${value}', true)`)
  // As one value: a row of seven is described to the driver anew each time.
  return `select ${each.join(' || ')}`
}

/**
 * Runs a part with the program's own eyes inside the same transaction and company: for what must be computed
 * from rows that the viewer may not see, such as the cost of a performer's hours. Statements of the given context
 * have them, and no others.
 */
export async function elevated<T>(ctx: Ctx, run: (ctx: Ctx) => Promise<T>): Promise<T> {
  const { kind, sight, ...viewer } = ctx.viewer
  if ((kind === 'staff' && !sight) || kind === 'system') return run(ctx)
  return run({ ...ctx, db: lifted(ctx.db, kind), viewer: { ...viewer, kind } })
}
