import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/time/substitutions.ts'
import { serve } from '#platform/http/serve.ts'
import { addSubstitution } from './add-substitution.ts'
import { endSubstitution } from './end-substitution.ts'
import { listSubstitutions } from './list-substitutions.ts'

export function substitutionRoutes(app: FastifyInstance): void {
  serve(app, contract.listSubstitutions, listSubstitutions)
  serve(app, contract.addSubstitution, addSubstitution)
  serve(app, contract.endSubstitution, endSubstitution)
}
