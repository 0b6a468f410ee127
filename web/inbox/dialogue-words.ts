import type { ConversationRow } from '#contract/inbox/conversations.ts'
import { decimal } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'

/** So long a person may wait before it is trouble: half an hour. */
const LONG = 30 * 60_000

export const longWait = (since: string, now = new Date()): boolean => now.getTime() - Date.parse(since) >= LONG

/** With whom a dialogue is: a contact, or a group by its name. */
export const nameOf = ({ contact, title }: Pick<ConversationRow, 'contact' | 'title'>): string =>
  contact?.name ?? title ?? t('inbox.somebody')

/** A file's size as people read it: «184 КБ», «1,2 МБ». */
export function sizeOf(bytes: number): string {
  if (bytes < 1_000_000) return t('inbox.kb', { n: Math.max(1, Math.round(bytes / 1000)) })
  return t('inbox.mb', { n: decimal(Math.round(bytes / 100_000) / 10) })
}
