import type { ServerResponse } from 'node:http'
import { isDeepStrictEqual } from 'node:util'
import type { FastifyInstance } from 'fastify'
import { sql } from 'kysely'
import { type Static, Type } from 'typebox'
import type { Viewer } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { answerProblem } from '#platform/http/problem.ts'
import { Refused, stranger } from '#platform/errors.ts'
import { openStreams } from '#platform/live/streams.ts'
import type { Hint } from '#platform/live/tail.ts'
import type { Process } from './world.ts'

type Hear = (hints: readonly Hint[]) => void

const Asked = Type.Object({ shown_for: Type.Optional(Type.Integer({ minimum: 0 })) })

/**
 * The live stream: `GET /api/live`, server-sent events, resumable by Last-Event-ID. `shown_for` is how old what the page
 * shows is, in milliseconds: what has happened since is told first.
 * @param others who else on this node hears of the facts
 */
export function liveRoutes(app: FastifyInstance, process: Process, others: readonly Hear[]): void {
  const ears = [shutOutBy(process), ...others]
  const streams = openStreams(process.doorway, mayHear(process), (hints) => ears.forEach((hear) => hear(hints)))
  process.ears.onFacts.push(streams.wake)
  process.ears.onSessions.push(streams.recheck)
  app.addHook('onReady', streams.ready)
  app.addHook('preClose', async () => streams.close())
  app.get(
    '/api/live',
    { schema: { summary: 'Live stream of facts (server-sent events)', tags: ['live'], querystring: Asked } },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'member')
      if (!viewer) return answerProblem(new Refused(stranger()), request, reply)
      reply.hijack()
      reply.raw.writeHead(200, {
        'content-type': 'text/event-stream',
        'cache-control': 'no-store',
        'x-accel-buffering': 'no',
        connection: 'keep-alive',
      })
      const last = request.headers['last-event-id']
      // Who is refused by now (his days of grace are over) hears nothing more either.
      const still = async () => sameEyes(viewer, await app.frame.viewerOf(request, reply, 'member').catch(() => null))
      const last_mark = typeof last === 'string' && /^\d+$/.test(last) ? last : null
      endWith(viewer, reply.raw)
      const { shown_for = null } = request.query as Static<typeof Asked>
      await streams.open({ viewer, out: reply.raw, still, last_mark, shown_for })
    },
  )
}

/** A view with the eyes of another ends by itself, and nothing tells of it. */
function endWith({ onlooker }: Viewer, out: ServerResponse): void {
  if (!onlooker) return
  const timer = setTimeout(() => out.end(), Math.max(0, Date.parse(onlooker.until) - Date.now()))
  out.on('close', () => clearTimeout(timer))
}

/** Facts after which somebody may have no access any more. */
const ENDING: ReadonlySet<string> = new Set(['member.left', 'member.suspended'])

/**
 * Looks again who may listen when the facts say that somebody was shut out. The bell has rung for it already, unless the
 * node that did it died between its commit and the ring: facts are looked for every two seconds whether it rings or not.
 */
const shutOutBy =
  ({ ears }: Process) =>
  (hints: readonly Hint[]): void => {
    if (hints.some(({ name }) => ENDING.has(name))) for (const hear of ears.onSessions) hear(null)
  }

const sameEyes = (a: Viewer, b: Viewer | null): boolean =>
  b !== null &&
  a.company_id === b.company_id &&
  a.subject_id === b.subject_id &&
  a.role === b.role &&
  a.onlooker?.viewing_id === b.onlooker?.viewing_id &&
  isDeepStrictEqual([a.rights, a.sight], [b.rights, b.sight])

/** Staff hear of what they see of their company; performers of their tasks. What it says they must ask for. */
const mayHear =
  ({ doorway }: Process) =>
  async (viewer: Viewer, hints: Hint[]): Promise<Hint[]> => {
    if (viewer.kind === 'staff') return viewer.sight ? seenOf(doorway, viewer, hints) : hints
    const tasks = hints.filter(({ subject_kind }) => subject_kind === 'task')
    if (viewer.kind !== 'performer' || tasks.length === 0) return []
    const mine = await inTransaction(doorway, viewer, {
      read_only: true,
      run: (db) =>
        db.selectFrom('task_assignees').select('task_id').where('company_id', '=', viewer.company_id).execute(),
    })
    const ids = new Set(mine.map(({ task_id }) => task_id))
    return tasks.filter(({ subject_id }) => ids.has(subject_id))
  }

/** Of these facts those that the wall shows to a narrow viewer. */
async function seenOf(doorway: Process['doorway'], viewer: Viewer, hints: Hint[]): Promise<Hint[]> {
  const rows = await inTransaction(doorway, viewer, {
    read_only: true,
    run: (db) =>
      db
        .selectFrom('events')
        .select('id')
        .where('company_id', '=', viewer.company_id)
        .where(sql<boolean>`id = any(${hints.map(({ id }) => id)}::uuid[])`)
        .execute(),
  })
  const seen = new Set(rows.map(({ id }) => id))
  return hints.filter(({ id }) => seen.has(id))
}
