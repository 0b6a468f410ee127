import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Door, EndpointShape, Input, Reply } from '#contract/endpoint.ts'
import type { Ctx, Viewer, World } from '../ctx.ts'
import { againIfUndone, type Doorway, inTransaction } from '../db/transaction.ts'
import { insist, no, type Refusal, Refused, stranger } from '../errors.ts'
import { onlyLooked } from './only-looked.ts'
import { answered, holderOf, keeping, repeatOf, requestHash } from './idempotency.ts'

/** The raw exchange, for the few use cases that set a cookie or read a header. */
export type Wire = { request: FastifyRequest; reply: FastifyReply }
export type UseCase<E extends EndpointShape> = (ctx: Ctx, input: Input<E>, wire: Wire) => Promise<Reply<E>>
/** Who asks; null when nobody does. Endpoints that no session opens bring their own. */
export type EyesOf<E extends EndpointShape> = (request: FastifyRequest, input: Input<E>) => Promise<Viewer | null>

export type Frame = Doorway & {
  world: World
  viewerOf(request: FastifyRequest, reply: FastifyReply, door: Door): Promise<Viewer | null>
  /** The refusal for one who has not shown lately that it is he. */
  notProved(request: FastifyRequest): Promise<Refusal | null>
}

declare module 'fastify' {
  interface FastifyInstance {
    frame: Frame
  }
}

/**
 * Puts a use case behind an endpoint of the contract.
 *
 * Every request is one transaction with the viewer's eyes, read only for GET, so that a use case never opens
 * its own, and its events and jobs commit with its rows. A POST with an Idempotency-Key has one effect.
 */
export function serve<const E extends EndpointShape>(
  app: FastifyInstance,
  at: E,
  useCase: UseCase<E>,
  eyes?: EyesOf<E>,
): void {
  app.route({
    method: at.method,
    url: `/api${at.path}`,
    schema: schemaOf(at),
    handler: async (request, reply) => {
      const input = Object.assign({}, request.params, request.query, request.body) as Input<E>
      const viewer = await admitted(app.frame, { at, request, reply, own: eyes && (() => eyes(request, input)) })
      return run(app.frame, { at, request, viewer, act: (ctx) => useCase(ctx, input, { request, reply }) })
    },
  })
}

type Knock = {
  at: EndpointShape
  request: FastifyRequest
  reply: FastifyReply
  own: (() => Promise<Viewer | null>) | undefined
}

async function admitted(frame: Frame, { at, request, reply, own }: Knock): Promise<Viewer> {
  const door = at.door ?? 'member'
  const viewer = own ? await own() : await frame.viewerOf(request, reply, door)
  if (!viewer) throw new Refused(stranger())
  insist(viewer.onlooker && at.private ? no('viewing.private') : null)
  if (door === 'self') insist(viewer.kind === 'staff' ? null : no('door.staff'))
  if (door === 'staff' || door === 'performer' || door === 'customer')
    insist(viewer.kind === door ? null : no(`door.${door}`))
  if (at.proof) insist(await frame.notProved(request))
  return viewer
}

type Run = { at: EndpointShape; request: FastifyRequest; viewer: Viewer; act: (ctx: Ctx) => Promise<unknown> }

async function run(frame: Frame, { at, request, viewer, act }: Run): Promise<unknown> {
  const base = { viewer, now: frame.world.now(), if_match: ifMatch(request), world: frame.world }
  const read_only = at.method === 'GET' || viewer.onlooker !== undefined
  const key = at.method === 'POST' && !at.secret ? request.headers['idempotency-key'] : undefined
  const hash = typeof key === 'string' ? requestHash(request) : null
  const work = async () => {
    const afterCommit: (() => void)[] = []
    const answer = await inTransaction(frame, viewer, {
      read_only,
      run: async (db) => {
        const answer = await act({ ...base, db, afterCommit })
        return viewer.onlooker ? onlyLooked(answer) : answer
      },
      last: hash
        ? (reply) => keeping({ key: key as string, hash, holder: holderOf(viewer), reply, at: base.now })
        : undefined,
    })
    for (const then of afterCommit) then()
    return answer
  }
  const done = () => againIfUndone(work)
  if (!hash) return done()
  return repeatOf(frame, viewer, { key: key as string, hash, work: answered(done) })
}

function ifMatch(request: FastifyRequest): number | null {
  const header = request.headers['if-match']
  const version = typeof header === 'string' ? Number(header.replaceAll('"', '')) : NaN
  return Number.isInteger(version) ? version : null
}

function schemaOf(at: EndpointShape) {
  return {
    // The rows of the requirements stand beside the code for its writers; a reader of the API has none.
    summary: at.summary.replace(/ \((?:[A-Z]+-?\d+(?:, )?)+\)/g, ''),
    tags: [at.path.split('/')[1] ?? 'api'],
    ...(at.params && { params: at.params }),
    querystring: at.query ?? { type: 'object', properties: {}, additionalProperties: false },
    ...(at.body && { body: at.body }),
    response: { 200: at.reply },
  }
}
