/** The door of counterparties: who work is done for, their people and their addresses. */
import './events.ts'
export type { Incoming, RowFault, Terms, Thing } from './bulk/incoming.ts'
export { type Known, learn, nothingKnown } from './bulk/known.ts'
export { planRow } from './bulk/plan.ts'
export { putRows, writeWords } from './bulk/put.ts'
export { type Kind, takeBack, type Undone } from './bulk/take-back.ts'
export { nothingToWrite } from './bulk/writing.ts'
export { counterpartyPolicy } from './policy.ts'
export { answer } from './present-counterparty.ts'
export { taxNumber, tidied } from './tidy.ts'
export { contactsById, counterpartiesById } from './by-id.ts'
export {
  contactJson,
  counterpartiesNamed,
  counterpartyJson,
  siteAddress,
  siteJson,
  sitesLike,
} from './counterparty-sql.ts'
export { contactName, contactsAt, contactsLike, counterpartyOfContact } from './contacts/contacts-like.ts'
export { findOrMakeCaller, findOrMakeSite, placeContact } from './contacts/callers.ts'
export { accountsOf, contactOf, findOrMakeWriter, type KnownWriter, markReach, reachesOf } from './contacts/senders.ts'
export { counterpartiesOf, handCounterparties, holdCounterparties } from './hand-over.ts'
export { type Found, findNamed, partyOf } from './party.ts'
export { findCounterparty, findSite } from './queries.ts'
export { sitesOf } from './by-id.ts'
export { forgetOldMerges } from './merging/forget-old-merges.ts'
export { carryLate } from './merging/merge-parties.ts'
export { contractInForce } from './contracts/contract-in-force.ts'
export { counterpartyRoutes } from './routes.ts'
