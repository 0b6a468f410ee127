import type { ParsedMail } from 'mailparser'
import { bouncedIn, deliveryStatuses, type Bounced } from './bounced.ts'
import { foldQuotes } from './fold-quotes.ts'
import { mendCharsets } from './legacy-charsets.ts'
import { kindOf, type MailKind } from './machine-mail.ts'
import { contentOf, type MailContent, type MailFile } from './mail-files.ts'
import { addressesOf, MailHeaders, messageId, messageIds, writtenAt, type MailAddress } from './mail-headers.ts'

/** A letter as it is read, whatever shape it came in. */
export type ReceivedMail = {
  message_id: string | null
  in_reply_to: string | null
  references: string[]
  from: MailAddress | null
  to: MailAddress[]
  cc: MailAddress[]
  reply_to: MailAddress[]
  subject: string
  /** When its writer says that he wrote it: a claim. */
  date: string | null
  /** What a person may read, made of the HTML where nothing else came. */
  text: string
  html: string
  /** Together they are `text`: what the writer says, and what he quotes or signs with. */
  shown_text: string
  folded_text: string
  attachments: MailFile[]
  kind: MailKind
  bounced: Bounced[]
}

/** Letters inside letters are read this deep; below that they are files. */
const DEEPEST = 3

/** Reads a raw letter. Never fails: what cannot be read is `malformed`, with its text as far as it goes. */
export async function readMail(raw: Uint8Array): Promise<ReceivedMail> {
  return (await openMail(raw)).mail
}

/** The letter together with the content of its files. */
export async function openMail(raw: Uint8Array): Promise<{ mail: ReceivedMail; files: MailContent[] }> {
  try {
    return await read(Buffer.from(raw), 0)
  } catch {
    return { mail: unreadable(raw), files: [] }
  }
}

async function read(raw: Buffer, depth: number): Promise<{ mail: ReceivedMail; files: MailContent[] }> {
  const parsed = await worded(await parse(mendCharsets(raw)))
  const headers = new MailHeaders(parsed.headerLines ?? [])
  const parts = (parsed.attachments ?? []).map(contentOf)
  const nested = await nestedIn(parts, depth)
  const files = [...parts, ...nested.flatMap((each) => each.files)]
  const own = (parsed.text ?? '').replaceAll('\r\n', '\n')
  // Some call «delivery status» what is a text for people.
  const misnamed = parts.filter(
    (part) => IS_STATUS.test(part.content_type) && deliveryStatuses(part.content.toString('latin1')).length === 0,
  )
  const below = misnamed.map(({ content }) => content.toString('utf8')).filter((each) => !/^Reporting-MTA/im.test(each))
  const words = { own, below: [...below, ...nested.map(({ mail }) => mail.text)].filter((each) => each.trim()) }
  const html = parsed.html || (own.trim() ? '' : nested.find(({ mail }) => mail.html)?.mail.html) || ''
  return {
    files,
    mail: {
      ...(await headOf(parsed, headers)),
      ...wordsOf(words),
      html,
      attachments: files.map(bare),
      ...machineOf(parsed, { headers, parts, raw }),
    },
  }
}

const IS_STATUS = /^message\/(?:global-)?delivery-status$/
const isHeader = ({ content_type }: MailFile): boolean => content_type === 'text/rfc822-headers'
const isLetter = ({ content_type }: MailFile): boolean => /^message\/(?:rfc822|global)$/.test(content_type)
const bare = ({ name, content_type, size, sha256, inline }: MailContent): MailFile => ({
  name,
  content_type,
  size,
  sha256,
  inline,
})

async function parse(raw: Buffer): Promise<ParsedMail> {
  // Loaded with the first letter, as the client of mailboxes is.
  const { simpleParser } = await import('mailparser')
  return simpleParser(raw, {
    skipTextToHtml: true,
    skipTextLinks: true,
    skipImageLinks: true,
    keepCidLinks: true,
    keepDeliveryStatus: true,
    maxHtmlLengthToParse: 2_000_000,
  })
}

