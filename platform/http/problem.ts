import type { FastifyReply, FastifyRequest } from 'fastify'
import { Refused } from '../errors.ts'
import { BadRequest, type FieldFault } from './validate.ts'

/**
 * The body of every answer that is no success: RFC 9457. It carries a code and facts, never prose of its own;
 * the sentence is the reader's catalogue's. `trace` finds the log line of a fault of ours.
 */
export type Problem = {
  type: string
  title: string
  status: number
  code: string
  facts?: Record<string, unknown>
  errors?: FieldFault[]
  trace?: string
}

export function problem(status: number, code: string, rest: Partial<Problem> = {}): Problem {
  return { type: `urn:naryad:${code}`, title: code, status, code, ...rest }
}

export function problemOf(error: unknown, trace: string): Problem {
  if (error instanceof Refused) {
    const { status, code, facts, field } = error.refusal
    const errors = field === undefined ? undefined : [{ path: field, code, ...(facts && { facts }) }]
    return problem(status, code, { ...(facts && { facts }), ...(errors && { errors }) })
  }
  if (error instanceof BadRequest) return problem(422, 'field.invalid', { errors: error.faults })
  return problemOfFrame(error, trace)
}

/** What the HTTP server itself refuses: a body too large, broken JSON, too many tries. */
function problemOfFrame(error: unknown, trace: string): Problem {
  const status = (error as { statusCode?: number }).statusCode ?? 500
  if (status === 413) return problem(413, 'request.too_large')
  if (status === 429) return problem(429, 'request.too_many')
  if (status === 415) return problem(415, 'request.media')
  if (status >= 400 && status < 500) return problem(status, 'request.broken')
  if (isAway(error)) return problem(503, 'server.away', { trace, facts: { retry_after: 1 } })
  return problem(500, 'server.fault', { trace })
}

/** The words of the system, the driver and PostgreSQL for a database that is away or just leaving: it is back in a moment. */
const AWAY = /^(?:EPIPE|ECONNRESET|CONNECTION_(?:CLOSED|ENDED|DESTROYED)|CONNECT_TIMEOUT|08...|57P0[123]|53300)$/

function isAway(error: unknown): boolean {
  const { code = '', syscall } = error as { code?: string; syscall?: string }
  return AWAY.test(code) || syscall === 'connect'
}

export function answerProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const body = problemOf(error, request.id)
  if (body.status >= 500) request.log.error({ err: error }, 'fault')
  sayWhenToRetry(body, reply)
  void reply.status(body.status).type('application/problem+json').send(JSON.stringify(body))
}

/** Who has to wait is told how many seconds (RFC 9110, 10.2.3). */
export function sayWhenToRetry({ status, facts }: Problem, reply: FastifyReply): void {
  const seconds = facts?.['retry_after']
  if ((status === 429 || status === 503) && typeof seconds === 'number') reply.header('retry-after', seconds)
}
