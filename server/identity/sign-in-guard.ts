import type { Doorway } from '#platform/db/transaction.ts'
import { signInHistory } from './sign-in-history.ts'
import { countedTries } from './limits/tries.ts'
import { usedCodes } from './limits/used-codes.ts'

/**
 * What stands before the sign-in library. It does the same work for an e-mail that is nobody's, so that neither the
 * answer nor the time it takes says who has an account.
 */
export const signInGuard = (doorway: Doorway) => ({
  tries: countedTries(doorway),
  history: signInHistory(doorway),
  codes: usedCodes(doorway),
})

export type SignInGuard = ReturnType<typeof signInGuard>
