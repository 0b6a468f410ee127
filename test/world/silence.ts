import * as contracts from '#contract/parties/contracts.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { findSilent } from '#server/orders/index.ts'
import { done } from '../as.ts'
import { workOff } from '../work-off.ts'
import type { Company } from '../world.ts'
import { makeCounterparty } from './counterparties.ts'
import { asProgram } from './inbox.ts'
import { makeSentOrder, type Sent } from './orders.ts'
import { minskDay } from './tasks.ts'

export type Awaited = Sent & { contract_id: string; round_id: string; contact_id: string; email: string }

/** An order that was sent to a customer with an address, whose contract accepts by silence after so many working days. */
export async function makeAwaited(company: Company, silence_days: number | null = 3): Promise<Awaited> {
  const { owner } = company
  const contact = { name: 'Марина Ковалевич', email: `marina-${crypto.randomUUID()}@example.test` }
  const { id: counterparty_id, contacts } = await makeCounterparty(owner, { contact })
  const contact_id = contacts[0]?.id ?? ''
  const terms = { number: '5/2026', signed_on: minskDay(-30), silence_days, payment_terms: 'Отсрочка 777 дней' }
  const contract = await done(owner, contracts.addContract, { counterparty_id, ...terms })
  const sent = await makeSentOrder(company, { counterparty_id, contact_id })
  const { email } = contact
  return { ...sent, contract_id: contract.id, round_id: sent.order.rounds[0]?.id ?? '', contact_id, email }
}

/** The time for an answer, or the one for a reminder, has come an hour ago. */
export const timeHasCome = (company: Company, round_id: string, what: 'accepts' | 'remind'): Promise<void> =>
  asProgram(company, async ({ db, now }) => {
    const ago = new Date(now.getTime() - 3_600_000)
    await db
      .updateTable('approval_rounds')
      .set(what === 'accepts' ? { silence_accepts_at: ago } : { silence_remind_at: ago })
      .where('company_id', '=', company.id)
      .where('id', '=', round_id)
      .execute()
  })

/** The clock strikes, and what it finds is worked off. */
export async function clockStrikes(company: Company): Promise<void> {
  await asProgram(company, (ctx) => enqueue(ctx, findSilent, {}))
  await workOff()
}
