import { sql } from 'kysely'
import type { MergeField, MergeSaid } from '#contract/doubles.ts'
import type { Ctx } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { invalid, notNow, type Refusal } from '#platform/errors.ts'
import { legalFormsOf } from '../members/legal-forms.ts'
import { ratesOn } from '../members/rates.ts'
import { can } from '../rights.ts'
import { findHead, isBelow } from '../tree/queries.ts'
import type { Card, TwoCards } from './card.ts'

/** What the two cards say, field by field: where only one says something it is taken, where both differ somebody chooses (DBL-2). */
export async function choicesOf(ctx: Ctx, cards: TwoCards): Promise<FieldOfCards[]> {
  const all: Record<MergeField, Pair> = {
    name: bothOf(cards, ({ name }) => name),
    phone: bothOf(cards, ({ phone }) => phone),
    position: bothOf(cards, ({ position }) => position),
    head: await headsOf(ctx, cards),
    account: accountsOf(ctx, cards),
    rate: can(ctx.viewer, 'money.read') ? await ratesNow(ctx, cards) : { kept: null, gone: null },
    legal_form: await formsNow(ctx, cards),
    schedule: await schedulesNow(ctx, cards),
  }
  return (Object.entries(all) as [MergeField, Pair][])
    .filter(([, { kept, gone }]) => kept ?? gone)
    .map(([field, pair]) => ({ field, ...pair }))
}

type SaidBy = Omit<MergeSaid, 'refused'> & { refused: Refusal | null }
type Pair = { kept: SaidBy | null; gone: SaidBy | null }
export type FieldOfCards = Pair & { field: MergeField }

const said = (text: string | null | undefined, refused: Refusal | null = null): SaidBy | null =>
  text ? { text, rate: null, refused } : null

const bothOf = ({ kept, gone }: TwoCards, read: (card: Card) => string | null): Pair => {
  return { kept: said(read(kept)), gone: said(read(gone)) }
}

/** Under whom he stands. Below himself, as either of the two, nobody can be (TREE-1). */
async function headsOf(ctx: Ctx, { kept, gone }: TwoCards): Promise<Pair> {
  if (kept.is_root) return { kept: null, gone: null }
  const whyNot = async ({ head_id, head_name }: Card): Promise<Refusal | null> => {
    if (!head_id || kept.kind === 'performer') return null
    if (!(await findHead(ctx, head_id))) return notNow('tree.head_inactive')
    const below = (await isBelow(ctx, head_id, kept.id)) || (await isBelow(ctx, head_id, gone.id))
    return below ? invalid('from_gone', 'tree.circle', { name: kept.name, head: head_name }) : null
  }
  const of = async (card: Card) => said(card.head_name, await whyNot(card))
  // A performer belongs to somebody; the staff stand in the tree, and one who has left stands nowhere.
  return { kept: await of(kept), gone: kept.kind === gone.kind ? await of(gone) : null }
}

/** By which account he signs in: by one, whichever. Performers come in by links, and both links open the one card. */
function accountsOf({ viewer }: Ctx, { kept, gone }: TwoCards): Pair {
  if (kept.kind === 'performer' || gone.kind === 'performer') return { kept: null, gone: null }
  const owners = kept.role === 'owner' && kept.id !== viewer.subject_id ? notNow('double.owner_account') : null
  const of = ({ user_id, email, name }: Card, refused: Refusal | null) =>
    user_id ? said(email ?? name, refused) : null
  return { kept: of(kept, null), gone: of(gone, owners) }
}

async function ratesNow(ctx: Ctx, { kept, gone }: TwoCards): Promise<Pair> {
  const rates = await ratesOn(ctx, [kept.id, gone.id], dayIn(ctx.viewer.time_zone, ctx.now))
  const of = ({ id }: Card): SaidBy | null => {
    const rate = rates.get(id)
    if (!rate) return null
    const { cost_per_hour, fee_per_task, currency } = rate
    const text = cost_per_hour === null ? `${fee_per_task} fee` : cost_per_hour
    return { text, rate: { cost_per_hour, fee_per_task, currency } as MergeSaid['rate'], refused: null }
  }
  return { kept: of(kept), gone: of(gone) }
}

async function formsNow(ctx: Ctx, { kept, gone }: TwoCards): Promise<Pair> {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const of = async ({ id }: Card) => {
    const now = (await legalFormsOf(ctx, id)).find(({ from_day }) => from_day <= today)
    return said(now?.form)
  }
  return { kept: await of(kept), gone: await of(gone) }
}

async function schedulesNow(ctx: Ctx, { kept, gone }: TwoCards): Promise<Pair> {
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const { rows } = await sql<{ member_id: string; from_day: string }>`
    select distinct on (member_id) member_id, from_day from work_schedules
    where company_id = ${ctx.viewer.company_id} and member_id = any(${[kept.id, gone.id]}::uuid[])
      and from_day <= ${today} and (to_day is null or to_day >= ${today})
    order by member_id, from_day desc, made_at desc`.execute(ctx.db)
  const of = ({ id }: Card) => said(rows.find(({ member_id }) => member_id === id)?.from_day)
  return { kept: of(kept), gone: of(gone) }
}
