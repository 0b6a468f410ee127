/** The door of leaving: how a person's access ends and what he holds is handed over. */
export { carryLate } from './doubles/merge.ts'
export { lookAgain } from './look-again.ts'
export { leavingRoutes } from './routes.ts'
