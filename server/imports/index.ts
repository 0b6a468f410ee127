/** The door of imports: counterparties from tables. */
import './events.ts'
export { importRoutes } from './routes.ts'
export { checkRows } from './running/check-rows.ts'
export { forgetOldRows } from './running/forget-old-rows.ts'
export { lookAtFile } from './running/look-at-file.ts'
export { runRows } from './running/run-rows.ts'
export { undoThings } from './running/undo-things.ts'
