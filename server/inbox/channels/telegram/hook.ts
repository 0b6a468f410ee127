import { createHash, timingSafeEqual } from 'node:crypto'
import type { FastifyInstance } from 'fastify'
import type { Update } from 'grammy/types'
import { Type } from 'typebox'
import type { Ctx, Db } from '#platform/ctx.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { enqueue, errand } from '#platform/jobs/job.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { accessOf } from '../../connecting/access.ts'
import { markIn } from '../../connecting/channel-states.ts'
import { type ReadySignal, receive } from '../../intake/receive.ts'
import { storeFiles } from '../../intake/take-in.ts'
import type { Access } from '../adapter.ts'
import { botOf, hookPath, hookSecret } from './bot.ts'
import { signalsOf } from './follow.ts'

type Named = Pick<Access, 'company_id' | 'channel_id'>

/**
 * Where Telegram brings updates itself. It is told that all is well once an update is kept in the queue: files are
 * fetched after that, for they may take longer than Telegram waits.
 */
export function telegramHook(app: FastifyInstance): void {
  const path = hookPath({ company_id: ':company_id', channel_id: ':channel_id' })
  app.post<{ Params: Named }>(path, { schema: { hide: true } }, async ({ params, headers, body, log }, reply) => {
    const { frame } = app
    const given = headers['x-telegram-bot-api-secret-token']
    const own = hookSecret(frame.world.config.secret, params)
    if (typeof given !== 'string' || !alike(given, own)) return reply.code(404).send()
    const update = body as Update | null
    if (typeof update?.update_id !== 'number') return reply.code(400).send()
    const viewer = systemIn(params.company_id)
    const base = { viewer, now: frame.world.now(), if_match: null, world: frame.world, afterCommit: [] }
    const run = async (db: Db) => keepForLater({ ...base, db }, params, update)
    if (!(await inTransaction(frame, viewer, { read_only: false, run }))) log.info('an update of no channel')
    return reply.code(200).send()
  })
}

/** Takes as long for a wrong secret as for a right one. */
const alike = (given: string, own: string): boolean => timingSafeEqual(digest(given), digest(own))
const digest = (text: string): Buffer => createHash('sha256').update(text).digest()

async function keepForLater(ctx: Ctx, { channel_id }: Named, update: Update): Promise<boolean> {
  if (!(await rowOf(ctx, channel_id))) return false
  const payload = { channel_id, update: update as unknown as Record<string, unknown> }
  await enqueue(ctx, telegramBrought, payload, { key: `telegram:${channel_id}:${update.update_id}` })
  return true
}

const rowOf = (ctx: Ctx, id: string) =>
  ctx.db
    .selectFrom('channels')
    .select(['company_id', 'id', 'settings', 'sealed'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .where('kind', '=', 'telegram')
    .where('archived_at', 'is', null)
    .executeTakeFirst()

type Brought = { access: Access; update: Update }

/** An update that Telegram brought: its files are fetched, and it is kept as one that was asked for. */
export const telegramBrought = errand({
  name: 'inbox:telegram-brought',
  payload: Type.Object({ channel_id: Type.String(), update: Type.Record(Type.String(), Type.Unknown()) }),

  async take(ctx, { channel_id, update }): Promise<Brought | null> {
    const row = await rowOf(ctx, channel_id)
    return row ? { access: accessOf(ctx.world, row), update: update as unknown as Update } : null
  },

  async act({ access, update }, world): Promise<ReadySignal[]> {
    const signal = AbortSignal.timeout(10 * 60_000)
    const bot = botOf(access, world)
    return storeFiles(world, await signalsOf(bot, update, { access, world, signal, log: () => {} }))
  },

  async keep(ctx, { access: { channel_id } }, signals) {
    await receive(ctx, { id: channel_id, kind: 'telegram' }, signals)
    const came = signals.flatMap((one) => (one.kind === 'message' ? [one.sent_at] : []))
    await markIn(ctx, channel_id, { cursor: null, came })
  },
})
