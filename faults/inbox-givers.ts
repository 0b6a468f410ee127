import { createHash } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import type { MaxApi } from '#test/peers/max-api.ts'
import type { Dice } from './dice.ts'

/** The site that carries the chat. */
export const SITE = 'https://uborka.example'
/** People who write by each channel. */
const WRITERS = 40

type Task = {
  dice: Dice
  /** Messages of each channel. */
  each: number
  url: string
  hook: { url: string; secret_token: string }
  max: MaxApi
  chat_id: string
}

/** Providers that give the same message one to five times and not in its order, and go on until each was taken. */
export function giversOf(task: Task) {
  return {
    dialogues: Math.min(WRITERS, task.each),
    /** Tells how often messages were given in all, by channel. */
    async give(): Promise<Record<string, number>> {
      const [by_telegram, by_max, by_chat] = await Promise.all([byTelegram(task), byMax(task), byChat(task)])
      return { by_telegram, by_max, by_chat }
    },
  }
}

const numbers = (count: number): number[] => Array.from({ length: count }, (_, n) => n)
/** Who writes the n-th message, and its number among his own. */
const placeOf = (n: number) => ({ writer: n % WRITERS, number: Math.floor(n / WRITERS) })

/** A whole number, at least `low`, below `high`. */
const whole = (dice: Dice, low: number, high: number): number => Math.floor(dice.between(low, high))

/** Each number one to five times, near its place but in no order. */
function shuffled(dice: Dice, count: number): number[] {
  const copies = numbers(count).flatMap((n) =>
    numbers(whole(dice, 1, 6)).map((copy) => ({ n, at: n + copy * dice.between(0, 40) + dice.between(0, 30) })),
  )
  return copies.sort((a, b) => a.at - b.at).map(({ n }) => n)
}

/** Brings an update until it is taken, as Telegram does; several at a time. */
async function byTelegram({ dice, each, url, hook }: Task): Promise<number> {
  const began = Math.floor(Date.now() / 1000) - 3600
  const order = shuffled(dice, each)
  let next = 0
  const bring = async () => {
    for (let at = next++; at < order.length; at = next++) {
      const n = order[at] ?? 0
      const { writer, number } = placeOf(n)
      const from = { id: 5000 + writer, is_bot: false, first_name: `Писатель ${writer}` }
      const chat = { id: 5000 + writer, type: 'private', first_name: from.first_name }
      // Several of one second: only the number of the message parts them.
      const message = {
        message_id: number + 1,
        date: began + Math.floor(number / 5),
        chat,
        from,
        text: `Письмо ${number}`,
      }
      await untilTaken(dice, () =>
        fetch(url + new URL(hook.url).pathname, {
          method: 'POST',
          headers: { 'content-type': 'application/json', 'x-telegram-bot-api-secret-token': hook.secret_token },
          body: JSON.stringify({ update_id: 800_000_000 + n, message }),
        }),
      )
    }
  }
  await Promise.all(numbers(6).map(bring))
  return order.length
}

/** MAX is asked: what it gives lies there in the order in which it happened to arrive. */
async function byMax({ dice, each, max }: Task): Promise<number> {
  const began = Date.now() - 3_600_000
  const order = shuffled(dice, each)
  for (const [at, n] of order.entries()) {
    const { writer, number } = placeOf(n)
    const name = `Максим ${writer}`
    const timestamp = began + Math.floor(number / 3) * 1000
    max.happens({
      update_type: 'message_created',
      timestamp,
      message: {
        sender: { user_id: 7000 + writer, first_name: name, name, is_bot: false },
        recipient: { chat_id: 9000 + writer, chat_type: 'dialog', user_id: 77 },
        timestamp,
        body: { mid: `mid.${writer}.${number}`, seq: number + 1, text: `Письмо ${number}`, attachments: null },
      },
    })
    if (at % 50 === 49) await pause(dice.between(20, 200))
  }
  return order.length
}

/** Visitors write one after another, as a browser does; what was taken is said again now and then. */
async function byChat({ dice, each, url, chat_id }: Task): Promise<number> {
  let given = 0
  const visitor = async (writer: number) => {
    const key = createHash('sha256').update(`visitor ${writer}`).digest('base64url')
    const say = (number: number) => {
      given++
      return untilTaken(dice, () =>
        fetch(`${url}/chat/${chat_id}/messages`, {
          method: 'POST',
          headers: {
            'content-type': 'application/json',
            origin: SITE,
            authorization: `Bearer ${key}`,
            // Each at home: of one address no more than some are let in a minute.
            'x-forwarded-for': `192.0.2.${writer + 1}`,
          },
          body: JSON.stringify({ id: idOf(writer, number), text: `Письмо ${number}` }),
        }),
      )
    }
    for (let number = 0; writer + number * WRITERS < each; number++) {
      await say(number)
      for (let again = whole(dice, 0, 5); again > 0; again--)
        await say(whole(dice, Math.max(0, number - 5), number + 1))
    }
  }
  await Promise.all(numbers(WRITERS).map(visitor))
  return given
}

/** The same id for the same words of the same visitor. */
function idOf(writer: number, number: number): string {
  const hash = createHash('sha256').update(`${writer} ${number}`).digest('hex')
  return `${hash.slice(0, 8)}-${hash.slice(8, 12)}-4${hash.slice(13, 16)}-8${hash.slice(17, 20)}-${hash.slice(20, 32)}`
}

async function untilTaken(dice: Dice, bring: () => Promise<Response>): Promise<void> {
  for (;;) {
    const status = await bring().then(
      async (answer) => (await answer.arrayBuffer(), answer.status),
      () => 0,
    )
    if (status === 200) return
    if (status >= 400 && status < 429) throw new Error(`refused: ${status}`)
    await pause(dice.between(50, 400))
  }
}
