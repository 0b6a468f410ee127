import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { Type } from 'typebox'
import { Id } from '#contract/endpoint.ts'
import { StoredFile } from '#contract/files.ts'
import type { Viewer } from '#platform/ctx.ts'
import { Refused, stranger } from '#platform/errors.ts'
import { sendFile } from './send-file.ts'
import { storeUpload } from './store-upload.ts'

const tags = ['files']

/** Part of the schema of every route that sends a file: how wide a picture is wanted. */
export const AskedWidth = Type.Object({ w: Type.Optional(Type.Integer({ minimum: 1, maximum: 4000 })) })

/** A file is no JSON, so these two stand outside the contract's frame. */
export function fileRoutes(app: FastifyInstance): void {
  const admitted = async (request: FastifyRequest, reply: FastifyReply): Promise<Viewer> => {
    const viewer = await app.frame.viewerOf(request, reply, 'member')
    if (!viewer) throw new Refused(stranger())
    return viewer
  }
  app.post(
    '/api/files',
    {
      schema: {
        summary: 'Stores a file: multipart/form-data with one part `file`, up to 50 MB',
        tags,
        consumes: ['multipart/form-data'],
        querystring: Type.Object({}),
        response: { 200: StoredFile },
      },
    },
    async (request, reply) => storeUpload(app.frame, await admitted(request, reply), request),
  )
  app.get<{ Params: { file_id: string }; Querystring: { w?: number } }>(
    '/api/files/:file_id',
    {
      compress: false,
      schema: {
        summary: 'The bytes of a file; of a picture also a small one, not wider than `w`',
        tags,
        params: Type.Object({ file_id: Id }),
        querystring: AskedWidth,
      },
    },
    async (request, reply) => {
      const { w } = request.query
      const asked = { file_id: request.params.file_id, ...(w !== undefined && { width: w }) }
      return sendFile(app.frame, await admitted(request, reply), { ...asked, request, reply })
    },
  )
}
