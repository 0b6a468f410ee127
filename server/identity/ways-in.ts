import { sql } from 'kysely'
import type { Ctx } from '#platform/ctx.ts'
import { revokeLinks } from './links.ts'

type Whose = { member_id: string; user_id: string | null }

/**
 * The second step, the passkeys and the sessions of a person are gone, and browsers trusted without it are trusted no more: he
 * comes in by his password and sets up a second factor anew. Asked for who works in no other company.
 */
export async function resetWaysIn({ db }: Ctx, user_id: string): Promise<void> {
  await db.deleteFrom('auth.passkey').where('userId', '=', user_id).execute()
  await db.deleteFrom('auth.twoFactor').where('userId', '=', user_id).execute()
  await db.updateTable('auth.user').set({ twoFactorEnabled: false }).where('id', '=', user_id).execute()
  await db.deleteFrom('auth.session').where('userId', '=', user_id).execute()
  await db
    .deleteFrom('auth.verification')
    .where('value', '=', user_id)
    .where('identifier', 'like', 'trust-device-%')
    .execute()
}

/** By how many browsers, keys and personal links a person gets into the company of the viewer now. */
export async function waysIn({ db, viewer, now }: Ctx, { member_id, user_id }: Whose) {
  const { company_id } = viewer
  const { rows } = await sql<{ sessions: number; keys: number; links: number }>`select
    (select count(*)::int from auth.session where "userId" = ${user_id}::uuid and "companyId" = ${company_id}
      and "expiresAt" > ${now}) as sessions,
    (select count(*)::int from auth.api_keys where company_id = ${company_id} and member_id = ${member_id}
      and revoked_at is null and expires_at > ${now}) as keys,
    (select count(*)::int from auth.links where company_id = ${company_id} and purpose = 'performer'
      and subject_id = ${member_id} and revoked_at is null) as links`.execute(db)
  return rows[0] ?? { sessions: 0, keys: 0, links: 0 }
}

type Ending = Whose & { elsewhere: boolean; for_good: boolean }

/**
 * Ends what lets a person into the company of the viewer. All his sessions end with it, unless he works in another
 * company: then those of this one go on there. Keys and links are withdrawn `for_good`; till then the member's state
 * keeps them shut.
 */
export async function endAccess(ctx: Ctx, { member_id, user_id, elsewhere, for_good }: Ending): Promise<void> {
  if (user_id !== null) await endSessions(ctx, user_id, elsewhere)
  if (!for_good) return
  await revokeLinks(ctx, 'performer', member_id)
  await ctx.db
    .updateTable('auth.api_keys')
    .set({ revoked_at: ctx.now })
    .where('company_id', '=', ctx.viewer.company_id)
    .where('member_id', '=', member_id)
    .where('revoked_at', 'is', null)
    .execute()
}

async function endSessions({ db, viewer }: Ctx, user_id: string, elsewhere: boolean): Promise<void> {
  if (!elsewhere) {
    await db.deleteFrom('auth.session').where('userId', '=', user_id).execute()
    return
  }
  await db
    .updateTable('auth.session')
    .set({ companyId: null })
    .where('userId', '=', user_id)
    .where('companyId', '=', viewer.company_id)
    .execute()
}

type Giving = { from: string; to: string }

/** Of two cards of one performer: the links to the one open the other. */
export async function giveLinks({ db, viewer }: Ctx, { from, to }: Giving): Promise<void> {
  await db
    .updateTable('auth.links')
    .set({ subject_id: to })
    .where('company_id', '=', viewer.company_id)
    .where('purpose', '=', 'performer')
    .where('subject_id', '=', from)
    .execute()
}

/** The keys of one member are another's. */
export async function giveKeys({ db, viewer }: Ctx, { from, to }: Giving): Promise<void> {
  await db
    .updateTable('auth.api_keys')
    .set({ member_id: to })
    .where('company_id', '=', viewer.company_id)
    .where('member_id', '=', from)
    .execute()
}

/** Phones where the one performer's user is signed in are the other's: such a user is of one company and has no password. */
export async function giveSessions({ db }: Ctx, { from, to }: Giving): Promise<void> {
  await db.updateTable('auth.session').set({ userId: to }).where('userId', '=', from).execute()
}
