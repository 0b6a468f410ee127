import type { CounterpartyContract } from '#contract/parties/contracts.ts'
import type { Ctx } from '#platform/ctx.ts'
import { daysAhead, today } from '../requisites/versions.ts'
import type { ContractRow } from './queries.ts'

/** Days before its end on which a contract begins to ask for another. */
const WARNS = 30

export function presentContract(ctx: Ctx, { removed_at: _, ...row }: ContractRow): CounterpartyContract {
  return { ...row, state: stateOn(row, today(ctx)) }
}

type Span = Pick<ContractRow, 'signed_on' | 'from_day' | 'to_day'>

function stateOn({ signed_on, from_day, to_day }: Span, day: string): CounterpartyContract['state'] {
  if ((from_day ?? signed_on) > day) return 'coming'
  if (to_day === null) return 'in_force'
  if (to_day < day) return 'ended'
  return to_day <= daysAhead(day, WARNS) ? 'ending' : 'in_force'
}
