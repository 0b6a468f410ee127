import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Refused } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { countedTries, type Try } from '#server/identity/index.ts'

/** Looks of one address at one node within a minute: they cost a read each. */
const LOOKS = 300

/** How often visitors may knock (INB-64): writes are counted by all nodes together, looks by each for itself. */
export function chatLimits(frame: Frame) {
  const tries = countedTries(frame)
  const looks = new LRUCache<string, { n: number }>({ max: 20_000, ttl: 60_000 })
  const take = async (...marks: readonly [Try, ...Try[]]): Promise<void> => {
    const seconds = await tries.take(...marks)
    if (seconds > 0) throw tooMany(seconds)
  }
  return {
    look({ ip }: FastifyRequest): void {
      const count = looks.get(ip) ?? { n: 0 }
      if (count.n === 0) looks.set(ip, count)
      count.n += 1
      if (count.n > LOOKS) throw tooMany(Math.ceil(looks.getRemainingTTL(ip) / 1000))
    },
    /** One that is known by something of his own is counted by it too. */
    write: ({ ip }: FastifyRequest, whose: string): Promise<void> => take(['chat', whose], ['chat_address', ip]),
    newcomer: ({ ip }: FastifyRequest): Promise<void> => take(['chat_newcomer', ip]),
    wrong: ({ ip }: FastifyRequest): Promise<void> => take(['chat_wrong', ip]),
  }
}

const tooMany = (seconds: number): Refused =>
  new Refused({ status: 429, code: 'request.too_many', facts: { retry_after: seconds } })
