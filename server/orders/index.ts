/** The door of orders: finding them, showing them, and what the customer's decision does to them. */
import './events.ts'
export { decideAsCustomer } from './acceptance/decide.ts'
export { shownOrder } from './acceptance/shown-order.ts'
export { handOrders, holdOrders, ordersOf } from './hand-over.ts'
export { orderRoutes } from './routes.ts'
export { answeredOpen } from './board/answered-open.ts'
export { findOrder, seenOrders } from './queries.ts'
export { moveDemands, workAsked } from './work/asked-work.ts'
