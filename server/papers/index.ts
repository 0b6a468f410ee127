/** The door of papers: files of people. */
import './events.ts'
export { paperRoutes } from './routes.ts'
