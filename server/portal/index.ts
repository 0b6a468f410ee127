/** The door of the portal: the customer's side, by personal links. */
export { portalRoutes } from './routes.ts'
