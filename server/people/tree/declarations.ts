import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { Declaration } from '#contract/tree.ts'
import type { Ctx } from '#platform/ctx.ts'
import { together } from '#platform/together.ts'
import { personJson } from '../person-sql.ts'
import type { Word } from './standing.ts'

type Said = Omit<Word, 'expected_head_id' | 'head_id'> & {
  member_id: string
  head_id?: string | null
  expected_head_id?: string | null
  at: Date
}

/** Writes down a word; what the same person said of the same matter before is closed, not rewritten. */
export async function say(ctx: Ctx, { at, head_id = null, expected_head_id = null, ...word }: Said): Promise<void> {
  const { company_id } = ctx.viewer
  const row = { ...word, head_id, expected_head_id, company_id, id: uuidv7(), said_at: at }
  const closing = ctx.db
    .updateTable('declarations')
    .set({ closed_at: ctx.now })
    .where('company_id', '=', company_id)
    .where('member_id', '=', word.member_id)
    .where('said_by', '=', word.said_by)
    .where('closed_at', 'is', null)
  await together(closing.execute(), ctx.db.insertInto('declarations').values(row).execute())
}

/** The open words about one person; whoever was expected and has come is named as himself. */
export async function openWords(ctx: Ctx, member_id: string): Promise<Word[]> {
  return ctx.db
    .selectFrom('declarations as d')
    .leftJoin('expected_heads as e', (join) =>
      join.onRef('e.company_id', '=', 'd.company_id').onRef('e.id', '=', 'd.expected_head_id'),
    )
    .select(['d.said_as', 'd.said_by', 'd.agrees', 'd.expected_head_id'])
    .select((own) => own.fn.coalesce('d.head_id', 'e.member_id').as('head_id'))
    .where('d.company_id', '=', ctx.viewer.company_id)
    .where('d.member_id', '=', member_id)
    .where('d.closed_at', 'is', null)
    .execute()
}

/** Both sides agree, or somebody settled it: nothing waits any more. */
export async function closeWords(ctx: Ctx, member_id: string): Promise<void> {
  await ctx.db
    .updateTable('declarations')
    .set({ closed_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', member_id)
    .where('closed_at', 'is', null)
    .execute()
}

type Told = Declaration & { member_id: string }

/** Words about these people in the order in which they were said; `open` ones only, or all. */
export async function wordsAbout(ctx: Ctx, member_ids: readonly string[], open: boolean): Promise<Told[]> {
  const { rows } = await sql<Told>`
    select d.member_id, d.id, d.said_as, d.agrees, d.said_at, d.closed_at,
      ${personJson(sql`d.company_id`, sql`d.said_by`)} as said_by,
      ${personJson(sql`d.company_id`, sql`coalesce(d.head_id, e.member_id)`)} as head,
      case when e.id is not null then jsonb_build_object('id', e.id, 'name', e.name, 'email', e.email) end as expected
    from declarations d left join expected_heads e on e.company_id = d.company_id and e.id = d.expected_head_id
    where d.company_id = ${ctx.viewer.company_id} and d.member_id = any(${member_ids}::uuid[])
      and (not ${open} or d.closed_at is null)
    order by d.said_at, d.id`.execute(ctx.db)
  return rows
}
