import { sql } from 'kysely'
import type { Input, Reply } from '#contract/endpoint.ts'
import type * as contract from '#contract/papers.ts'
import type { Ctx } from '#platform/ctx.ts'
import { isoText } from '#platform/db/json-time.ts'
import { insist } from '#platform/errors.ts'
import { findPapersOwner, type PapersOwner, personJson } from '#server/people/index.ts'

/** Papers of a person, newest first (PAP-1). */
export async function listPapers(ctx: Ctx, { member_id }: Input<typeof contract.listPapers>) {
  const owner = await findPapersOwner(ctx, member_id)
  insist(owner.can.read)
  return papersOf(ctx, owner)
}

export async function papersOf(
  { db, viewer }: Ctx,
  { id, can }: PapersOwner,
): Promise<Reply<typeof contract.listPapers>> {
  const { rows } = await sql<contract.Paper>`
    select p.id, p.kind, p.title, p.added_at, ${personJson(sql`p.company_id`, sql`p.added_by`)} as added_by,
      jsonb_build_object('id', f.id, 'name', f.name, 'mime', f.mime, 'size', f.size, 'width', f.width, 'height', f.height,
        'created_at', ${isoText(sql`f.created_at`)}) as file
    from member_papers p join files f on f.company_id = p.company_id and f.id = p.file_id
    where p.company_id = ${viewer.company_id} and p.member_id = ${id} and p.removed_at is null
    order by p.id desc`.execute(db)
  return { rows, can: { add: can.add, remove: can.read } }
}
