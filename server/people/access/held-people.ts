import type { HeldThing } from '#contract/leaving.ts'
import type { Ctx } from '#platform/ctx.ts'

/** What of the people's own matters hangs on a person: whose head he is, and who is invited to come under him. */
export type HeldPeople = Record<'reports' | 'performers' | 'invitations', HeldThing[]>

export async function peopleHeldBy(ctx: Ctx, member_id: string): Promise<HeldPeople> {
  return {
    reports: await reportsOf(ctx, member_id),
    performers: await performersUnder(ctx, member_id),
    invitations: await invitationsUnder(ctx, member_id),
  }
}

type Row = { id: string; title: string }
const asThing = (row: Row): HeldThing => ({ ...row, number: null })

/** Those who answer to him, and those who have named him and wait for his word. */
async function reportsOf(ctx: Ctx, member_id: string): Promise<HeldThing[]> {
  const under = await placedUnder(ctx, member_id)
  const asking = (await asksWaitingFor(ctx, member_id)).filter(({ id }) => !under.some((one) => one.id === id))
  return [...under, ...asking.map(({ id, name }) => asThing({ id, title: name }))]
}

async function placedUnder({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('placements as p')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'p.company_id').onRef('m.id', '=', 'p.member_id'),
    )
    .select(['m.id', 'm.name as title'])
    .where('p.company_id', '=', viewer.company_id)
    .where('p.head_id', '=', member_id)
    .where('p.to_at', 'is', null)
    .orderBy('m.name')
    .execute()
  return rows.map(asThing)
}

async function performersUnder({ db, viewer }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('members')
    .select(['id', 'name as title'])
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', member_id)
    .where('kind', '=', 'performer')
    .where('state', '<>', 'left')
    .orderBy('name')
    .execute()
  return rows.map(asThing)
}

async function invitationsUnder({ db, viewer, now }: Ctx, member_id: string): Promise<HeldThing[]> {
  const rows = await db
    .selectFrom('invitations')
    .select(['id', 'name', 'email'])
    .where('company_id', '=', viewer.company_id)
    .where('head_id', '=', member_id)
    .where('state', 'in', ['sent', 'opened'])
    .where('expires_at', '>', now.toISOString())
    .orderBy('created_at')
    .execute()
  return rows.map(({ id, name, email }) => ({ id, number: null, title: name ?? email ?? '' }))
}

/** Who has named this person as his head and waits for his word: those inside the company. */
export async function asksWaitingFor({ db, viewer }: Ctx, member_id: string): Promise<{ id: string; name: string }[]> {
  return db
    .selectFrom('declarations as d')
    .innerJoin('members as m', (join) =>
      join.onRef('m.company_id', '=', 'd.company_id').onRef('m.id', '=', 'd.member_id'),
    )
    .leftJoin('expected_heads as e', (join) =>
      join.onRef('e.company_id', '=', 'd.company_id').onRef('e.id', '=', 'd.expected_head_id'),
    )
    .select(['m.id', 'm.name'])
    .where('d.company_id', '=', viewer.company_id)
    .where('d.closed_at', 'is', null)
    .where('d.said_as', '=', 'member')
    .where((own) => own(own.fn.coalesce('d.head_id', 'e.member_id'), '=', member_id))
    .where('m.state', 'in', ['active', 'suspended'])
    .orderBy('d.said_at')
    .execute()
}
