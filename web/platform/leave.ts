import { account } from './auth.ts'

/** Signs out and forgets: the page is loaded anew, so that nothing of this person stays in memory. */
export async function leave(): Promise<void> {
  await account('/sign-out')
  location.assign('/sign-in')
}
