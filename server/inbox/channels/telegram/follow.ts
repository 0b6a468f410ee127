import { setTimeout as pause } from 'node:timers/promises'
import type { Update } from 'grammy/types'
import type { World } from '#platform/ctx.ts'
import type { Cursor, Following, Signal } from '../adapter.ts'
import { patiently } from '../patience.ts'
import { type Bot, botOf } from './bot.ts'
import { fetchFiles } from './fetch-files.ts'
import { greet } from './greet.ts'
import { ASKED_FOR, type Read, readUpdate } from './read-update.ts'
import { settingsOf } from './settings.ts'
import { agreeOnWay, lookAtHook } from './webhook-or-polling.ts'

/** How long Telegram holds an empty answer back: shorter than a node's claim on a channel lasts. */
const HOLD_S = 25
/** How often one looks whether Telegram can bring what it has. */
const LOOK_MS = 60_000
/** A bot of which nothing was heard for a week gets numbers that may be lower than before. */
const STALE_MS = 6 * 24 * 3600 * 1000

/** Follows a bot until the signal: asks for what is new, or sees to it that Telegram can bring it. */
export async function follow(following: Following): Promise<void> {
  const { access, world, signal } = following
  const bot = botOf(access, world)
  try {
    await agreeOnWay(bot, access, world, signal)
    const way = settingsOf(access).mode === 'webhook' ? watchHook : poll
    await way(bot, following)
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

async function watchHook(bot: Bot, { access, world, signal, alive }: Following): Promise<void> {
  while (!signal.aborted) {
    await lookAtHook(bot, access, world, signal)
    await alive()
    await pause(LOOK_MS, undefined, { signal })
  }
}

async function poll(bot: Bot, following: Following): Promise<void> {
  const { signal, alive, take, world } = following
  let { cursor } = following
  while (!signal.aborted) {
    const updates = await patiently(following, () => bot.call('getUpdates', asking(cursor, world.now()), signal))
    await alive()
    const batch = batchOf(take)
    for (const update of updates) {
      const signals = await patiently(following, () => signalsOf(bot, update, { ...following, before: batch.end }))
      cursor = { offset: update.update_id + 1, at: world.now().toISOString() }
      await batch.put(signals, cursor)
    }
    await batch.end()
  }
}

/** Signals that are kept at once: after an hour's silence hundreds of people have written. */
const BATCH = 50

/** Updates that are taken together, with the cursor behind the last of them. */
function batchOf(take: Following['take']) {
  let [held, behind]: [Signal[], Cursor | null] = [[], null]
  const end = async (): Promise<void> => {
    if (behind === null) return
    const [signals, cursor] = [held, behind]
    ;[held, behind] = [[], null]
    await take(signals, cursor)
  }
  return {
    end,
    async put(signals: readonly Signal[], cursor: Cursor): Promise<void> {
      held.push(...signals)
      behind = cursor
      if (held.length >= BATCH) await end()
    },
  }
}

function asking(cursor: Cursor, now: Date): { offset?: number; timeout: number; allowed_updates: typeof ASKED_FOR } {
  const { offset, at } = cursor as { offset?: number; at?: string }
  const fresh = at !== undefined && now.getTime() - Date.parse(at) < STALE_MS
  return { ...(offset && fresh ? { offset } : {}), timeout: HOLD_S, allowed_updates: ASKED_FOR }
}

type Fetching = {
  access: Following['access']
  world: World
  signal: AbortSignal
  log: Following['log']
  /** Awaited before anything that Telegram is asked for, which takes a while. */
  before?: () => Promise<void>
}

/** Everything that an update tells, with the bytes of its files; a pressed button is answered, a beginner greeted. */
export async function signalsOf(
  bot: Bot,
  update: Update,
  { access, world, signal, log, before }: Fetching,
): Promise<Signal[]> {
  const { signals: read, pressed } = readOrPass(update, world.now(), log)
  if (pressed.length > 0 || read.some((one) => 'wanted' in one && one.wanted.length > 0)) await before?.()
  const signals: Signal[] = []
  for (const one of read) {
    if (!('wanted' in one)) signals.push(one)
    else {
      const { wanted, ...message } = one
      signals.push({ ...message, files: await fetchFiles(bot, wanted, signal) })
    }
  }
  // A button turns in circles on its owner's screen until it is answered; one that is too old needs no answer.
  for (const callback_query_id of pressed)
    await bot
      .call('answerCallbackQuery', { callback_query_id }, signal)
      .catch((error: unknown) => log('a button was not answered', error))
  const greeting = await greet(bot, update, settingsOf(access), { world, log })
  return greeting ? [...signals, greeting] : signals
}

/** One update that cannot be read stops nothing: it is said so, and the next is taken. */
function readOrPass(update: Update, now: Date, log: Following['log']): Read {
  try {
    return readUpdate(update, now)
  } catch (error) {
    log(`update ${update.update_id} could not be read`, error)
    return { signals: [], pressed: [] }
  }
}
