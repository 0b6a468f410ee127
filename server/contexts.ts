import type { FastifyInstance } from 'fastify'
import type { CronItem } from 'graphile-worker'
import type { Reaction } from '#platform/events/reactions.ts'
import type { AnyJob } from '#platform/jobs/worker.ts'
import { forgetOldKeys } from '#platform/jobs/forget-old-keys.ts'
import { deliverMail } from '#platform/mail/send-mail.ts'
import { carryLate as carryLateCards, counterpartyRoutes, forgetOldMerges } from '#server/counterparties/index.ts'
import { historyRoutes } from '#server/history/index.ts'
import { carryLate, leavingRoutes, lookAgain } from '#server/leaving/index.ts'
import { loadRoutes } from '#server/load/index.ts'
import { acceptSilent, findSilent, orderRoutes, remindCustomer } from '#server/orders/index.ts'
import { fileRoutes } from '#server/files/index.ts'
import { forgetOldSignIns } from '#server/identity/index.ts'
import {
  deliver,
  followAnswer,
  autoReply,
  inboxRoutes,
  sendUnread,
  telegramBrought,
  tellFailing,
  wake,
} from '#server/inbox/index.ts'
import { checkRows, forgetOldRows, importRoutes, lookAtFile, runRows, undoThings } from '#server/imports/index.ts'
import { paperRoutes } from '#server/papers/index.ts'
import { peopleRoutes, viewingOver } from '#server/people/index.ts'
import { portalRoutes } from '#server/portal/index.ts'
import { reportRoutes } from '#server/reports/index.ts'
import { staffingRoutes } from '#server/staffing/index.ts'
import { taskRoutes } from '#server/tasks/index.ts'

/** Every context's endpoints, by hand: the list is the map. */
export const contexts: readonly ((app: FastifyInstance) => void)[] = [
  peopleRoutes,
  counterpartyRoutes,
  fileRoutes,
  paperRoutes,
  inboxRoutes,
  taskRoutes,
  orderRoutes,
  portalRoutes,
  reportRoutes,
  staffingRoutes,
  loadRoutes,
  historyRoutes,
  leavingRoutes,
  importRoutes,
]

export const jobs: readonly AnyJob[] = [
  deliverMail,
  forgetOldKeys,
  forgetOldSignIns,
  lookAgain,
  viewingOver,
  carryLate,
  carryLateCards,
  deliver,
  autoReply,
  wake,
  sendUnread,
  telegramBrought,
  tellFailing,
  lookAtFile,
  checkRows,
  runRows,
  undoThings,
  forgetOldRows,
  forgetOldMerges,
  findSilent,
  acceptSilent,
  remindCustomer,
]

export const reactions: readonly Reaction[] = [followAnswer]

/** What the queue starts by itself; `match` has the form of crontab, and times are UTC. */
export const clock: readonly CronItem[] = [
  { task: forgetOldKeys.name, match: '17 * * * *' },
  { task: forgetOldSignIns.name, match: '37 3 * * *' },
  { task: forgetOldRows.name, match: '47 3 * * *' },
  { task: forgetOldMerges.name, match: '57 3 * * *' },
  { task: findSilent.name, match: '*/5 * * * *' },
]
