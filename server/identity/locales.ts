import { onPool } from '#platform/db/kysely.ts'
import { type Ctx, type Db, userOf } from '#platform/ctx.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { Locale } from '#words/index.ts'

/** The language of a person's screens, in which letters are written to him; null while he has chosen none. */
export async function localeOf({ db }: { db: Db }, user_id: string | null): Promise<Locale | null> {
  if (user_id === null) return null
  const row = await db
    .selectFrom('auth.user_locales')
    .select('locale')
    .where('user_id', '=', user_id)
    .executeTakeFirst()
  return (row?.locale as Locale | undefined) ?? null
}

/** The same outside a request: for letters about accounts. */
export const localeReader = ({ pool, prepare }: Doorway) => {
  const db = onPool(pool, prepare)
  return (user_id: string | null): Promise<Locale | null> => localeOf({ db }, user_id)
}

/** From now on letters come in this language. */
export async function keepLocale(ctx: Ctx, locale: Locale): Promise<void> {
  await ctx.db
    .insertInto('auth.user_locales')
    .values({ user_id: userOf(ctx), locale })
    .onConflict((on) => on.column('user_id').doUpdateSet({ locale }))
    .execute()
}
