/** The door of approvals: rounds in which a result is shown and decided on, about any subject. */
export { decideRound, noteOpened, withdrawRound } from './decide-round.ts'
export { openRound, type Photo, type Worker } from './open-round.ts'
export { roundPolicy, type Reason, type Verdict } from './policy.ts'
export { roundFacts } from './rounds-sql.ts'
export {
  breakSilence,
  reminderDue,
  roundsToRemind,
  settleReminder,
  silenceOver,
  silentRounds,
  type SilenceTerms,
} from './silence.ts'
export { roundsOf, type ShownRound, shownRounds } from './rounds.ts'
