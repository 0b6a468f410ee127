import MailComposer from 'nodemailer/lib/mail-composer'
import type Mail from 'nodemailer/lib/mailer'
import { wordsFor } from '#words/index.ts'
import type { Outgoing, Quoted } from '../adapter.ts'
import type { MailSettings } from './settings.ts'
import { bareSubject } from './letter-signals.ts'
import { isMessageId } from './place.ts'
import { ownMessageId, plusAddress } from './signed.ts'

/** Letters to customers are written in Russian, as all the product writes to the outside. */
const say = wordsFor('ru')

/** So much of what is answered is quoted, in signs: the rest is in the letter before. */
const LONGEST_QUOTE = 10_000
/** So many references go out; RFC 5322 keeps the first and the last. */
const MOST_REFERENCES = 30

export type Letter = { raw: Buffer; message_id: string; to: string }

/** A letter in its bytes: the same Message-ID at every try. */
export async function composeLetter(message: Outgoing, settings: MailSettings, secret: string): Promise<Letter> {
  const { address } = settings
  const message_id = ownMessageId(secret, message.message_id, address)
  const to = addressee(message)
  const composer = new MailComposer({
    from: { name: settings.name?.trim() || message.author.company, address },
    to,
    subject: subjectOf(message),
    messageId: message_id,
    date: message.now,
    ...bodyOf(message, settings),
    ...threadOf(message),
    ...replyTo(message, settings, secret),
    headers: message.author.name === null ? AUTOMATIC : {},
    attachments: message.files.map(({ name, mime, open }) => ({ filename: name, contentType: mime, content: open() })),
  })
  return { raw: await composer.compile().build(), message_id, to }
}

/** So that no machine answers a machine (RFC 3834). */
const AUTOMATIC = { 'Auto-Submitted': 'auto-replied', 'X-Auto-Response-Suppress': 'All' }

/** Where he asked to be answered; else the address from which he wrote. */
export function addressee({ to, conversation }: Outgoing): string {
  const asked = conversation.facts['reply_to']
  return typeof asked === 'string' && asked !== '' ? asked : (to?.value ?? '')
}

function subjectOf({ conversation, last_in, author }: Outgoing): string {
  const title = bareSubject(conversation.title ?? '')
  if (last_in) return `Re: ${title ?? say('mail.answer.subject')}`
  return title ?? author.company
}

/** The letter that it answers, and those before it: so it stands in the thread of whoever reads it. */
function threadOf({ reply_to, last_in }: Outgoing): Pick<Mail.Options, 'inReplyTo' | 'references'> {
  const answered = reply_to ?? last_in
  if (!answered?.external_id || !isMessageId(answered.external_id)) return {}
  // As they are kept the newest comes first.
  const older = answered.references.filter((each) => isMessageId(each) && each !== answered.external_id).toReversed()
  const [first, ...rest] = older
  const chain = first === undefined ? [] : [first, ...rest.slice(-MOST_REFERENCES)]
  return { inReplyTo: answered.external_id, references: [...chain, answered.external_id] }
}

function replyTo(
  message: Outgoing,
  { address, plus, name }: MailSettings,
  secret: string,
): Pick<Mail.Options, 'replyTo'> {
  const signed = plus ? plusAddress(secret, message.conversation.id, address) : null
  return signed ? { replyTo: { name: name?.trim() || message.author.company, address: signed } } : {}
}

function bodyOf(message: Outgoing, { signature }: MailSettings): Pick<Mail.Options, 'text' | 'html'> {
  const sign = signature?.trim() || [message.author.name, message.author.company].filter(Boolean).join('\n')
  const answered = message.reply_to ?? message.last_in
  const own = `${message.text.trim()}\n\n-- \n${sign}\n`
  const html = `${paragraphs(message.text.trim())}\n<p>-- <br>${lines(sign)}</p>`
  // What answers by itself hands nobody's words on: who is named as the sender need not have written them (RFC 3834).
  if (!answered || message.author.name === null) return { text: own, html: page(html) }
  const [line, quote] = [
    attribution(answered, message.time_zone ?? 'UTC'),
    answered.text.slice(0, LONGEST_QUOTE).trim(),
  ]
  const marked = quote.split('\n').map((each) => (each.startsWith('>') || each === '' ? `>${each}` : `> ${each}`))
  return {
    text: `${own}\n${line}\n${marked.join('\n')}\n`,
    html: page(`${html}\n<p>${escaped(line)}</p>\n<blockquote style="${QUOTE}">${paragraphs(quote)}</blockquote>`),
  }
}

const QUOTE = 'margin:0 0 0 8px;padding-left:12px;border-left:2px solid #ccc;color:#555'
const page = (body: string): string =>
  `<!doctype html><html><head><meta charset="utf-8"></head><body>${body}</body></html>`

/** The line above a quotation, by which our own reader and others fold it. */
function attribution({ author, sent_at }: Quoted, time_zone: string): string {
  const day = sent_at.toLocaleDateString('ru-RU', { timeZone: time_zone })
  const time = sent_at.toLocaleTimeString('ru-RU', { timeZone: time_zone, hour: '2-digit', minute: '2-digit' })
  const [when, bare] = [`${day} ${time}`, author.replaceAll(/\s+/g, ' ').trim()]
  return bare ? say('mail.answer.attribution', { when, author: bare }) : say('mail.answer.attribution_you', { when })
}

const escaped = (text: string): string =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;')

const linked = (text: string): string =>
  text.replaceAll(/\bhttps?:\/\/[^\s<>"]+[^\s<>".,;:!?)]/g, (url) => `<a href="${url}">${url}</a>`)

const lines = (text: string): string => linked(escaped(text)).replaceAll('\n', '<br>')

const paragraphs = (text: string): string =>
  text
    .split(/\n{2,}/)
    .map((each) => `<p>${lines(each)}</p>`)
    .join('\n')
