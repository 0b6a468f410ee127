import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/documents.ts'
import { serve } from '#platform/http/serve.ts'
import { issueDocuments } from './issue-documents.ts'
import { listDocuments } from './list-documents.ts'
import { proposeDocuments } from './propose-documents.ts'
import { voidDocument } from './void-document.ts'

export function orderDocumentRoutes(app: FastifyInstance): void {
  serve(app, contract.proposeDocuments, proposeDocuments)
  serve(app, contract.issueDocuments, issueDocuments)
  serve(app, contract.listDocuments, listDocuments)
  serve(app, contract.voidDocument, voidDocument)
}
