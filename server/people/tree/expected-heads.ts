import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/tree.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist, invalid, notNow, Refused } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { lockTree } from './lock-tree.ts'
import { place } from './place.ts'
import { treePolicy } from './policy.ts'
import { findHead, findStaff, isBelow } from './queries.ts'

type Called = { name: string; email?: string | undefined }

/** The head whom somebody expects: the one whom others have named already, or a new one (TREE-6). */
export async function expectHead(ctx: Ctx, called: Called, named_by: string): Promise<string> {
  const name = called.name.trim()
  insist(name ? null : invalid('expected.name', 'field.required'))
  const email = called.email?.trim().toLowerCase() || null
  const known = (await waited(ctx)).find((one) =>
    email && one.email ? one.email === email : sameName(one.name, name) && (one.email === null || email === null),
  )
  if (known) {
    if (email && !known.email) await change(ctx, known.id, { email })
    return known.id
  }
  const row = { id: uuidv7(), name, email, named_by, named_at: ctx.now }
  await ctx.db
    .insertInto('expected_heads')
    .values({ ...row, company_id: ctx.viewer.company_id })
    .execute()
  return row.id
}

type Comer = { id: string; name: string; email: string | null }

/**
 * Looks whether a person who has just joined is one who was expected, by his e-mail or, where none was given, by his
 * name; those who named him are placed under him (S17). The tree is held.
 */
export async function meetExpected(ctx: Ctx, comer: Comer, at: Date): Promise<void> {
  const email = comer.email?.toLowerCase() ?? null
  for (const one of await waited(ctx)) {
    const is = one.email === null ? sameName(one.name, comer.name) : one.email === email
    if (is) await arrive(ctx, one, { comer, at })
  }
}

/** The same by hand: the names were written differently, or there are two of one name. */
export async function matchExpectedHead(
  ctx: Ctx,
  { expected_head_id, member_id }: Input<typeof contract.matchExpectedHead>,
) {
  const at = await lockTree(ctx)
  insist(treePolicy.match(ctx.viewer))
  const one = found(
    await ctx.db
      .selectFrom('expected_heads')
      .select(['id', 'name', 'member_id'])
      .where('company_id', '=', ctx.viewer.company_id)
      .where('id', '=', expected_head_id)
      .executeTakeFirst(),
    'expected_head',
  )
  insist(one.member_id ? notNow('tree.expected_came', { name: one.name }) : null)
  await findStaff(ctx, member_id)
  const comer = await findHead(ctx, member_id)
  if (!comer) throw new Refused(invalid('member_id', 'tree.head_inactive'))
  return { placed: await arrive(ctx, one, { comer, at }) }
}

/** He is here: who has named him stands under him from now on, and he is asked about each. */
async function arrive(
  ctx: Ctx,
  one: { id: string; name: string },
  { comer, at }: { comer: Comer; at: Date },
): Promise<number> {
  await change(ctx, one.id, { member_id: comer.id })
  const naming = await ctx.db
    .selectFrom('declarations as d')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'd.company_id').onRef('m.id', '=', 'd.member_id'),
    )
    .select(['m.id', 'm.name'])
    .where('d.company_id', '=', ctx.viewer.company_id)
    .where('d.expected_head_id', '=', one.id)
    .where('d.closed_at', 'is', null)
    .where('d.said_as', '=', 'member')
    .where('m.state', '=', 'active')
    .orderBy('d.said_at')
    .execute()
  let placed = 0
  for (const { id } of naming) {
    // Whoever stands above the comer cannot stand below him as well: that is for a person to settle.
    if (await isBelow(ctx, comer.id, id)) continue
    await place(ctx, { member_id: id, head_id: comer.id, at })
    placed += 1
  }
  await tell(ctx, 'member.expected_came', comer, { name: comer.name, expected: one.name, placed })
  return placed
}

async function waited(ctx: Ctx) {
  return ctx.db
    .selectFrom('expected_heads')
    .select(['id', 'name', 'email'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', 'is', null)
    .execute()
}

async function change(ctx: Ctx, id: string, set: { email: string } | { member_id: string }): Promise<void> {
  await ctx.db
    .updateTable('expected_heads')
    .set(set)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .execute()
}

/** «Санько Ольга» and «ольга  санько» are one person; so are Алёна and Алена. */
export const sameName = (one: string, other: string): boolean => bare(one) === bare(other)
const bare = (name: string): string =>
  name.toLowerCase().replaceAll('ё', 'е').split(/\s+/).filter(Boolean).toSorted().join(' ')

/** What somebody says when he names a head: one of the staff, or one who is to come. Exactly one of the two. */
export async function namedHead(ctx: Ctx, by: string, given: { head_id?: string; expected?: Called }) {
  insist((given.head_id === undefined) === (given.expected === undefined) ? invalid('head_id', 'tree.one_head') : null)
  if (given.expected) return { expected_head_id: await expectHead(ctx, given.expected, by) }
  const head = given.head_id ? await findHead(ctx, given.head_id) : null
  if (!head) throw new Refused({ status: 404, code: 'member.missing' })
  return { head_id: head.id, head }
}
