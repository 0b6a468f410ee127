import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { toE164 } from '#platform/phone.ts'
import { countryOf } from '#server/people/index.ts'
import { holdersOf, type Reach } from '../doubles.ts'
import { makeContact } from './put-contact.ts'

export type Writer = Reach & {
  name: string
  label?: string
  /** What the channel vouches for beside it. */
  proven?: readonly Reach[]
  /** What he says of himself without any proof. */
  claimed?: readonly Reach[]
}

export type KnownWriter = { contact_id: string; counterparty_id: string | null }

/**
 * The contact who writes from outside, made on the spot when nobody knows him (CPT-15).
 *
 * He is known by the very account he writes from. What the channel proves beside it (a phone of a messenger) makes him
 * the contact who has it, unless he is somebody else's already: two people are never made one here. What was proven of
 * another, and what he only says of himself, is kept as a claim, by which they are offered as one (CPT-16).
 */
export async function findOrMakeWriter(ctx: Ctx, writer: Writer): Promise<KnownWriter> {
  const own = await tidied(ctx, writer)
  const proven = await Promise.all((writer.proven ?? []).map((reach) => tidied(ctx, reach)))
  const holders = await holdersOf(ctx, [own, ...proven])
  const holderOf = ({ kind, value }: Reach) => holders.find((each) => each.kind === kind && each.value === value)
  const known = holderOf(own)
  const vouched = proven.map(holderOf).find((holder) => holder !== undefined)
  const at = known ?? vouched
  const contact_id =
    at?.id ?? (await makeContact(ctx, { name: nameOf(writer) }, { counterparty_id: null, reaches: [] }))
  const free = proven.filter((reach) => (holderOf(reach)?.id ?? contact_id) === contact_id)
  const { label = null } = writer
  // He writes again and again: mostly nothing is new of him.
  const nothing_new = known?.proven && known.fault === null && (label ?? known.label) === known.label
  if (!nothing_new) await keepReach(ctx, contact_id, { ...own, label, proven: true })
  for (const reach of free) await keepReach(ctx, contact_id, { ...reach, label: null, proven: true })
  const claimed = await Promise.all((writer.claimed ?? []).map((reach) => tidied(ctx, reach)))
  const others = proven.filter((reach) => !free.includes(reach)).map((reach) => ({ ...reach, proven: true }))
  await keepClaims(ctx, contact_id, [...others, ...claimed.map((reach) => ({ ...reach, proven: false }))])
  return { contact_id, counterparty_id: at?.counterparty_id ?? null }
}

/** The contact who has one of these accounts already; null where nobody does. */
export async function contactOf(ctx: Ctx, reaches: readonly Reach[]): Promise<string | null> {
  const own = await Promise.all(reaches.map((reach) => tidied(ctx, reach)))
  const holders = await holdersOf(ctx, own)
  const first = own.flatMap(
    ({ kind, value }) => holders.find((each) => each.kind === kind && each.value === value) ?? [],
  )
  return first[0]?.id ?? null
}

const nameOf = ({ name, label, value }: Writer): string => (name.trim() || label || value).slice(0, 200)

async function tidied(ctx: Ctx, { kind, value }: Reach): Promise<Reach> {
  if (kind === 'email') return { kind, value: value.trim().toLowerCase() }
  if (kind !== 'phone') return { kind, value }
  return { kind, value: toE164(value, await countryOf(ctx)) ?? value }
}

type Kept = Reach & { label: string | null; proven: boolean }

/** Whoever is heard from there is reached there again: an old fault is over. */
async function keepReach(ctx: Ctx, contact_id: string, { kind, value, label, proven }: Kept): Promise<void> {
  await sql`insert into contact_identities (company_id, contact_id, kind, value, label, proven_at)
    values (${ctx.viewer.company_id}, ${contact_id}, ${kind}, ${value}, ${label}, ${proven ? ctx.now : null})
    on conflict (company_id, kind, value) do update set
      label = coalesce(excluded.label, contact_identities.label),
      proven_at = coalesce(contact_identities.proven_at, excluded.proven_at), fault = null, fault_at = null
    where contact_identities.label is distinct from coalesce(excluded.label, contact_identities.label)
      or contact_identities.proven_at is null or contact_identities.fault is not null`.execute(ctx.db)
}

/** What is his already is no claim; a proof outweighs his word. */
async function keepClaims(
  ctx: Ctx,
  contact_id: string,
  claims: readonly (Reach & { proven: boolean })[],
): Promise<void> {
  for (const { kind, value, proven } of claims)
    await sql`insert into contact_claims (company_id, contact_id, kind, value, proven, claimed_at)
      select ${ctx.viewer.company_id}::uuid, ${contact_id}::uuid, ${kind}::identity_kind, ${value}, ${proven}::boolean,
        ${ctx.now}::timestamptz
      where not exists (select from contact_identities i where i.company_id = ${ctx.viewer.company_id}
        and i.contact_id = ${contact_id} and i.kind = ${kind}::identity_kind and i.value = ${value})
      on conflict (company_id, contact_id, kind, value) do update set proven = true
      where excluded.proven and not contact_claims.proven`.execute(ctx.db)
}

/** All by which a contact is known, as whoever answers him reads it: phones first. */
export async function accountsOf({ db, viewer }: Ctx, contact_id: string) {
  const rows = await db
    .selectFrom('contact_identities')
    .select(['kind', 'value', 'label', 'fault', sql<boolean>`proven_at is not null`.as('proven')])
    .where('company_id', '=', viewer.company_id)
    .where('contact_id', '=', contact_id)
    .orderBy('kind')
    .orderBy('value')
    .execute()
  return rows
}

/** Says that nothing reaches anybody there any more, or that it does again. */
export async function markReach(
  ctx: Ctx,
  { kind, value }: Reach,
  { fault, at }: { fault: string | null; at: Date },
): Promise<string | null> {
  await hold(ctx, [`${kind} ${value}`])
  const row = await ctx.db
    .updateTable('contact_identities')
    .set({ fault, fault_at: fault === null ? null : at })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('kind', '=', kind)
    .where('value', '=', kind === 'email' ? value.trim().toLowerCase() : value)
    .returning('contact_id')
    .executeTakeFirst()
  return row?.contact_id ?? null
}

/** By what a contact is reached in channels of a kind; those that work first. */
export async function reachesOf(ctx: Ctx, contact_id: string, kind: Reach['kind']) {
  return ctx.db
    .selectFrom('contact_identities')
    .select(['kind', 'value', 'fault'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('contact_id', '=', contact_id)
    .where('kind', '=', kind)
    .orderBy(sql`fault is not null`)
    .orderBy('value')
    .execute()
}
