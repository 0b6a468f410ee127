import { createHash } from 'node:crypto'
import type { Received, ReceivedFile, Sender, Signal } from '../adapter.ts'
import type { Bounced } from '../email/bounced.ts'
import type { MailContent } from '../email/mail-files.ts'
import { type ReceivedMail, openMail } from '../email/read-mail.ts'
import { dialogueReference } from './place.ts'
import { dialogueOfAddresses, messageOfOwnId } from './signed.ts'
import { type Envelope, envelopeOf } from './envelope.ts'

/** A letter as it lies at the server. */
export type Letter = { raw: Uint8Array; uid: number; came_at: Date; junk: boolean; sent?: boolean; cut: boolean }
/** Whose mailbox it is, and by what own letters are known. */
export type Reader = { address: string; secret: string }

/** What a letter says to the product: a message, and of a bounce what did not arrive and whom nothing reaches. */
export async function signalsOf(letter: Letter, reader: Reader): Promise<Signal[]> {
  const { mail, files } = await openMail(letter.raw)
  const envelope = envelopeOf(letter.raw)
  if (isOwn({ mail, envelope, reader })) return []
  const whole = { letter, mail, files, envelope, reader }
  if (letter.sent) return writtenElsewhere(whole)
  const message = messageOf(whole)
  return [message, ...mail.bounced.flatMap((each) => returned(each, letter, { envelope, mail, reader }))]
}

/** A copy of what we sent ourselves. */
const isOwn = ({ mail: { message_id, from }, envelope, reader: { address, secret } }: Report): boolean =>
  from?.email.toLowerCase() === address.toLowerCase() &&
  [message_id, envelope.first_id].some((id) => id !== null && messageOfOwnId(secret, id) !== null)

/** A letter among the sent that a person wrote in another program (INB-39). What a machine sends from there is no answer. */
function writtenElsewhere(whole: Whole): Signal[] {
  const { mail, reader } = whole
  const { thread, ...message } = messageOf(whole)
  const to = [...mail.to, ...mail.cc]
    .map(({ email }) => email.trim().toLowerCase())
    .filter((value) => value.includes('@') && value !== reader.address.toLowerCase())
    .map((value) => ({ kind: 'email' as const, value }))
  if (mail.kind !== 'person' || to.length === 0) return []
  const author = mail.from?.name.trim() || mail.from?.email || reader.address
  return [{ ...message, thread: { key: null, title: thread.title ?? null }, sender: null, elsewhere: { author, to } }]
}

type Whole = { letter: Letter; mail: ReceivedMail; files: MailContent[]; envelope: Envelope; reader: Reader }

function messageOf(whole: Whole): Received {
  const { letter, mail, envelope } = whole
  const { raw, uid, came_at } = letter
  const sender = mail.kind === 'bounce' ? null : senderOf(mail, envelope)
  const references = referencesOf(whole)
  const machine = machineOf(whole)
  const digest = createHash('sha256').update(raw).digest('hex')
  const titled = !machine || references.length === 0
  return {
    kind: 'message',
    external_id: mail.message_id ?? `sha256:${digest}`,
    twin_id: `sha256:${digest}`,
    thread: {
      key: null,
      ...(titled ? { title: bareSubject(mail.subject) } : {}),
      ...(machine || !sender ? {} : { facts: { reach: sender.value, reply_to: replyTo(mail, sender) } }),
    },
    sender,
    sent_at: came_at,
    position: uid,
    text: mail.shown_text,
    folded: mail.folded_text,
    html: mail.html || null,
    files: filesOf(whole),
    reply_to: mail.in_reply_to,
    machine,
    references,
    raw: { bytes: raw, name: nameOf(mail) },
  }
}

/** Where nothing is said of the writer, what the servers noted on its way. */
function senderOf({ from, reply_to }: ReceivedMail, { return_path }: Envelope): Sender | null {
  const at = [from, ...reply_to, return_path ? { name: '', email: return_path } : null].find((each) =>
    each?.email.includes('@'),
  )
  if (!at) return null
  const value = at.email.trim().toLowerCase()
  return { kind: 'email', value, name: (from?.name || at.name).trim() || value }
}

