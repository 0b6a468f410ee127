import type { Input } from '#contract/endpoint.ts'
import type { PartyCard, PartyChoice, PartyPreview, previewPartyMerge as contract } from '#contract/parties/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import { counterpartyPolicy } from '../policy.ts'
import { answer } from '../present-counterparty.ts'
import { type Card, findCard, mergeRefusal, type TwoCards } from './cards.ts'
import { contactSays } from './contact-fields.ts'
import { counterpartySays } from './counterparty-fields.ts'
import { choicesOf } from './fields.ts'
import { sameSites } from './join-sites.ts'
import { whatMoves } from './what-moves.ts'

/** What differs between two cards and what goes over (CPT-18), for who may merge them. */
export async function previewMerge(
  ctx: Ctx,
  { kind, card_id, gone_id }: Input<typeof contract>,
): Promise<PartyPreview> {
  const kept = await findCard(ctx, kind, card_id)
  insist(counterpartyPolicy.manage(ctx.viewer))
  const cards = { kind, kept, gone: await findCard(ctx, kind, gone_id) }
  const choices = await choicesOfCards(ctx, cards)
  return {
    kept: shown(cards.kept),
    gone: shown(cards.gone),
    choices,
    moves: await whatMoves(ctx, cards),
    same_sites: kind === 'counterparty' ? (await sameSites(ctx, { kept: card_id, gone: gone_id })).length : 0,
    tax_numbers: taxNumbersOf(choices),
    can: { merge: answer(mergeRefusal(ctx.viewer, cards)) },
  }
}

export async function choicesOfCards(ctx: Ctx, { kind, kept, gone }: TwoCards): Promise<PartyChoice[]> {
  const says = kind === 'counterparty' ? counterpartySays : contactSays
  return choicesOf(await says(ctx, kept.id), await says(ctx, gone.id))
}

/** Two tax numbers that differ: which is right is said openly, or nothing is merged. */
export function taxNumbersOf(choices: readonly PartyChoice[]): PartyPreview['tax_numbers'] {
  const { kept, gone } = choices.find(({ field }) => field === 'tax_number') ?? { kept: null, gone: null }
  return kept && gone && kept !== gone ? { kept, gone } : null
}

const shown = ({ merged_into: _, merged_name: __, ...card }: Card): PartyCard => card
