import type { Entry } from '#contract/history.ts'
import { dayName, listed, moment, money } from '#web/platform/format.ts'
import { knows, t } from '#web/platform/words.ts'
import { type Difference, factDifferences, factWords, type Speaker } from '#words/spoken-facts.ts'

const speaker: Speaker = {
  say: t,
  knows,
  moment,
  day: dayName,
  money,
  listed,
}

type Told = Pick<Entry, 'name' | 'facts'>

/** What a fact says after the actor's name. */
export const eventWords = (entry: Told): string => factWords(speaker, entry)

/** The fields of a change with what was and what is, for the history. */
export const differencesOf = (entry: Told): Difference[] => factDifferences(speaker, entry)
