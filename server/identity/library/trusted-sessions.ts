import { createAuthEndpoint } from '@better-auth/core/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * The program's own way to sign a person in who has proved himself by a personal link, or by the letter of his registration.
 * Only code can call it; it has no address.
 */
export function trustedSessions() {
  return {
    id: 'trusted-sessions' as const,
    endpoints: {
      openSessionOf: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ user_id: z.string(), company_id: z.string() }) },
        async (c) => {
          const { internalAdapter } = c.context
          const user = await internalAdapter.findUserById(c.body.user_id)
          if (!user) throw c.error('UNAUTHORIZED')
          const session = await internalAdapter.createSession(user.id, false, { companyId: c.body.company_id })
          await setSessionCookie(c, { session, user })
          return c.json({ user_id: user.id })
        },
      ),
      openAccount,
      makeUserWithoutMail: createAuthEndpoint.serverOnly(
        { method: 'POST', body: z.object({ id: z.string(), name: z.string() }) },
        async (c) => {
          // RFC 2606 keeps .invalid for names that will never exist: no letter can go there.
          const email = `${c.body.id}@performer.invalid`
          const known = await c.context.internalAdapter.findUserByEmail(email)
          if (known) return c.json({ user_id: known.user.id })
          const user = await c.context.internalAdapter.createUser(
            { email, name: c.body.name, emailVerified: true },
            { method: 'magic-link' },
          )
          return c.json({ user_id: user.id })
        },
      ),
    },
  }
}

/** Makes the account of one whose registration is confirmed, and signs him in. */
const openAccount = createAuthEndpoint.serverOnly(
  { method: 'POST', body: z.object({ name: z.string(), email: z.string(), hash: z.string() }) },
  async (c) => {
    const { internalAdapter } = c.context
    const { name, email, hash } = c.body
    if (await internalAdapter.findUserByEmail(email)) throw c.error('BAD_REQUEST', { code: 'INVALID_TOKEN' })
    const user = await internalAdapter.createUser({ email, name, emailVerified: true }, { method: 'email-password' })
    await internalAdapter.linkAccount({
      userId: user.id,
      providerId: 'credential',
      accountId: user.id,
      password: hash,
    })
    const session = await internalAdapter.createSession(user.id, false)
    await setSessionCookie(c, { session, user })
    return c.json({ user: { id: user.id, name, email } })
  },
)
