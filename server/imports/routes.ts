import type { FastifyInstance } from 'fastify'
import { Type } from 'typebox'
import { Id, OneOf } from '#contract/endpoint.ts'
import * as contract from '#contract/parties/imports.ts'
import { insist, no, Refused, stranger } from '#platform/errors.ts'
import { serve } from '#platform/http/serve.ts'
import type { Locale } from '#words/index.ts'
import { getImport, listImportRows, listImports } from './list-imports.ts'
import { sendProblems } from './send-problems.ts'
import { checkImport, runImport, setUpImport, startImport, stopImport, undoImport } from './start-import.ts'

export function importRoutes(app: FastifyInstance): void {
  serve(app, contract.listImports, listImports)
  serve(app, contract.startImport, startImport)
  serve(app, contract.getImport, getImport)
  serve(app, contract.setUpImport, setUpImport)
  serve(app, contract.checkImport, checkImport)
  serve(app, contract.runImport, runImport)
  serve(app, contract.stopImport, stopImport)
  serve(app, contract.undoImport, undoImport)
  serve(app, contract.listImportRows, listImportRows)
  app.get<{ Params: { import_id: string }; Querystring: { lang?: Locale } }>(
    '/api/imports/:import_id/problems.xlsx',
    {
      // A workbook is compressed already.
      compress: false,
      schema: {
        summary: 'Rows that something is wrong with, as they stand in the file, and why',
        tags: ['imports'],
        params: Type.Object({ import_id: Id }),
        querystring: Type.Object({ lang: Type.Optional(OneOf('ru', 'en')) }),
      },
    },
    async (request, reply) => {
      const viewer = await app.frame.viewerOf(request, reply, 'staff')
      if (!viewer) throw new Refused(stranger())
      insist(viewer.kind === 'staff' ? null : no('door.staff'))
      const { lang: locale = 'ru' } = request.query
      return sendProblems(app.frame, viewer, { import_id: request.params.import_id, locale }, reply)
    },
  )
}
