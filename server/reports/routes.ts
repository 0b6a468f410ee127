import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { OneOf } from '#contract/endpoint.ts'
import * as contract from '#contract/reports.ts'
import { insist, no, Refused, stranger } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { Locale } from '#words/index.ts'
import { reportCosts } from './order-costs.ts'
import { reportOrderLabour } from './order-labour.ts'
import { sendOrderCosts } from './send-order-costs.ts'
import { getStaffLoad } from './staff-load.ts'

/** The report's filter, and the language of the sheets: Russian unless said otherwise. */
const Asked = Type.Object({ ...contract.CostFilter.properties, lang: Type.Optional(OneOf('ru', 'en')) })

export function reportRoutes(app: FastifyInstance): void {
  serve(app, contract.reportCosts, reportCosts)
  serve(app, contract.reportOrderLabour, reportOrderLabour)
  serve(app, contract.getStaffLoad, getStaffLoad)
  app.get<{ Querystring: contract.CostFilter & { lang?: Locale } }>(
    '/api/reports/order-costs.xlsx',
    {
      // A workbook is compressed already.
      compress: false,
      schema: {
        summary: 'The report of order costs as XLSX, all rows of it',
        tags: ['reports'],
        querystring: Asked,
      },
    },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'staff')
      if (!viewer) throw new Refused(stranger())
      insist(viewer.kind === 'staff' ? null : no('door.staff'))
      const { lang: locale = 'ru', ...filter } = request.query
      return sendOrderCosts(app.frame, viewer, { filter, locale }, reply)
    },
  )
}
