import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/time/absences.ts'
import { serve } from '#platform/http/serve.ts'
import { addAbsence } from './add-absence.ts'
import { changeAbsence } from './change-absence.ts'
import { decideAbsence, withdrawAbsence } from './decide-absence.ts'
import { getAbsence, listAbsences, listMyAbsences } from './list-absences.ts'

export function absenceRoutes(app: FastifyInstance): void {
  serve(app, contract.listAbsences, listAbsences)
  serve(app, contract.getAbsence, getAbsence)
  serve(app, contract.listMyAbsences, listMyAbsences)
  serve(app, contract.addAbsence, addAbsence)
  serve(app, contract.changeAbsence, changeAbsence)
  serve(app, contract.decideAbsence, decideAbsence)
  serve(app, contract.withdrawAbsence, withdrawAbsence)
}
