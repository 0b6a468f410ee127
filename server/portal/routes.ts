import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id } from '#contract/endpoint.ts'
import { StoredFile } from '#contract/files.ts'
import * as contract from '#contract/portal.ts'
import { serve } from '#platform/http/serve.ts'
import { AskedWidth, sendFile, storeUpload } from '#server/files/index.ts'
import { acceptWork, rejectWork } from './decide.ts'
import { holderOf, pathOf } from './eyes.ts'
import { openLink } from './open-link.ts'
import { showPurchase } from './show-purchase.ts'

export function portalRoutes(app: FastifyInstance): void {
  const holder = holderOf(app.frame)
  serve(app, contract.openLink, openLink, holder)
  serve(app, contract.getPurchase, showPurchase, holder)
  serve(app, contract.acceptWork, acceptWork, holder)
  serve(app, contract.rejectWork, rejectWork, holder)
  fileRoutes(app)
}

const tags = ['portal']
type OfLink = { Params: { link_id: string } }
type OfFile = { Params: { link_id: string; file_id: string }; Querystring: { w?: number } }

/** A file is no JSON: these two stand outside the contract's frame, with the same eyes (PRT-3). */
function fileRoutes(app: FastifyInstance): void {
  const holder = holderOf(app.frame)
  app.post<OfLink>(
    `${pathOf(':link_id')}/files`,
    {
      schema: {
        summary: 'Stores a photo of the customer: multipart/form-data with one part `file`',
        tags,
        consumes: ['multipart/form-data'],
        params: Type.Object({ link_id: Id }),
        querystring: Type.Object({}),
        response: { 200: StoredFile },
      },
    },
    async (request) => storeUpload(app.frame, await holder(request, request.params), request),
  )
  app.get<OfFile>(
    `${pathOf(':link_id')}/files/:file_id`,
    {
      compress: false,
      schema: {
        summary: 'A photo of a round, or an issued document',
        tags,
        params: Type.Object({ link_id: Id, file_id: Id }),
        querystring: AskedWidth,
      },
    },
    async (request, reply) => {
      const { params, query } = request
      const asked = { file_id: params.file_id, ...(query.w !== undefined && { width: query.w }) }
      return sendFile(app.frame, await holder(request, params), { ...asked, request, reply })
    },
  )
}
