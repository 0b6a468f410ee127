import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/pools.ts'
import * as trades from '#contract/staffing/specialities.ts'
import { serve } from '#platform/http/serve.ts'
import { answerPoolRequest, withdrawPoolRequest } from './requests/answer-request.ts'
import { archivePool, restorePool } from './archive-pool.ts'
import { changePool } from './change-pool.ts'
import { archiveSpeciality, renameSpeciality, restoreSpeciality } from './change-speciality.ts'
import { getPool, listPools } from './list-pools.ts'
import { listPoolRequests } from './requests/list-requests.ts'
import { listSpecialityUse } from './list-speciality-use.ts'
import { makePool } from './make-pool.ts'
import { putIntoPool, takeOutOfPool } from './pool-people.ts'
import { setCurators } from './set-curators.ts'

export function poolRoutes(app: FastifyInstance): void {
  serve(app, contract.listPools, listPools)
  serve(app, contract.getPool, getPool)
  serve(app, contract.makePool, makePool)
  serve(app, contract.changePool, changePool)
  serve(app, contract.archivePool, archivePool)
  serve(app, contract.restorePool, restorePool)
  serve(app, contract.putIntoPool, putIntoPool)
  serve(app, contract.takeOutOfPool, takeOutOfPool)
  serve(app, contract.setCurators, setCurators)
  serve(app, contract.listPoolRequests, listPoolRequests)
  serve(app, contract.answerPoolRequest, answerPoolRequest)
  serve(app, contract.withdrawPoolRequest, withdrawPoolRequest)

  serve(app, trades.listSpecialityUse, listSpecialityUse)
  serve(app, trades.renameSpeciality, renameSpeciality)
  serve(app, trades.archiveSpeciality, archiveSpeciality)
  serve(app, trades.restoreSpeciality, restoreSpeciality)
}
