/** The door of reports, which own nothing: they read what others own, and others read nothing of theirs. */
export { reportRoutes } from './routes.ts'
