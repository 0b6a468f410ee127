import type { FastifyInstance } from 'fastify'
import { mergeSpecialities as mergeContract } from '#contract/staffing/specialities.ts'
import * as contract from '#contract/staffing/choosing.ts'
import { listPerformers as listPerformersAt } from '#contract/staffing/roster.ts'
import { serve } from '#platform/http/serve.ts'
import { askForPeople } from './ask-for-people.ts'
import { handPoolOver, previewHandover } from './hand-pool-over.ts'
import { listCandidates } from './list-candidates.ts'
import { listPerformers } from './list-performers.ts'
import { listPoolPeople } from './list-pool-people.ts'
import { mergeSpecialities } from './merge-specialities.ts'

export function staffingRoutes(app: FastifyInstance): void {
  serve(app, contract.listCandidates, listCandidates)
  serve(app, listPerformersAt, listPerformers)
  serve(app, contract.askForPeople, askForPeople)
  serve(app, contract.listPoolPeople, listPoolPeople)
  serve(app, contract.previewHandover, previewHandover)
  serve(app, contract.handPoolOver, handPoolOver)
  serve(app, mergeContract, mergeSpecialities)
}
