import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/tree.ts'
import { serve } from '#platform/http/serve.ts'
import { answerReport, declareHead } from './declare-head.ts'
import { matchExpectedHead } from './expected-heads.ts'
import { listUnconfirmed } from './list-unconfirmed.ts'
import { moveMember, settleHead, turnAway } from './move-member.ts'
import { showMyHead } from './my-head.ts'
import { showHeads } from './show-heads.ts'
import { showStructure } from './show-structure.ts'

export function treeRoutes(app: FastifyInstance): void {
  serve(app, contract.getStructure, showStructure)
  serve(app, contract.moveMember, moveMember)
  serve(app, contract.listUnconfirmed, listUnconfirmed)
  serve(app, contract.settleHead, settleHead)
  serve(app, contract.turnAway, turnAway)
  serve(app, contract.matchExpectedHead, matchExpectedHead)
  serve(app, contract.getMyHead, showMyHead)
  serve(app, contract.declareHead, declareHead)
  serve(app, contract.answerReport, answerReport)
  serve(app, contract.getHeads, showHeads)
}
