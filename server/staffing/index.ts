/** The door of staffing: who is to do the work. It owns nothing. */
export { staffingRoutes } from './routes.ts'
