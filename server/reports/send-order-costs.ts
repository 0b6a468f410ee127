import type { FastifyReply } from 'fastify'
import type { CostFilter } from '#contract/reports.ts'
import type { Viewer } from '#platform/ctx.ts'
import type { Frame } from '#platform/http/serve.ts'
import { sendWorkbook } from '#platform/xlsx/send-workbook.ts'
import { disposition } from '#server/files/index.ts'
import { type Locale, wordsFor } from '#words/index.ts'
import { orderCostSheets } from './order-costs-sheets.ts'

type Asked = { filter: CostFilter; locale: Locale }

/** Sends the report as a workbook. */
export async function sendOrderCosts(
  frame: Frame,
  viewer: Viewer,
  { filter, locale }: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = wordsFor(locale)
  const name = words('report.file_order_costs', { from: filter.from, to: filter.to })
  return sendWorkbook(
    frame,
    viewer,
    {
      disposition: disposition('attachment', name),
      sheets: (ctx) => orderCostSheets(ctx, filter, words),
    },
    reply,
  )
}
