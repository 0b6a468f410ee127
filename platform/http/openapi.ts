import swagger from '@fastify/swagger'
import fastify, { type FastifyInstance } from 'fastify'

/** `GET /api/openapi.json` (OpenAPI 3.1, made from the contract itself) and `GET /api/docs` to read it. */
export async function openApi(app: FastifyInstance): Promise<void> {
  await app.register(swagger, {
    openapi: {
      openapi: '3.1.0',
      info: {
        title: 'Naryad',
        version: '1',
        description: 'Everything the screens can do. Refusals are RFC 9457 problem details.',
      },
      components: {
        securitySchemes: {
          session: { type: 'apiKey', in: 'cookie', name: 'naryad.session_token' },
          key: {
            type: 'http',
            scheme: 'bearer',
            description: 'A key of a member, within its scopes (docs/security.md).',
          },
        },
      },
      security: [{ session: [] }, { key: [] }],
    },
    refResolver: { buildLocalReference: (json, _base, _fragment, i) => (json.$id as string) ?? `def-${i}` },
  })
  app.get('/api/openapi.json', { schema: { hide: true } } as object, async () => app.swagger())
  readableApi(app)
}

const DOCS = '/api/docs'

/**
 * The page for readers. Its program comes from the library when somebody opens it: it holds 20 MB, and few ever do. The
 * page itself is ours, for the library's begins with a script in the page, which our policy forbids.
 */
function readableApi(app: FastifyInstance): void {
  const open = async () => {
    const { default: reference } = await import('@scalar/fastify-api-reference')
    const inner = fastify()
    await inner.register(reference, { routePrefix: DOCS, configuration: { url: READING.url } })
    const { statusCode, rawPayload } = await inner.inject(`${DOCS}/js/scalar.js`)
    if (statusCode !== 200) throw new Error(`the library of the API page gave ${statusCode}`)
    return rawPayload
  }
  let program: ReturnType<typeof open> | undefined
  const forget = (error: unknown) => {
    program = undefined
    throw error
  }
  const put = (url: string, type: string, body: () => unknown) =>
    app.get(url, { schema: { hide: true } } as object, async (_, reply) =>
      reply.type(`${type}; charset=utf-8`).send(await body()),
    )
  put(DOCS, 'text/html', () => PAGE)
  put(`${DOCS}/program.js`, 'text/javascript', () => (program ??= open().catch(forget)))
  put(`${DOCS}/begin.js`, 'text/javascript', () => BEGIN)
}

const PAGE = `<!doctype html>
<html lang="en">
  <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    <title>Naryad API</title>
  </head>
  <body>
    <div id="api"></div>
    <script src="${DOCS}/program.js"></script>
    <script src="${DOCS}/begin.js"></script>
  </body>
</html>`

/** Nothing is asked of anybody outside: no fonts, no proxy, no counting of readers. */
const READING = {
  url: '/api/openapi.json',
  withDefaultFonts: false,
  telemetry: false,
  hideClientButton: true,
  showDeveloperTools: 'never',
  authentication: { preferredSecurityScheme: 'key' },
  agent: { disabled: true },
  mcp: { disabled: true },
}
const BEGIN = `Scalar.createApiReference('#api', ${JSON.stringify(READING)})`
