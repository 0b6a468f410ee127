import type { Input } from '#contract/endpoint.ts'
import type { registerCompany } from '#contract/people.ts'

type Company = Input<typeof registerCompany>
const KEY = 'naryad.register'

/** What was typed of the company waits in this browser until its letter is opened. */
export const keepCompany = (company: Company): void => localStorage.setItem(KEY, JSON.stringify(company))

/** Gives it once; null where the letter was opened elsewhere. */
export function keptCompany(): Company | null {
  const kept = localStorage.getItem(KEY)
  localStorage.removeItem(KEY)
  return kept ? (JSON.parse(kept) as Company) : null
}
