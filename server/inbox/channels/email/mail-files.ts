import { createHash } from 'node:crypto'
import type { Attachment } from 'mailparser'

export type MailFile = {
  name: string
  content_type: string
  size: number
  sha256: string
  /** A picture that the letter itself shows. */
  inline: boolean
}

/** A file of a letter with what is in it: the poller stores it. */
export type MailContent = MailFile & { content: Buffer; cid: string | null }

const ENDINGS: Record<string, string> = {
  'message/rfc822': '.eml',
  'text/calendar': '.ics',
  'image/jpeg': '.jpg',
  'image/png': '.png',
  'image/gif': '.gif',
  'application/pdf': '.pdf',
  'text/html': '.html',
  'text/plain': '.txt',
  'text/rfc822-headers': '.txt',
  'message/delivery-status': '.txt',
}

export function contentOf(attachment: Attachment, at: number): MailContent {
  const { content, filename, related, contentDisposition, cid } = attachment
  const content_type = declaredType(attachment)
  return {
    name: safeName(filename) || `file-${at + 1}${ENDINGS[content_type] ?? ''}`,
    content_type,
    size: content.length,
    sha256: createHash('sha256').update(content).digest('hex'),
    inline: related || (contentDisposition === 'inline' && Boolean(cid)),
    content,
    cid: cid ?? null,
  }
}

/** What the letter says; the parser guesses by the name where nothing of use is said. */
function declaredType({ headers, contentType }: Attachment): string {
  const declared = headers.get('content-type')
  const value = typeof declared === 'object' && declared !== null && 'value' in declared ? declared.value : declared
  return typeof value === 'string' && /^[\w.+-]+\/[\w.+-]+$/.test(value) ? value.toLowerCase() : contentType
}

/** A name that leads nowhere and hides nothing: no folders, no signs that turn the writing round, not too long. */
export function safeName(name: string | false | undefined): string {
  const bare = (name || '')
    .slice(-1000)
    .normalize('NFC')
    // eslint-disable-next-line no-control-regex
    .replaceAll(/[\u0000-\u001f\u007f\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
    .replaceAll(/^.*[/\\]/g, '')
    .replaceAll(/[<>:"|?*]/g, '_')
    .replace(/^[\s.]+|[\s.]+$/g, '')
  if (bare.length <= 150) return bare
  const ending = /\.[^.]{1,10}$/.exec(bare)?.[0] ?? ''
  return bare.slice(0, 150 - ending.length) + ending
}
