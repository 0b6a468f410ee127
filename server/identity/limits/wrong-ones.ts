import type { FastifyRequest } from 'fastify'
import { LRUCache } from 'lru-cache'
import { Refused } from '#platform/errors.ts'
import type { countedTries } from './tries.ts'

type Kind = 'link' | 'key' | 'taken'
type Taking = Pick<ReturnType<typeof countedTries>, 'take'>

/** What whoever holds no right link is told: by it we know that he has tried a wrong one. */
const NO_SUCH_LINK = new Set(['link.missing', 'portal.link_missing'])

/**
 * Counts wrong links and wrong keys by the address that they come from (IDN-16). Right ones cost nothing: only what
 * was wrong is counted, and who has to wait is remembered here.
 */
export function wrongOnes(tries: Taking) {
  const waiting = new LRUCache<string, number>({ max: 20_000 })
  const insistNone = (kind: Kind, address: string): void => {
    const until = waiting.get(`${kind} ${address}`) ?? 0
    if (until > Date.now()) throw tooMany(until - Date.now())
  }
  const count = async (kind: Kind, address: string): Promise<void> => {
    const seconds = await tries.take([kind, address])
    if (seconds === 0) return
    waiting.set(`${kind} ${address}`, Date.now() + seconds * 1000)
    throw tooMany(seconds * 1000)
  }
  return {
    insistNone,
    count,
    /** Before anything is looked up by a link. */
    beforeLink: (request: FastifyRequest): void => {
      if (takesLink(request)) insistNone('link', request.ip)
    },
    /** The refusal that goes out: the same, or that too many were wrong. */
    async afterRefusal(error: unknown, request: FastifyRequest): Promise<unknown> {
      const wrong = error instanceof Refused && NO_SUCH_LINK.has(error.refusal.code) && takesLink(request)
      return wrong
        ? count('link', request.ip).then(
            () => error,
            (over: unknown) => over,
          )
        : error
    },
  }
}

export type WrongOnes = ReturnType<typeof wrongOnes>

type Schema = { properties?: object } | undefined

/** Whether an endpoint is opened by a link: of an invitation, a performer, a company to join, a customer. */
function takesLink({ routeOptions }: FastifyRequest): boolean {
  const { body, params } = (routeOptions.schema ?? {}) as { body?: Schema; params?: Schema }
  return 'link' in (body?.properties ?? {}) || 'link_id' in (params?.properties ?? {})
}

const tooMany = (ms: number) =>
  new Refused({ status: 429, code: 'request.too_many', facts: { retry_after: Math.ceil(ms / 1000) } })
