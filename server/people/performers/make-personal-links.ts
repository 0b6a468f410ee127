import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/performers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { found, insist } from '#platform/errors.ts'
import { tellMany } from '#platform/events/tell.ts'
import { makeLinks, revokeLinks } from '#server/identity/index.ts'
import { memberPolicy } from '../members/policy.ts'
import { visibleMembers } from '../members/queries.ts'

/** Personal links for several performers at once (PPL-10), to be handed out: each earlier one stops working. */
export async function makePersonalLinks(ctx: Ctx, { member_ids }: Input<typeof contract.makePersonalLinks>) {
  const wanted = [...new Set(member_ids)]
  await ctx.db
    .selectFrom('members')
    .select('id')
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`id = any(${wanted}::uuid[])`)
    .orderBy('id')
    .forNoKeyUpdate()
    .execute()
  const rows = await visibleMembers(ctx)
    .where(sql<boolean>`m.id = any(${wanted}::uuid[])`)
    .execute()
  const known = new Map(rows.map((row) => [row.id, row]))
  const people = wanted.map((id) => found(known.get(id), 'member'))
  for (const one of people) insist(memberPolicy.link(ctx.viewer, one))

  await revokeLinks(ctx, 'performer', wanted)
  const links = await makeLinks(ctx, { purpose: 'performer', subject_ids: wanted })
  const told = people.map(({ id, name }) => ({ subject: { id }, facts: { name } }))
  await tellMany(ctx, 'member.link_made', told)
  return {
    links: people.map(({ id, name }) => ({
      member: { id, name },
      url: `${ctx.world.config.public_url}/l/${links.get(id) ?? ''}`,
    })),
  }
}