/** The parser makes words of HTML only where nothing comes with it: with pictures beside it is read once more alone. */
async function worded(parsed: ParsedMail): Promise<ParsedMail> {
  if (parsed.text?.trim() || !parsed.html) return parsed
  const alone = await parse(Buffer.from(`Content-Type: text/html; charset=utf-8\r\n\r\n${parsed.html}`))
  return { ...parsed, text: alone.text?.trim() ? alone.text : parsed.html.replaceAll(/<[^<>]*>/g, ' ') }
}

type Head = Pick<
  ReceivedMail,
  'message_id' | 'in_reply_to' | 'references' | 'from' | 'to' | 'cc' | 'reply_to' | 'subject' | 'date'
>

async function headOf(parsed: ParsedMail, headers: MailHeaders): Promise<Head> {
  return {
    message_id: messageId(headers.first('message-id')),
    in_reply_to: messageId(headers.first('in-reply-to')),
    references: messageIds(headers.first('references')),
    from: addressesOf(parsed.from)[0] ?? null,
    to: addressesOf(parsed.to),
    cc: addressesOf(parsed.cc),
    reply_to: await replyTo(parsed, headers.all('reply-to')),
    subject: (parsed.subject ?? '').trim(),
    date: writtenAt(headers.value('date')),
  }
}

/** The parser reads the last Reply-To only: of more than one each is read as a recipient is. */
async function replyTo(parsed: ParsedMail, fields: string[]): Promise<MailAddress[]> {
  if (fields.length < 2) return addressesOf(parsed.replyTo)
  const again = await parse(Buffer.from(fields.map((field) => `To: ${field}\r\n`).join('') + '\r\n'))
  return addressesOf(again.to)
}

/** What is forwarded as a file is read below the letter, and folded unless the letter says nothing itself. */
function wordsOf({
  own,
  below,
}: {
  own: string
  below: string[]
}): Pick<ReceivedMail, 'text' | 'shown_text' | 'folded_text'> {
  const text = [own, ...below].filter((each) => each.trim()).join('\n\n')
  if (!own.trim()) return { text, shown_text: text, folded_text: '' }
  const { shown_text, folded_text } = foldQuotes(own)
  return { text, shown_text, folded_text: [folded_text, ...below].filter(Boolean).join('\n\n') }
}

async function nestedIn(files: MailContent[], depth: number): Promise<{ mail: ReceivedMail; files: MailContent[] }[]> {
  if (depth >= DEEPEST) return []
  const letters = files.filter(isLetter)
  const read_ones = await Promise.all(letters.map(({ content }) => read(content, depth + 1).catch(() => null)))
  return read_ones.filter((each) => each !== null)
}

type Whole = { headers: MailHeaders; parts: MailContent[]; raw: Buffer }

function machineOf(parsed: ParsedMail, { headers, parts, raw }: Whole): Pick<ReceivedMail, 'kind' | 'bounced'> {
  const said = (chosen: MailContent[]): string => chosen.map(({ content }) => content.toString('latin1')).join('\n\n')
  const status = said(parts.filter(({ content_type }) => IS_STATUS.test(content_type)))
  const text = parsed.text ?? ''
  const kind = kindOf({
    headers,
    from: addressesOf(parsed.from)[0] ?? null,
    subject: parsed.subject ?? '',
    text,
    types: [headers.value('content-type'), ...parts.map(({ content_type }) => content_type)],
    actions: deliveryStatuses(status)
      .map(({ action }) => action)
      .filter(Boolean),
  })
  if (kind !== 'bounce') return { kind, bounced: [] }
  const copy = said(parts.filter((part) => isHeader(part) || isLetter(part) || part.content_type === 'message/partial'))
  const own = addressesOf(parsed.to).map(({ email }) => email)
  return {
    kind,
    bounced: bouncedIn(
      { text, status, copy, raw: raw.toString('latin1'), own_id: messageId(headers.first('message-id')) },
      headers.value('x-failed-recipients'),
      own,
    ),
  }
}

function unreadable(raw: Uint8Array): ReceivedMail {
  const text = new TextDecoder('utf-8').decode(raw.subarray(0, 1_000_000))
  return {
    message_id: null,
    in_reply_to: null,
    references: [],
    from: null,
    to: [],
    cc: [],
    reply_to: [],
    subject: '',
    date: null,
    text,
    html: '',
    shown_text: text,
    folded_text: '',
    attachments: [],
    kind: 'malformed',
    bounced: [],
  }
}
