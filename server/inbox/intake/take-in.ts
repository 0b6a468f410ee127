import type { Db, Ctx, World } from '#platform/ctx.ts'
import { type Doorway, inTransaction } from '#platform/db/transaction.ts'
import { systemIn } from '#platform/jobs/worker.ts'
import { takeIn } from '#server/files/index.ts'
import type { Cursor, Received, ReceivedFile, Signal } from '../channels/adapter.ts'
import type { Ready } from './keep-message.ts'
import { type ChannelRef, type ReadySignal, receive } from './receive.ts'
import { markIn } from '../connecting/channel-states.ts'
import { tidied } from './tidy.ts'

export type Intake = {
  doorway: Doorway
  world: World
  log: (line: string, error?: unknown) => void
}
type Taken = { company_id: string; channel: ChannelRef; signals: readonly Signal[]; cursor?: Cursor | null }

/**
 * Takes in what a provider told: files first, for they are many bytes, then everything in one transaction together with
 * how far the provider has been read. After a crash between the two the provider tells it again (INB-10).
 *
 * What cannot be kept as it is (INB-13) must not stop what comes after it: of a batch that fails each is kept by itself,
 * and one that fails alone becomes a message that says so, with its raw form.
 */
export async function takeSignals(intake: Intake, { company_id, channel, signals, cursor }: Taken): Promise<void> {
  const ready = await storeFiles(intake.world, signals)
  const keep = (some: readonly ReadySignal[], moved: Cursor | null) =>
    inCompany(intake, company_id, async (ctx) => {
      await receive(ctx, channel, some)
      await markIn(ctx, channel.id, {
        cursor: moved,
        came: some
          .filter(isMessage)
          .filter(({ elsewhere }) => !elsewhere)
          .map(({ sent_at }) => sent_at),
      })
    })
  try {
    await keep(ready, cursor ?? null)
  } catch (error) {
    if (!isOfData(error)) throw error
    intake.log(`channel ${channel.id}: a batch is kept one by one`, error)
    for (const signal of ready) await keep([signal], null).catch(orElse(() => keep(bare(signal), null)))
    await keep([], cursor ?? null)
  }
}

/** What a provider told, with its files in the store. */
export async function storeFiles(world: World, signals: readonly Signal[]): Promise<ReadySignal[]> {
  const ready: ReadySignal[] = []
  for (const signal of signals) ready.push(await withFiles(world, tidied(signal)))
  return ready
}

const isMessage = (signal: ReadySignal): signal is Ready => signal.kind === 'message'

/** Faults of what is written, not of the database: SQLSTATE classes of data and of constraints. */
export const isOfData = (error: unknown): boolean => /^2[23]/.test((error as { code?: string }).code ?? '')

const orElse =
  (then: () => Promise<void>) =>
  async (error: unknown): Promise<void> => {
    if (!isOfData(error)) throw error
    await then()
  }

/**
 * What is left of a message that could not be kept: where it belongs, and its raw form as a file or JSON. Of what ours
 * wrote elsewhere nothing: it waits for nobody, and lies where it was written.
 */
function bare(signal: ReadySignal): ReadySignal[] {
  if (!isMessage(signal) || signal.elsewhere) return []
  const { external_id, thread, sent_at, raw } = signal
  const content = { kind: 'unknown' as const, name: 'unreadable' }
  const key = thread.key ?? `unreadable ${external_id}`
  return [{ kind: 'message', external_id, thread: { key }, sender: null, sent_at, text: '', content, files: [], raw }]
}

async function withFiles(world: World, signal: Signal): Promise<ReadySignal> {
  if (signal.kind !== 'message') return signal
  const { raw, files = [], ...message } = signal
  return {
    ...message,
    raw: 'bytes' in raw ? { taken: await takeIn(world, raw) } : raw,
    files: await Promise.all(files.map((file) => readyFile(world, file))),
  } satisfies Omit<Received, 'files' | 'raw'> & Pick<Ready, 'files' | 'raw'>
}

async function readyFile(world: World, file: ReceivedFile): Promise<Ready['files'][number]> {
  if (!('bytes' in file)) return file
  const { bytes, ...rest } = file
  return { ...rest, taken: await takeIn(world, { name: file.name, bytes }) }
}

/** Work of the program itself in one company, outside of any request. */
export async function inCompany<T>(
  { doorway, world }: Pick<Intake, 'doorway' | 'world'>,
  company_id: string,
  act: (ctx: Ctx) => Promise<T>,
): Promise<T> {
  const viewer = systemIn(company_id)
  const afterCommit: (() => void)[] = []
  const run = (db: Db) => act({ db, viewer, now: world.now(), if_match: null, world, afterCommit })
  const given = await inTransaction(doorway, viewer, { read_only: false, run })
  for (const then of afterCommit) then()
  return given
}
