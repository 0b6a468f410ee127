import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/invitations.ts'
import { serve } from '#platform/http/serve.ts'
import { checkInvitations, inviteMany } from '../invitations/invite-many.ts'
import { askToJoin, findHeads, holderOfJoining, lookAtJoiningLink, stopWaiting } from './ask-to-join.ts'
import { closeJoiningLink, getJoiningLink, makeJoiningLink } from './joining-link.ts'

/** Ways in besides a single invitation: a pasted list, and the company's joining link. */
export function joiningRoutes(app: FastifyInstance): void {
  serve(app, contract.checkInvitations, checkInvitations)
  serve(app, contract.inviteMany, inviteMany)
  serve(app, contract.getJoiningLink, getJoiningLink)
  serve(app, contract.makeJoiningLink, makeJoiningLink)
  serve(app, contract.closeJoiningLink, closeJoiningLink)
  serve(app, contract.lookAtJoiningLink, lookAtJoiningLink, holderOfJoining(app.frame))
  serve(app, contract.findHeads, findHeads)
  serve(app, contract.askToJoin, askToJoin)
  serve(app, contract.stopWaiting, stopWaiting)
}
