import { Temporal } from 'temporal-polyfill'
import { wordsFor } from '#words/index.ts'

/** Customers are written to in Russian, as all the product writes to the outside. */
const say = wordsFor('ru')

type Clock = { now: Date; time_zone: string }

/** When somebody is there again, as a sentence goes on: «завтра в 09:00»; in working hours, where that is not known. */
export function openingWords(opens_at: string | null, { now, time_zone }: Clock): string {
  if (opens_at === null) return say('auto_reply.in_hours')
  const [then, today] = [opens_at, now.toISOString()].map((at) =>
    Temporal.Instant.from(at).toZonedDateTimeISO(time_zone),
  )
  if (!then || !today) return say('auto_reply.in_hours')
  const at = then.toPlainTime().toString({ smallestUnit: 'minute' })
  const days = today.toPlainDate().until(then.toPlainDate()).days
  if (days === 0) return say('auto_reply.today', { at })
  if (days === 1) return say('auto_reply.tomorrow', { at })
  const day = new Date(opens_at).toLocaleDateString('ru-RU', { timeZone: time_zone, day: 'numeric', month: 'long' })
  return say('auto_reply.on_day', { day, at })
}
