import { randomUUID } from 'node:crypto'
import compress from '@fastify/compress'
import cookie from '@fastify/cookie'
import multipart from '@fastify/multipart'
import fastify, { type FastifyInstance, LogController } from 'fastify'
import { openApi } from '#platform/http/openapi.ts'
import { answerProblem, problem } from '#platform/http/problem.ts'
import { secureHeaders } from '#platform/http/secure-headers.ts'
import { validator } from '#platform/http/validate.ts'
import { serializer } from '#platform/http/serialize.ts'
import { servePages } from '#platform/http/pages.ts'
import { mountAccounts } from '#server/identity/index.ts'
import { chatRoutes } from '#server/inbox/index.ts'
import { liveRoutes } from './live.ts'
import { contexts } from './contexts.ts'
import { openIdentity } from './signed-in.ts'
import type { Process } from './world.ts'

const BODY_LIMIT = 1024 * 1024

/**
 * The web side of the product on an open process: every context's endpoints, the live stream, the pages.
 * The caller listens and closes.
 */
export async function buildApp(process: Process): Promise<FastifyInstance> {
  const app = fastify({
    logController: new LogController({ disableRequestLogging: true }),
    logger: { level: process.config.log_level },
    trustProxy: process.config.public_url.startsWith('https://'),
    bodyLimit: BODY_LIMIT,
    genReqId: () => randomUUID(),
    routerOptions: { maxParamLength: 300 },
  })
  app.setValidatorCompiler(({ schema, httpPart }) => validator(schema as never, httpPart))
  app.setSerializerCompiler(({ schema }) => serializer(schema as object))
  app.setNotFoundHandler((_, reply) =>
    reply
      .status(404)
      .type('application/problem+json')
      .send(JSON.stringify(problem(404, 'address.missing'))),
  )
  const identity = openIdentity(process)
  app.addHook('preHandler', async (request) => identity.wrong.beforeLink(request))
  app.setErrorHandler(async (error, request, reply) =>
    answerProblem(await identity.wrong.afterRefusal(error, request), request, reply),
  )
  app.decorate('frame', { ...process.doorway, world: process.world, ...identity.frame })
  app.decorate('accounts', identity.accounts)
  await app.register(cookie)
  await app.register(compress, { threshold: 1400, globalDecompression: false })
  await app.register(multipart, { limits: { files: 1, fields: 5 } })
  secureHeaders(app)
  await openApi(app)
  await app.register(async (inner) => {
    mountAccounts(inner, identity.mounting)
    for (const routes of contexts) routes(inner)
    liveRoutes(inner, process, [chatRoutes(inner)])
  })
  await servePages(app)
  return app
}
