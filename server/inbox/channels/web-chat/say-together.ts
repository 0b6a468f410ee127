import type { ChatMessage } from '#contract/inbox/web-chat.ts'
import { Refused } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { isOfData } from '../../intake/take-in.ts'
import { type Chat, inChat } from './chats.ts'
import { say, sayAll, type Saying } from './say.ts'

/** As many messages are kept in one transaction; so many transactions of a chat go on at once, for one may have to wait. */
const [MOST, LINES] = [32, 2]

type Waiting = { saying: Saying; settle: PromiseWithResolvers<ChatMessage> }
type Line = { waiting: Waiting[]; running: number }

/**
 * Keeps what visitors say. Who comes while others are being kept waits for them, and all who wait are kept together: a
 * chat under a rush writes in large pieces, a quiet one at once.
 */
export function sayings(frame: Frame) {
  const lines = new Map<string, Line>()

  const go = (chat: Chat, line: Line): void => {
    while (line.waiting.length > 0 && line.running < LINES) {
      line.running += 1
      void keep(frame, chat, line.waiting.splice(0, MOST)).then(() => {
        line.running -= 1
        go(chat, line)
        if (line.running === 0) lines.delete(chat.id)
      })
    }
  }

  return (chat: Chat, saying: Saying): Promise<ChatMessage> => {
    const line = lines.get(chat.id) ?? { waiting: [], running: 0 }
    lines.set(chat.id, line)
    const settle = Promise.withResolvers<ChatMessage>()
    line.waiting.push({ saying, settle })
    go(chat, line)
    return settle.promise
  }
}

/**
 * Where one of several is refused, each is kept by itself and hears of its own fault only. Of a database that is away all
 * hear at once: to ask it for each would keep the others waiting.
 */
async function keep(frame: Frame, chat: Chat, waiting: readonly Waiting[]): Promise<void> {
  const sayings = waiting.map(({ saying }) => saying)
  try {
    const messages = await inChat(frame, chat, (ctx) => sayAll(ctx, chat, sayings))
    waiting.forEach(({ settle }, at) => settle.resolve(messages[at] as ChatMessage))
  } catch (error) {
    const ofOne = waiting.length > 1 && (error instanceof Refused || isOfData(error))
    if (!ofOne) return waiting.forEach(({ settle }) => settle.reject(error))
    for (const { saying, settle } of waiting)
      await inChat(frame, chat, (ctx) => say(ctx, chat, saying)).then(settle.resolve, settle.reject)
  }
}
