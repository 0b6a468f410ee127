import type { Update } from 'grammy/types'
import type { World } from '#platform/ctx.ts'
import { wordsFor } from '#words/index.ts'
import type { Following, Received } from '../adapter.ts'
import type { Bot } from './bot.ts'
import { isStart, notice } from './read-message.ts'
import type { settingsOf } from './settings.ts'
import { messageKey, threadOf } from './threads.ts'

type Around = { world: World; log: Following['log'] }

/** Says what the company says to whoever comes, once, when he presses «Start»; it stands in the dialogue as what it is. */
export async function greet(
  bot: Bot,
  { message }: Update,
  { greeting, ask_phone }: ReturnType<typeof settingsOf>,
  { world, log }: Around,
): Promise<Received | null> {
  if (!message || !greeting.trim() || !isStart(message)) return null
  const words = wordsFor(/^(ru|be|uk|kk)/.test(message.from?.language_code ?? 'ru') ? 'ru' : 'en')
  const button = { text: words('telegram.give_phone'), request_contact: true as const }
  const keyboard = { keyboard: [[button]], resize_keyboard: true, one_time_keyboard: true }
  const reply = ask_phone ? { reply_markup: keyboard } : {}
  try {
    const sent = await bot.call('sendMessage', { chat_id: message.chat.id, text: greeting.trim(), ...reply })
    return {
      kind: 'message',
      external_id: messageKey(sent.chat.id, sent.message_id),
      thread: threadOf(message),
      sender: null,
      sent_at: world.now(),
      position: sent.message_id,
      text: greeting.trim(),
      content: notice({ code: 'greeted' }),
      machine: 'notice',
      raw: { json: sent },
    }
  } catch (error) {
    // What he wrote matters more than what he is told.
    log('a greeting was not sent', error)
    return null
  }
}
