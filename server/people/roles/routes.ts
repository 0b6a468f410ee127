import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/access/roles.ts'
import { serve } from '#platform/http/serve.ts'
import { archiveRole, restoreRole } from './archive-role.ts'
import { changeRole } from './change-role.ts'
import { listRoles } from './list-roles.ts'
import { makeRole } from './make-role.ts'
import { setRole } from './set-role.ts'

export function roleRoutes(app: FastifyInstance): void {
  serve(app, contract.listRoles, listRoles)
  serve(app, contract.makeRole, makeRole)
  serve(app, contract.changeRole, changeRole)
  serve(app, contract.archiveRole, archiveRole)
  serve(app, contract.restoreRole, restoreRole)
  serve(app, contract.setRole, setRole)
}
