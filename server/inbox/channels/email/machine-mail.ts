import { either } from './quote-words.ts'
import type { MailAddress, MailHeaders } from './mail-headers.ts'

export type MailKind = 'person' | 'auto-reply' | 'bounce' | 'complaint' | 'malformed'

export type Signs = {
  headers: MailHeaders
  from: MailAddress | null
  subject: string
  /** Own text of the letter. */
  text: string
  /** The media types of all its parts, with their parameters. */
  types: readonly string[]
  /** Of the delivery status: `failed`, `delayed`, `delivered` … */
  actions: readonly string[]
}

/**
 * Who wrote a letter: a person, or a machine of which kind. Only a person is ever answered automatically and only his
 * letter opens a request, so what is not surely a person's is a machine's when several signs of one meet.
 */
export function kindOf(signs: Signs): MailKind {
  const { headers, text } = signs
  if (
    headers.size === 0 ||
    (!headers.has('from') &&
      !headers.has('date') &&
      !headers.has('message-id') &&
      !headers.has('subject') &&
      !text.trim())
  )
    return 'malformed'
  if (isComplaint(signs)) return 'complaint'
  if (isBounce(signs)) return 'bounce'
  return isAutomatic(signs) ? 'auto-reply' : 'person'
}

const has = (types: readonly string[], pattern: RegExp): boolean => types.some((type) => pattern.test(type))

function isComplaint({ types, from, subject, headers, text }: Signs): boolean {
  if (/"notificationType"\s*:\s*"Complaint"/.test(text)) return true
  if (has(types, /^message\/feedback-report|report-type="?feedback-report/i)) return true
  if (headers.has('x-hmxmroriginalrecipient') || headers.has('x-report-abuse-to')) return true
  return (
    /^(?:complaint about message from|email feedback report|abuse report)/i.test(subject) &&
    /staff@|abuse|feedback|complaint|fbl/i.test(from?.email ?? '')
  )
}

const DAEMON =
  /^(?:mailer[-_.]?daemon|post_?master|double-bounce|mail[-_.]?delivery|mail\.delivery\.system|mailerdaemon|bounces?|ndr)(?:[+@\d.-]|$)/i
const DAEMON_NAME =
  /mailer[- ]?daemon|mail delivery (?:sub)?system|mail administrator|system administrator|postmaster|mail delivery|ndr administrator/i

/** Subjects of reports that a letter did not arrive, as servers word them. */
const FAILED = new RegExp(
  either(
    /un-?deliver(?:able|ed)|returned mail|return(?:ed|ing)? (?:message )?to sender|failure notice|failed delivery/,
    /delivery (?:status )?(?:notification|failure|failed|report|has failed|problem)|delivery.{0,20}(?:fail|delay)/,
    /mail(?: system)? (?:error|failure|failed)|could not be (?:sent|delivered)|not delivered|non[- ]?delivery/,
    /bounce (?:notification|notice|message)|warning: (?:could not send|message)|message delayed|mail could not/,
    /error sending your mail|errors from|loop alert|postmaster notify|rejected:|quota exceeded/,
    /не доставлен|недоставлен|не может быть доставлен|доставка.{0,30}(?:не удал|невозмож|задерж)|сбой доставки/,
    /ошибка доставки|не уда(?:лось|[её]тся) доставить|не дастаўлен|не доставлено|помилка доставки/,
    /unzustellbar|zustellung|niedostarcz|échec|エラー|退信/,
  ),
  'iu',
)
const FAILED_TEXT = new RegExp(
  either(
    /(?:could ?n[o']t|can ?not|unable to|not able to|failed to|wasn't able to|was not|can't) (?:be )?(?:deliver|sen[dt])/,
    /delivery.{0,40}(?:fail|delay)|user unknown|unknown user|mailbox (?:unavailable|full|not found)|undeliverable/,
    /\b[45]\.\d\.\d{1,3}\b|\b5[05]\d[ -]|не (?:было |удалось |может быть )?достав/,
  ),
  'iu',
)

function isBounce(signs: Signs): boolean {
  const { headers, text, types, actions } = signs
  if (headers.has('x-failed-recipients') || /"notificationType"\s*:\s*"Bounce"/.test(text)) return true
  // A report that all went well, or that the letter was read, asks for nothing.
  if (actions.length > 0) return actions.some((action) => !/^(?:delivered|relayed|expanded)/i.test(action))
  if (has(types, /report-type="?disposition-notification|^message\/disposition-notification/i)) return false
  if (has(types, /report-type="?delivery-status|^message\/(?:global-)?delivery-status/i)) return true
  return isWordedBounce(signs)
}

/** Older servers say in words alone that a letter did not arrive: believed of those who send nothing else. */
function isWordedBounce({ headers, from, subject, text, types }: Signs): boolean {
  const [address, name] = [from?.email ?? '', from?.name ?? '']
  const failed = FAILED.test(subject)
  if (DAEMON.test(address) || DAEMON_NAME.test(name) || DAEMON.test(name))
    return failed || FAILED_TEXT.test(text) || isNobody(headers)
  const machine = /^(?:no-?reply|notifications?|\S+-admin)(?:[+@]|$)/i.test(address)
  return failed && (machine || isNobody(headers) || /multipart\/report/i.test(types[0] ?? ''))
}

/** Reports leave with an empty return path, so that nothing can answer them. */
const isNobody = (headers: MailHeaders): boolean => headers.all('return-path').some((path) => /^<\s*>$/.test(path))

const AUTOMATIC_SUBJECT =
  /^\s*(?:\[?(?:re|fwd?|ответ|ha|aw)\]?:\s*)*(?:auto(?:matic|mated)?[- ]?(?:re(?:ply|sponse|sponder)|antwort|réponse)|out of (?:the )?office|vacation|away from|автоответ|автоматический ответ|автоматическое уведомление|аўтаадказ|аўтаматычны адказ|автовідповід|автоматична відповідь|нет на (?:рабочем )?месте|вне офиса|в отпуске|abwesenheit|automatische antwort|réponse automatique|respuesta automática|risposta automatica|odpowiedź automatyczna|autoreply|自动回复)/iu

const MACHINE_HEADERS = [
  'x-autoreply',
  'x-autorespond',
  'x-autoresponder',
  'x-autoreply-from',
  'x-mail-autoreply',
  'x-autogenerated',
  'x-auto-reply',
  'x-vacation',
  'x-cron-env',
  'x-loop',
  'x-fc-machinegenerated',
  'feedback-id',
]

/** Fields that only automatic letters have, with what they say in them. */
const SAYING_SO: [string, RegExp][] = [
  ['auto-submitted', /^(?!no\b)./i],
  ['x-auto-response-suppress', /\b(?:all|oof|autoreply)\b/i],
  ['x-apple-action', /vacation/i],
  ['x-ms-exchange-generated-message-source', /auto/i],
  ['precedence', /^(?:junk|auto_reply)$/i],
]

function isAutomatic({ headers, subject, types, actions, from }: Signs): boolean {
  if (actions.length > 0 || has(types, /disposition-notification/i) || isNobody(headers)) return true
  if (MACHINE_HEADERS.some((name) => headers.has(name))) return true
  if (SAYING_SO.some(([name, pattern]) => pattern.test(headers.value(name)))) return true
  // A newsletter; a list that people write to says where to.
  const to_many = headers.has('list-unsubscribe') || /^bulk$/i.test(headers.value('precedence'))
  if (to_many && !headers.has('list-post')) return true
  return AUTOMATIC_SUBJECT.test(subject) || DAEMON.test(from?.email ?? '')
}
