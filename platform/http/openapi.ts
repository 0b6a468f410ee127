import swagger from '@fastify/swagger'
import reference from '@scalar/fastify-api-reference'
import type { FastifyInstance } from 'fastify'

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
  await app.register(reference, { routePrefix: '/api/docs', configuration: { url: '/api/openapi.json' } })
}
