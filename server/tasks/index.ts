/** The door of tasks: giving them, what lists of other things say of them, and what ends or reopens many at once. */
import './events.ts'
export { createTask } from './giving/create-task.ts'
export { cancelOpen } from './checking/cancel-task.ts'
export { reopenTasks } from './checking/return-task.ts'
export { curatedWork } from './handing/curated-work.ts'
export { handCurated, handWork, holdTasks } from './handing/hand-over.ts'
export { clockRuns, tasksCuratedBy, workOf } from './handing/held-tasks.ts'
export { stopClock } from './time/clock.ts'
export { lockPerson } from './time/entries.ts'
export {
  labourOn,
  minutesOn,
  peopleOn,
  standingOn,
  taskFacts,
  taskLine,
  seenTasks,
  type WorkerLabour,
} from './facts-sql.ts'
export { findTask } from './queries.ts'
export { taskRoutes } from './routes.ts'
export { clashesOf, plannedOf } from './views/clashes.ts'
export { actualBetween, plannedBetween } from './views/planned.ts'
export { type PlannedDay } from './views/spread.ts'
export { curatedOpen, loggedByTask, openTasksOn, tasksInLines } from './views/tasks-of-day.ts'
export { photosOf } from './views/photos-of.ts'
export { commentsOf, waitingFor } from './views/waiting.ts'
