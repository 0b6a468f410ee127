import type { FastifyInstance } from 'fastify'
import { noteOrder as noteContract } from '#contract/order-notes.ts'
import { setWatcher as setWatcherContract } from '#contract/order-watchers.ts'
import * as dialogues from '#contract/inbox/order-dialogues.ts'
import * as contract from '#contract/orders.ts'
import { serve } from '#platform/http/serve.ts'
import { makeCustomerLink } from './acceptance/customer-link.ts'
import { recordDecision } from './acceptance/decide.ts'
import { getResult } from './acceptance/get-result.ts'
import { reworkTasks } from './acceptance/rework-tasks.ts'
import { sendToAcceptance } from './acceptance/send-to-acceptance.ts'
import { agree } from './terms/agree.ts'
import { getBoard } from './board/get-board.ts'
import { listFunnels } from './board/funnels.ts'
import { listOrders } from './board/list-orders.ts'
import { changeOrder } from './change-order.ts'
import { createOrder } from './create-order.ts'
import { cancelOrder, completeOrder, reopenOrder } from './end-order.ts'
import { moveOrder } from './move-order.ts'
import { noteOrder } from './note-order.ts'
import { showOrder } from './present-order.ts'
import { linkDialogue, orderFromDialogue } from './dialogues/order-from-dialogue.ts'
import { addOrderFiles, getAttachments } from './dialogues/order-files.ts'
import { orderDocumentRoutes } from './documents/routes.ts'
import { readWords } from './reading/read-words.ts'
import { giveTask } from './work/give-task.ts'
import { setDemands } from './work/set-demands.ts'
import { setWatcher } from './watching/watch-order.ts'

export function orderRoutes(app: FastifyInstance): void {
  serve(app, contract.listFunnels, listFunnels)
  serve(app, contract.listOrders, listOrders)
  serve(app, contract.getBoard, getBoard)
  serve(app, contract.getOrder, (ctx, { order_id }) => showOrder(ctx, order_id))
  serve(app, contract.readRequest, readWords)
  serve(app, contract.createOrder, createOrder)
  serve(app, contract.changeOrder, changeOrder)
  serve(app, noteContract, noteOrder)
  serve(app, setWatcherContract, setWatcher)
  serve(app, contract.setDemands, setDemands)
  serve(app, contract.agree, agree)
  serve(app, contract.moveOrder, moveOrder)
  serve(app, contract.giveTask, giveTask)
  serve(app, contract.getResult, getResult)
  serve(app, contract.sendToAcceptance, sendToAcceptance)
  serve(app, contract.makeCustomerLink, makeCustomerLink)
  serve(app, contract.recordDecision, recordDecision)
  serve(app, contract.reworkTasks, reworkTasks)
  serve(app, contract.completeOrder, completeOrder)
  serve(app, contract.cancelOrder, cancelOrder)
  serve(app, contract.reopenOrder, reopenOrder)
  serve(app, dialogues.orderFromDialogue, orderFromDialogue)
  serve(app, dialogues.linkDialogue, linkDialogue)
  serve(app, dialogues.getAttachments, getAttachments)
  serve(app, dialogues.addOrderFiles, addOrderFiles)
  orderDocumentRoutes(app)
}
