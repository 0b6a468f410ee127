import type { FastifyInstance } from 'fastify'
import { handTasksOver as handTasksOverAt } from '#contract/time/substitutions.ts'
import { listHours as listHoursAt } from '#contract/time/hours.ts'
import * as contract from '#contract/tasks.ts'
import { serve } from '#platform/http/serve.ts'
import { acceptTask } from './performing/accept-task.ts'
import { cancelTask } from './checking/cancel-task.ts'
import { changeTask } from './giving/change-task.ts'
import { closeTask } from './checking/close-task.ts'
import { createTask } from './giving/create-task.ts'
import { declineTask } from './performing/decline-task.ts'
import { getTask } from './get-task.ts'
import { handTasksOver } from './giving/hand-over.ts'
import { returnTask } from './checking/return-task.ts'
import { sayDone } from './performing/say-done.ts'
import { startTask } from './performing/start-task.ts'
import { comment } from './thread/comment.ts'
import { addPhoto, showPhoto } from './thread/photos.ts'
import { tickItem } from './thread/tick-item.ts'
import { correctTime } from './time/correct-time.ts'
import { listHours } from './time/list-hours.ts'
import { logTime } from './time/log-time.ts'
import { strikeTime } from './time/strike-time.ts'
import { startTimer, stopTimer } from './time/timer.ts'
import { findClashes } from './views/clashes.ts'
import { listTasks } from './views/list-tasks.ts'

export function taskRoutes(app: FastifyInstance): void {
  serve(app, contract.listTasks, listTasks)
  serve(app, contract.findClashes, findClashes)
  serve(app, contract.getTask, getTask)
  serve(app, contract.createTask, createTask)
  serve(app, contract.changeTask, changeTask)
  serve(app, handTasksOverAt, handTasksOver)
  serve(app, contract.acceptTask, acceptTask)
  serve(app, contract.declineTask, declineTask)
  serve(app, contract.startTask, startTask)
  serve(app, contract.sayDone, sayDone)
  serve(app, contract.returnTask, returnTask)
  serve(app, contract.closeTask, closeTask)
  serve(app, contract.cancelTask, cancelTask)
  serve(app, contract.tickItem, tickItem)
  serve(app, contract.comment, comment)
  serve(app, contract.logTime, logTime)
  serve(app, listHoursAt, listHours)
  serve(app, contract.correctTime, correctTime)
  serve(app, contract.strikeTime, strikeTime)
  serve(app, contract.startTimer, startTimer)
  serve(app, contract.stopTimer, stopTimer)
  serve(app, contract.addPhoto, addPhoto)
  serve(app, contract.showPhoto, showPhoto)
}
