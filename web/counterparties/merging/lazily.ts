import { lazy } from 'react'
import { withPeopleWords } from '#web/app/people-words.ts'

/** What is said of doubles comes with its words, after the page that it stands on. */
export const CardDoubles = lazy(() =>
  withPeopleWords(() => import('./card-doubles.tsx')).then((one) => ({ default: one.CardDoubles })),
)
export const FoundParties = lazy(() =>
  withPeopleWords(() => import('./found-parties.tsx')).then((one) => ({ default: one.FoundParties })),
)
export const MergedCards = lazy(() =>
  withPeopleWords(() => import('./merged-cards.tsx')).then((one) => ({ default: one.MergedCards })),
)
export const SamePerson = lazy(() =>
  withPeopleWords(() => import('#web/inbox/beside/same-person.tsx')).then((one) => ({ default: one.SamePerson })),
)
export const MergeButton = lazy(() =>
  withPeopleWords(() => import('./merge-button.tsx')).then((one) => ({ default: one.MergeButton })),
)
export const MergeDialog = lazy(() =>
  withPeopleWords(() => import('./merge-dialog.tsx')).then((one) => ({ default: one.MergeDialog })),
)