/** Where he wants to be answered, if not where he writes from. */
const replyTo = ({ reply_to }: ReceivedMail, sender: Sender): string | null => {
  const asked = reply_to.find(({ email }) => email.includes('@'))?.email.toLowerCase()
  return asked === undefined || asked === sender.value ? null : asked
}

/** Newest first: what it answers, then what that answered. A letter that its server calls forged refers to nothing. */
function referencesOf({ mail, envelope, reader }: Whole): string[] {
  const dialogue = dialogueOfAddresses(reader.secret, [
    ...[...mail.to, ...mail.cc].map(({ email }) => email),
    ...envelope.delivered_to,
  ])
  const own = mail.bounced.flatMap(({ message_id }) => message_id ?? [])
  const named = envelope.forged
    ? []
    : [...own, ...(mail.in_reply_to ? [mail.in_reply_to] : []), ...mail.references.toReversed()]
  const ids = [...new Set(named.filter((id) => /^<[^<>\s]{1,990}>$/.test(id)))].slice(0, 50)
  return dialogue ? [dialogueReference(dialogue), ...ids] : ids
}

/** What lies among the spam calls nobody, unless it answers a letter of ours; nor does a copy that one of ours sent himself. */
function machineOf({ letter, mail, envelope, reader }: Whole): NonNullable<Received['machine']> | null {
  if (mail.kind === 'bounce' || mail.kind === 'complaint') return mail.kind
  if (mail.kind === 'auto-reply') return envelope.newsletter ? 'notice' : 'auto-reply'
  if (!letter.sent && isCopyToOurselves(mail, reader)) return 'notice'
  const answers = [mail.in_reply_to, ...mail.references].some((id) => id !== null && messageOfOwnId(reader.secret, id))
  return letter.junk && !answers ? 'notice' : null
}

/** From us to others, with us beside them or hidden. A form of the company's site writes from us to us, for a person. */
const isCopyToOurselves = ({ from, to }: ReceivedMail, { address }: Reader): boolean => {
  const ours = ({ email }: { email: string }) => email.trim().toLowerCase() === address.toLowerCase()
  return from !== null && ours(from) && to.length > 0 && !to.some(ours)
}

function filesOf({ letter, files }: Whole): ReceivedFile[] {
  const kept = files.map(({ name, content, cid, content_type, inline }): ReceivedFile => ({
    name,
    bytes: content,
    part: content_type.startsWith('image/') ? 'picture' : 'file',
    ...(inline && cid ? { content_id: cid.replace(/^<|>$/g, '') } : {}),
  }))
  return letter.cut ? [...kept, { name: 'letter.eml', part: 'file', fault: 'channel.letter_too_large' }] : kept
}

/** A subject without what programs put before it when they answer or hand on. */
export const bareSubject = (subject: string): string | null =>
  subject
    .replace(/^(?:\s*\[?(?:re|fwd?|aw|wg|ha|ответ|отв|адказ|пересл?|нa|fw)(?:\[\d+\])?\]?\s*[:：])+\s*/iu, '')
    .trim()
    .slice(0, 300) || null

const nameOf = ({ subject }: ReceivedMail): string => `${(bareSubject(subject) ?? 'letter').slice(0, 80)}.eml`

type Report = { envelope: Envelope; mail: ReceivedMail; reader: Reader }

/** Only of a letter that we have signed: whoever was not written to by us has nothing to report. */
function returned(
  { address, message_id, permanent }: Bounced,
  { came_at }: Letter,
  { envelope, mail, reader }: Report,
): Signal[] {
  if (message_id === null || messageOfOwnId(reader.secret, message_id) === null) return []
  const words = envelope.diagnosis || mail.shown_text.replaceAll(/\s+/g, ' ').slice(0, 500)
  const back: Signal = { kind: 'returned', external_id: message_id, permanent, words, at: came_at }
  const value = address.toLowerCase()
  return permanent
    ? [back, { kind: 'reach', identity: { kind: 'email', value }, fault: 'bounced', at: came_at }]
    : [back]
}
