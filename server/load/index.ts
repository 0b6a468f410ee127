/** The door of load: how busy people are, and who is free. */
export { loadRoutes } from './routes.ts'
