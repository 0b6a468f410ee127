/** The door of history: what happened, what is found, what waits. It owns the words by which orders are found. */
export { historyRoutes } from './routes.ts'
