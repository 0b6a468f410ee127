import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { Value } from 'typebox/value'
import { ChatIdentity } from '#contract/inbox/web-chat.ts'
import { Refused, stranger } from '#platform/errors.ts'
import type { Chat } from './chats.ts'

/** Who writes: a browser by its own key, or a user of the site by the site's signed word. */
export type Who = { kind: 'key'; hash: Buffer } | { kind: 'user'; identity: ChatIdentity }

/** What a site signs: id, e-mail and phone, so that none of them can be put beside another's. */
export const signedText = ({ id, email = '', phone = '' }: Pick<ChatIdentity, 'id' | 'email' | 'phone'>): string =>
  [id, email, phone].join('\n')

export const signatureOf = (secret: string, identity: Parameters<typeof signedText>[0]): Buffer =>
  createHmac('sha256', secret).update(signedText(identity)).digest()

export const hashOfKey = (key: string): Buffer => createHash('sha256').update(key).digest()

/** Reads who asks from his `Authorization`; a signature that is not the site's is refused, never overlooked. */
export function whoAsks(chat: Chat, authorization: string | undefined): Who {
  const [, scheme, given = ''] = /^(Bearer|Identity) ([\w-]+)$/.exec(authorization ?? '') ?? []
  if (scheme === 'Bearer' && given.length === 43) return { kind: 'key', hash: hashOfKey(given) }
  if (scheme !== 'Identity') throw new Refused(stranger())
  return { kind: 'user', identity: provenIdentity(chat, given) }
}

function provenIdentity({ identitySecret }: Chat, given: string): ChatIdentity {
  const identity_secret = identitySecret()
  const identity = read(given)
  const fits =
    identity !== null &&
    identity_secret !== null &&
    // A line of its own in one field must not pass for the next field.
    ![identity.id, identity.email, identity.phone].some((part) => part?.includes('\n')) &&
    timingSafeEqual(Buffer.from(identity.signature, 'hex'), signatureOf(identity_secret, identity))
  if (!fits) throw new Refused({ status: 403, code: 'chat.identity_wrong' })
  return identity
}

function read(given: string): ChatIdentity | null {
  try {
    const value: unknown = JSON.parse(Buffer.from(given, 'base64url').toString('utf8'))
    return Value.Check(ChatIdentity, value) ? value : null
  } catch {
    return null
  }
}

/** What his writes are counted by. */
export const marksOf = (who: Who): string =>
  who.kind === 'user' ? `user ${who.identity.id}` : who.hash.toString('hex')
