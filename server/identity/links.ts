import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { AuthLinkPurpose } from '#db/types.ts'
import type { Ctx, Db } from '#platform/ctx.ts'

export type Link = {
  id: string
  company_id: string
  purpose: AuthLinkPurpose
  subject_id: string
  contact_id: string | null
  opened_at: string | null
  used_at: string | null
}

type New = { purpose: AuthLinkPurpose; subject_id: string; contact_id?: string | null; expires_at?: Date | null }

/**
 * Makes a personal link and gives its text, `id.secret`: the only time that the secret can be read.
 * 192 random bits; what is stored is their hash.
 */
export async function makeLink(
  ctx: Ctx,
  { purpose, subject_id, contact_id = null, expires_at = null }: New,
): Promise<string> {
  const id = uuidv7()
  const secret = randomBytes(24).toString('base64url')
  await ctx.db
    .insertInto('auth.links')
    .values({
      id,
      company_id: ctx.viewer.company_id,
      purpose,
      subject_id,
      contact_id,
      secret_hash: hashOf(secret),
      created_at: ctx.now,
      expires_at,
    })
    .execute()
  return `${id}.${secret}`
}

/** The link behind its text, or null: unknown, withdrawn, expired and forged look the same. */
export async function findLink(
  { db, now }: Pick<Ctx, 'db' | 'now'>,
  text: string,
  purpose: AuthLinkPurpose,
): Promise<Link | null> {
  const [id, secret] = text.split('.')
  if (!id || !secret || !/^[0-9a-f-]{36}$/.test(id)) return null
  const row = await db
    .selectFrom('auth.links')
    .selectAll()
    .where('id', '=', id)
    .where('purpose', '=', purpose)
    .executeTakeFirst()
  if (!row || row.revoked_at || (row.expires_at && Date.parse(row.expires_at) < now.getTime())) return null
  return timingSafeEqual(row.secret_hash, hashOf(secret)) ? row : null
}

/** Notes that a link was opened or used, the first time only. */
export async function markLink(db: Db, id: string, what: 'opened_at' | 'used_at', at: Date): Promise<void> {
  await db
    .updateTable('auth.links')
    .set({ [what]: at })
    .where('id', '=', id)
    .where(what, 'is', null)
    .execute()
}

/** Links of one purpose to several things, in one statement; their texts by the thing. */
export async function makeLinks(
  ctx: Ctx,
  { purpose, subject_ids }: { purpose: AuthLinkPurpose; subject_ids: readonly string[] },
): Promise<Map<string, string>> {
  if (subject_ids.length === 0) return new Map()
  const { viewer, now } = ctx
  const made = subject_ids.map((subject_id) => {
    return { subject_id, id: uuidv7(), secret: randomBytes(24).toString('base64url') }
  })
  const common = { company_id: viewer.company_id, purpose, contact_id: null, created_at: now, expires_at: null }
  const rows = made.map(({ secret, ...link }) => ({ ...common, ...link, secret_hash: hashOf(secret) }))
  await ctx.db.insertInto('auth.links').values(rows).execute()
  return new Map(made.map(({ subject_id, id, secret }) => [subject_id, `${id}.${secret}`]))
}

/** Withdraws every link of this purpose to a thing, or to each of several. */
export async function revokeLinks(
  ctx: Ctx,
  purpose: AuthLinkPurpose,
  subject: string | readonly string[],
): Promise<void> {
  await ctx.db
    .updateTable('auth.links')
    .set({ revoked_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('purpose', '=', purpose)
    .where(sql<boolean>`subject_id = any(${[subject].flat()}::uuid[])`)
    .where('revoked_at', 'is', null)
    .execute()
}

const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
