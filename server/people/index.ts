/** The door of people: companies, members, rights, rates, invitations. */
import './events.ts'
export { letInAgain, shutOut, waysInOf } from './access/end-access.ts'
export {
  handInvitations,
  handPerformers,
  handReportsOf,
  holdInvitationsUnder,
  settleAsks,
} from './access/hand-people.ts'
export { asksWaitingFor, peopleHeldBy } from './access/held-people.ts'
export { accessPolicy } from './access/policy.ts'
export { findSomeone, holdSomeone, type Someone } from './access/someone.ts'
export { takeBackPerformer } from './access/take-back.ts'
export { findCard, holdCards, type TwoCards } from './doubles/card.ts'
export { choicesOf } from './doubles/choices.ts'
export { whatIsTwice, whatMoves } from './doubles/counted.ts'
export { findDoubles } from './doubles/find-doubles.ts'
export { carryOver, joinCards } from './doubles/join-cards.ts'
export { leadsCard, mergeRefusal } from './doubles/policy.ts'
export { tellApart } from './doubles/tell-apart.ts'
import './pools/events.ts'
export { absentAt, type AbsentAt } from './absences/absent-at.ts'
export { absencesAsked } from './absences/absences-asked.ts'
export { availability, type DayOfPerson } from './calendar/availability.ts'
export { type CompanyDay, companyDays } from './calendar/company-days.ts'
export { clockOf, minuteOf, type Span } from './calendar/hours.ts'
export { workingDaysAfter } from './calendar/working-days.ts'
export { type GroupedPerformer, performersByGroup, placeAfter } from './members/performers-by-group.ts'
export { getCompanySettings } from './companies/company-settings.ts'
export { certificateFaults, certificatesWaiting } from './certificates/certificate-faults.ts'
export { membersInOrder } from './members/list-members.ts'
export { lookInto, whyNotLed } from './members/look-into.ts'
export { findPapersOwner, type PapersOwner } from './members/papers-owner.ts'
export { tradesOf } from './members/trades-of.ts'
export { type RateOfDay, rateOn, ratesOn, WORKER_ON } from './members/rates.ts'
export { listSpecialities, specialityFinder } from './members/specialities.ts'
export {
  countryOf,
  findPerson,
  isActiveStaff,
  type MemberCard,
  memberNames,
  membersAmong,
  membersById,
  stayWorking,
} from './names.ts'
export { type About, askForPeople } from './pools/requests/ask-for-people.ts'
export { type OnRoster, rosterCount, rosterPage, type RosterWish, wholeRoster } from './performers/roster.ts'
export { mergeTrades } from './pools/change-speciality.ts'
export { choiceCards, type Choosable, performersToChoose } from './pools/choose.ts'
export { handCuratorship, handingOf } from './pools/hand-over.ts'
export { peopleOfPool } from './pools/in-force.ts'
export { handPools, holdPoolsOf, leavePools, poolsLedBy } from './pools/hand-pools.ts'
export { peopleInPool } from './pools/people-page.ts'
export { findPool } from './pools/queries.ts'
export { insistOnReach } from './pools/reach.ts'
export { requestsWaiting, type WaitingRequest } from './pools/requests/queries.ts'
export { actsFor, answersFor, handledBy, handles } from './substitutions/acts-for.ts'
export { endSubstitutionsOf } from './substitutions/end-substitution.ts'
export { findSubstitution } from './substitutions/queries.ts'
export { personJson, specialityJson } from './person-sql.ts'
export { can, rightsOf, rightsOfHolder } from './rights.ts'
export { missingFactor } from './security/required-factor.ts'
export { lockTree } from './tree/lock-tree.ts'
export { findHead, rootOf } from './tree/queries.ts'
export { seenBelow } from './tree/seen-below.ts'
export { peopleRoutes } from './routes.ts'
export { viewingOver } from './viewing/end-viewing.ts'
export { companiesOfUser, companyNamesOf, type Entering, followEmail, userEyes, viewerReader } from './viewers.ts'
