/** What every act answers to one who looks with the eyes of another. */
const READ_ONLY = { code: 'viewing.read_only' }

type Json = { [name: string]: unknown }

/**
 * An answer as an onlooker gets it (VIEW-3): all that the other could do is refused in it, as the act itself would be, so that
 * no screen offers it.
 */
export function onlyLooked(answer: unknown): unknown {
  if (Array.isArray(answer)) return answer.map(onlyLooked)
  if (!isPlain(answer)) return answer
  return Object.fromEntries(
    Object.entries(answer).map(([name, value]) => [
      name,
      name === 'can' && isPlain(value) ? refused(value) : onlyLooked(value),
    ]),
  )
}

const refused = (can: Json): Json =>
  Object.fromEntries(Object.entries(can).map(([act, why]) => [act, why ?? READ_ONLY]))

const isPlain = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && Object.getPrototypeOf(value) === Object.prototype
