import type { FastifyInstance } from 'fastify'
import * as account from '#contract/access/account.ts'
import * as contract from '#contract/access/security.ts'
import { serve } from '#platform/http/serve.ts'
import { listApiKeys, makeApiKey, revokeApiKey } from './api-keys.ts'
import { changeCompanySecurity, getCompanySecurity } from './company-security.ts'
import { resetSignIn } from '../access/reset-sign-in.ts'
import { setLocale } from './set-locale.ts'
import { listSignIns } from './list-sign-ins.ts'

export function securityRoutes(app: FastifyInstance): void {
  serve(app, account.setLocale, setLocale)
  serve(app, account.resetSignIn, resetSignIn)
  serve(app, contract.listSignIns, listSignIns)
  serve(app, contract.listApiKeys, listApiKeys)
  serve(app, contract.makeApiKey, makeApiKey)
  serve(app, contract.revokeApiKey, revokeApiKey)
  serve(app, contract.getCompanySecurity, getCompanySecurity)
  serve(app, contract.changeCompanySecurity, changeCompanySecurity)
}
