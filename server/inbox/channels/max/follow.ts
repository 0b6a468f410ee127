import type { World } from '#platform/ctx.ts'
import { wordsFor } from '#words/index.ts'
import type { Access, Following, Received, Signal } from '../adapter.ts'
import { patiently } from '../patience.ts'
import { type Max, maxOf } from './api.ts'
import { fetchFiles } from './fetch-files.ts'
import { readUpdate } from './read-update.ts'
import { settingsOf } from './settings.ts'
import type { MaxMessage, Update } from './updates.ts'

/** How long MAX holds an empty answer back, in seconds: shorter than a node's claim on a channel lasts. */
const HOLD_S = 25

type Given = { updates?: Update[]; marker?: number | null }

/**
 * Asks MAX for what is new until the signal. An answer is taken whole before the marker moves: MAX has one marker for
 * all updates of an answer.
 */
export async function follow(following: Following): Promise<void> {
  const { access, world, signal, take, alive } = following
  const max = maxOf(access, world)
  let { cursor } = following
  try {
    while (!signal.aborted) {
      const asking = { limit: 100, timeout: HOLD_S, marker: cursor['marker'] as number | undefined }
      const given = await patiently(following, () => max.call<Given>('GET', '/updates', { query: asking, signal }))
      await alive()
      const signals: Signal[] = []
      for (const update of given.updates ?? [])
        signals.push(...(await patiently(following, () => signalsOf(max, update, following))))
      if (typeof given.marker === 'number') cursor = { marker: given.marker }
      if (signals.length || given.marker !== asking.marker) await take(signals, cursor)
    }
  } catch (error) {
    if (!signal.aborted) throw error
  }
}

type Around = { access: Access; world: World; signal: AbortSignal; log: Following['log'] }

/** Everything that an update tells, with the bytes of its files; a pressed button is answered, a beginner greeted. */
async function signalsOf(max: Max, update: Update, { access, world, signal, log }: Around): Promise<Signal[]> {
  const { signals: read, pressed } = readOrPass(update, String(access.secrets['token']), log)
  const signals: Signal[] = []
  for (const one of read) {
    if (!('wanted' in one)) signals.push(one)
    else {
      const { wanted, ...message } = one
      signals.push({ ...message, files: await fetchFiles(max, wanted, signal) })
    }
  }
  if (pressed)
    await max
      .call('POST', '/answers', { query: { callback_id: pressed }, body: {} })
      .catch((error: unknown) => log('a button was not answered', error))
  const greeting = await greet(max, update, { access, world, signal, log })
  return greeting ? [...signals, greeting] : signals
}

function readOrPass(update: Update, token: string, log: Following['log']): ReturnType<typeof readUpdate> {
  try {
    return readUpdate(update, token)
  } catch (error) {
    log(`an update «${update.update_type}» could not be read`, error)
    return { signals: [], pressed: null }
  }
}

/** Says what the company says to whoever opens the bot; it stands in the dialogue as what it is. */
async function greet(max: Max, update: Update, { access, world, log }: Around): Promise<Received | null> {
  const { greeting, ask_phone } = settingsOf(access)
  if (update.update_type !== 'bot_started' || !greeting.trim() || update.chat_id === undefined) return null
  const button = { type: 'request_contact', text: wordsFor('ru')('telegram.give_phone') }
  const keyboard = { type: 'inline_keyboard', payload: { buttons: [[button]] } }
  const body = { text: greeting.trim(), ...(ask_phone ? { attachments: [keyboard] } : {}) }
  try {
    const { message } = await max.call<{ message: MaxMessage }>('POST', '/messages', {
      query: { chat_id: update.chat_id },
      body,
    })
    return {
      kind: 'message',
      external_id: message.body.mid,
      thread: { key: String(update.chat_id), group: false },
      sender: null,
      sent_at: world.now(),
      text: greeting.trim(),
      content: { kind: 'notice', code: 'notice.greeted', who: null },
      machine: 'notice',
      raw: { json: message },
    }
  } catch (error) {
    log('a greeting was not sent', error)
    return null
  }
}
