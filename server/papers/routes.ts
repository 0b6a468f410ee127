import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/papers.ts'
import { serve } from '#platform/http/serve.ts'
import { addPaper } from './add-paper.ts'
import { listPapers } from './list-papers.ts'
import { renamePaper } from './rename-paper.ts'
import { removePaper, restorePaper } from './remove-paper.ts'

export function paperRoutes(app: FastifyInstance): void {
  serve(app, contract.listPapers, listPapers)
  serve(app, contract.addPaper, addPaper)
  serve(app, contract.renamePaper, renamePaper)
  serve(app, contract.removePaper, removePaper)
  serve(app, contract.restorePaper, restorePaper)
}
