import { sql } from 'kysely'

/** Whether the user of a query (`"user"`) has an app's code or a passkey. */
export const hasSecondFactor = sql<boolean>`(coalesce("user"."twoFactorEnabled", false)
  or exists (select from auth."passkey" as held where held."userId" = "user"."id"))`
