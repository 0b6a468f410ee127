import { account, makePasskeyAt, passkeyOptions } from '#web/platform/auth.ts'

/** Whether this browser can make and show passkeys at all: a page that came by plain http cannot. */
export const knowsPasskeys = (): boolean =>
  typeof PublicKeyCredential === 'function' && 'parseRequestOptionsFromJSON' in PublicKeyCredential

/** Asks the device to make a passkey; false when the person has thought better of it. */
export async function addPasskey(name: string): Promise<boolean> {
  const given = await makePasskeyAt()
  const publicKey = PublicKeyCredential.parseCreationOptionsFromJSON(given)
  const made = await shown(navigator.credentials.create({ publicKey }))
  if (!made) return false
  await account('/passkey/verify-registration', { response: made.toJSON() as object, name })
  return true
}

/**
 * Signs in by a passkey; false when none was shown. With `quietly` the browser offers it in the field of the e-mail
 * and waits there until `signal` ends it.
 */
export async function signInByPasskey(quietly: boolean, signal?: AbortSignal): Promise<boolean> {
  const given = await passkeyOptions()
  const publicKey = PublicKeyCredential.parseRequestOptionsFromJSON(given)
  const asked = { publicKey, ...(quietly && { mediation: 'conditional' as const }), ...(signal && { signal }) }
  const found = await shown(navigator.credentials.get(asked))
  if (!found) return false
  await account('/passkey/verify-authentication', { response: found.toJSON() as object })
  return true
}

/** The device refuses by an error when the person closes its window; that is no fault. */
async function shown(asked: Promise<Credential | null>): Promise<PublicKeyCredential | null> {
  const given = await asked.catch(() => null)
  return given instanceof PublicKeyCredential ? given : null
}
