import { uuidv7 } from 'uuidv7'
import * as contract from '#contract/inbox/templates.ts'
import type { ReplyTemplate } from '#contract/inbox/templates.ts'
import type { Input, Reply } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { expectVersion, found, insist, invalid } from '#platform/errors.ts'
import { hold } from '#platform/db/hold.ts'
import { tell } from '#platform/events/tell.ts'
import { answer } from '../connecting/queries.ts'
import { conversationPolicy } from '../policy.ts'
import { insistFields } from './fields.ts'

const COLUMNS = ['id', 'name', 'body', 'archived_at', 'version'] as const

/** Templates by name (INB-50); whoever reads dialogues sees them. */
export async function listReplyTemplates(
  ctx: Ctx,
  { archived = false }: Input<typeof contract.listReplyTemplates>,
): Promise<Reply<typeof contract.listReplyTemplates>> {
  insist(conversationPolicy.read(ctx.viewer))
  const all = ctx.db.selectFrom('reply_templates').select(COLUMNS).where('company_id', '=', ctx.viewer.company_id)
  const rows = await (archived ? all : all.where('archived_at', 'is', null)).orderBy('name').orderBy('id').execute()
  return { rows, can: { change: answer(conversationPolicy.assign(ctx.viewer)) } }
}

export async function addReplyTemplate(
  ctx: Ctx,
  given: Input<typeof contract.addReplyTemplate>,
): Promise<ReplyTemplate> {
  insist(conversationPolicy.assign(ctx.viewer))
  const { name, body } = await settled(ctx, given)
  const template = { id: uuidv7(), name, body, archived_at: null, version: 1 }
  const row = { company_id: ctx.viewer.company_id, ...template, created_at: ctx.now }
  await ctx.db.insertInto('reply_templates').values(row).execute()
  await tell(ctx, 'reply_template.added', template, { name })
  return template
}

export async function changeReplyTemplate(
  ctx: Ctx,
  { template_id, archived, ...given }: Input<typeof contract.changeReplyTemplate>,
): Promise<ReplyTemplate> {
  insist(conversationPolicy.assign(ctx.viewer))
  const before = await holdTemplate(ctx, template_id)
  expectVersion(ctx, before, before)
  const { name, body } = await settled(ctx, { ...before, ...given }, template_id)
  const is_archived = archived ?? before.archived_at !== null
  const archived_at = is_archived ? (before.archived_at ?? ctx.now.toISOString()) : null
  const row = await ctx.db
    .updateTable('reply_templates')
    .set((eb) => ({ name, body, archived_at, version: eb('version', '+', 1) }))
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', template_id)
    .returning(COLUMNS)
    .executeTakeFirstOrThrow()
  const moved = is_archived !== (before.archived_at !== null)
  const fact = moved ? (is_archived ? 'archived' : 'restored') : 'changed'
  await tell(ctx, `reply_template.${fact}`, row, { name })
  return row
}

async function holdTemplate(ctx: Ctx, id: string): Promise<ReplyTemplate> {
  const row = await ctx.db
    .selectFrom('reply_templates')
    .select(COLUMNS)
    .where('company_id', '=', ctx.viewer.company_id)
    .where('id', '=', id)
    .forNoKeyUpdate()
    .executeTakeFirst()
  return found(row, 'reply_template')
}

/** A name that no other template has, and a text whose fields can all be filled in. */
async function settled(ctx: Ctx, { name, body }: { name: string; body: string }, own_id?: string) {
  const tidy = name.trim().replace(/\s+/g, ' ')
  insist(tidy ? null : invalid('name', 'field.required'))
  insist(body.trim() ? null : invalid('body', 'field.required'))
  insistFields(body, contract.TEMPLATE_FIELDS, 'body')
  await hold(ctx, [`reply_template ${tidy.toLowerCase()}`])
  const same = await ctx.db
    .selectFrom('reply_templates')
    .select(['id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where('archived_at', 'is', null)
    .execute()
  const taken = same.some((one) => one.id !== own_id && one.name.toLowerCase() === tidy.toLowerCase())
  insist(taken ? invalid('name', 'reply_template.double', { name: tidy }) : null)
  return { name: tidy, body: body.trim() }
}
