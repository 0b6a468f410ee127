/** The door of counterparties: who work is done for, their people and their addresses. */
import './events.ts'
export { contactsById, counterpartiesById } from './by-id.ts'
export {
  contactJson,
  counterpartiesNamed,
  counterpartyJson,
  siteAddress,
  siteJson,
  sitesLike,
} from './counterparty-sql.ts'
export { findOrMakeCaller, findOrMakeSite } from './contacts/callers.ts'
export { counterpartiesOf, handCounterparties, holdCounterparties } from './hand-over.ts'
export { type Found, findNamed, partyOf } from './party.ts'
export { findSite } from './queries.ts'
export { counterpartyRoutes } from './routes.ts'
