import { createAuthEndpoint } from '@better-auth/core/api'
import { setSessionCookie } from 'better-auth/cookies'
import { z } from 'zod'

/**
 * The program's own way to sign a person in who has proved himself by a personal link: no e-mail, no password.
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
