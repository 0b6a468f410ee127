import type { PasskeyOptions } from '@better-auth/passkey'
import { APIError } from 'better-auth/api'

type Checks = Required<Pick<PasskeyOptions, 'registration' | 'authentication'>>

/**
 * A passkey is both steps at once because the device asks for finger, face or PIN. That is asked for when it is made
 * and when it is shown, and looked at: the library itself takes one that was only touched.
 */
export const PASSKEYS = {
  authenticatorSelection: { residentKey: 'required', userVerification: 'required' },
  registration: {
    afterVerification: ({ verification }) => insistOnPerson(verification.registrationInfo?.userVerified),
  },
  authentication: {
    afterVerification: ({ verification }) => insistOnPerson(verification.authenticationInfo.userVerified),
  },
} as const satisfies Pick<PasskeyOptions, 'authenticatorSelection'> & Checks

function insistOnPerson(verified: boolean | undefined): void {
  if (!verified) throw new APIError('UNAUTHORIZED', { code: 'PASSKEY_NOT_VERIFIED' })
}
