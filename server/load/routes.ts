import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { OneOf } from '#contract/endpoint.ts'
import * as contract from '#contract/time/load.ts'
import { insist, no, Refused, stranger } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import { sendWorkbook } from '#platform/xlsx/send-workbook.ts'
import { disposition } from '#server/files/index.ts'
import { type Locale, wordsFor } from '#words/index.ts'
import { findAffected } from './find-affected.ts'
import { findFree } from './find-free.ts'
import { getLoad } from './get-load.ts'
import { getLoadDay } from './get-load-day.ts'
import { getLoadOf } from './get-load-of.ts'
import { loadSheets } from './load-sheets.ts'

/** The filter, and the language of the sheets: Russian unless said otherwise. */
const Asked = Type.Object({ ...contract.LoadFilter.properties, lang: Type.Optional(OneOf('ru', 'en')) })

export function loadRoutes(app: FastifyInstance): void {
  serve(app, contract.getLoad, getLoad)
  serve(app, contract.getLoadOf, getLoadOf)
  serve(app, contract.findFree, findFree)
  serve(app, contract.findAffected, findAffected)
  serve(app, contract.getLoadDay, getLoadDay)
  app.get<{ Querystring: contract.LoadFilter & { lang?: Locale } }>(
    '/api/load.xlsx',
    {
      // A workbook is compressed already.
      compress: false,
      schema: { summary: 'The load as XLSX, everybody in the filter', tags: ['load'], querystring: Asked },
    },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'staff')
      if (!viewer) throw new Refused(stranger())
      insist(viewer.kind === 'staff' ? null : no('door.staff'))
      const { lang = 'ru', ...filter } = request.query
      const words = wordsFor(lang)
      const name = words('load.file', { from: filter.from, to: filter.to })
      const book = {
        disposition: disposition('attachment', name),
        sheets: (ctx: Parameters<typeof loadSheets>[0]) => loadSheets(ctx, filter, words),
      }
      return sendWorkbook(app.frame, viewer, book, reply)
    },
  )
}
