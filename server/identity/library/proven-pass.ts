import { randomBytes } from 'node:crypto'
import { verifyPassword } from 'better-auth/crypto'

/** Words that each stand for a password once, while one request lasts. */
const passes = new Set<string>()

/**
 * Lets a request through where the library asks for the password and the person has proved himself already, perhaps by
 * a passkey. The word is random, known to nobody outside and gone with the request.
 */
export async function withPass<T>(run: (pass: string) => Promise<T>): Promise<T> {
  const pass = randomBytes(32).toString('base64url')
  passes.add(pass)
  try {
    return await run(pass)
  } finally {
    passes.delete(pass)
  }
}

export const passwordFits = async ({ hash, password }: { hash: string; password: string }): Promise<boolean> =>
  passes.delete(password) || verifyPassword({ hash, password })
