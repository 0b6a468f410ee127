/** An address that a letter did not reach, which letter it was, and whether it is of use to try again. */
export type Bounced = { address: string; message_id: string | null; permanent: boolean }

/** A group of fields of a delivery status (RFC 3464), one for each recipient. */
type Status = { address: string; action: string; status: string }

/** Bounded, so that a mile of signs without a blank is looked through once. */
const EMAIL = String.raw`(?<![\w.+-])[^\s<>"'(),;:\[\]@]{1,100}@[^\s<>"'(),;:\[\]@]{1,200}[^\s<>"'(),;:\[\].@]`

export function deliveryStatuses(report: string): Status[] {
  const flat = report.replaceAll(/\r?\n[ \t]+/g, ' ')
  return flat.split(/\r?\n\s*\r?\n/).flatMap((group) => {
    const field = (name: string): string =>
      new RegExp(`^${name}[ \\t]*:[ \\t]*(.*)$`, 'im').exec(group)?.[1]?.trim() ?? ''
    const recipient = field('Final-Recipient') || field('X-Actual-Recipient') || field('Original-Recipient')
    const action = field('Action').toLowerCase()
    const address =
      new RegExp(EMAIL).exec(recipient)?.[0] ?? new RegExp(EMAIL).exec(field('Original-Recipient'))?.[0] ?? ''
    return action || recipient ? [{ address, action, status: field('Status') }] : []
  })
}

const LATER =
  /\bdelay(?:ed)?\b|will (?:be )?(?:retry|retried|try|keep trying|continue)|warning|temporar|still being retried|no action is required|\b4\.\d\.\d{1,3}\b|задерж|будет повтор|временн|ещё не доставлено/i
const NEVER = /permanent|\b5\.\d\.\d{1,3}\b|\b55\d\b|given up|giving up|user unknown|no such user|does not exist|fatal/i

/**
 * A report in its parts: what it says to people, what to machines, the letter that comes back, whole or its header, and
 * all of it raw with its own id, for where the letter could not be told apart.
 */
export type Report = { text: string; status: string; copy: string; raw: string; own_id: string | null }

/** Whom a bounce is about. `own` are addresses that are never those that failed: the mailbox it came to. */
export function bouncedIn(report: Report, failed: string, own: readonly string[]): Bounced[] {
  const { above, below } = cutCopy(report.text)
  const message_id =
    [report.copy, below, report.status, above].map(messageIn).find((id) => id !== null) ?? lastIdIn(report)
  // Some servers put the fields into the text itself.
  const statuses = deliveryStatuses(`${report.status}\n\n${above}`).filter(
    ({ address, action }) => address && !/^(?:delivered|relayed|expanded)/.test(action),
  )
  if (statuses.length > 0) {
    const by = new Map(statuses.map((each) => [each.address.toLowerCase(), each]))
    return [...by.values()].map(({ address, action, status }) => ({
      address,
      message_id,
      permanent: action !== 'delayed' && !status.startsWith('4'),
    }))
  }
  const permanent = NEVER.test(above) || !LATER.test(above)
  return addressesNamed(above + recipientsOf(report.copy || below), failed, own).map((address) => ({
    address,
    message_id,
    permanent,
  }))
}

const messageIn = (text: string): string | null =>
  /^[ \t>]*(?:Original-)?Message-ID[ \t]*:\s*(<[^<>\s]+>)/im.exec(text)?.[1] ?? null

/** The letter that came back was sent to somebody: the last resort, where the report itself names nobody. */
const recipientsOf = (copy: string): string => {
  const to = /^To:[^\r\n]*(?:\r?\n[ \t][^\r\n]*)*/im.exec(copy)?.[0] ?? ''
  return `\n\n${to}`
}

function lastIdIn({ raw, own_id }: Report): string | null {
  const ids = [...raw.matchAll(/^[ \t>]*Message-ID[ \t]*:\s*(<[^<>\s]+>)/gim)].map(([, id = '']) => id)
  return ids.findLast((id) => id !== own_id) ?? null
}

/** Where the report ends and the letter begins. */
const COPY =
  /^(?:[ \t>-]*(?:this is a copy of|below this line is|------ this is|original message|the (?:original )?message (?:headers|follows)|копия|текст вашего|message header|unsent message below|included is a copy|returned message)|return-path[ \t]*:|received[ \t]*:)/im

function cutCopy(text: string): { above: string; below: string } {
  const at = COPY.exec(text)?.index ?? text.length
  return at < 20 ? { above: text, below: '' } : { above: text.slice(0, at), below: text.slice(at) }
}

const TOLD = /rcpt to|recipient|deliver\w*\b[^\n]{0,60}\bto|доставить[^\n]{0,60}/

/** `X-Failed-Recipients`, else addresses that stand first in a line or in brackets of the report. */
function addressesNamed(text: string, failed: string, own: readonly string[]): string[] {
  const listed = failed.match(new RegExp(EMAIL, 'g')) ?? []
  const ours = new Set(own.map((address) => address.toLowerCase()))
  const strong = [...text.matchAll(new RegExp(`^[ \\t]*<?(${EMAIL})>?(?:[ \\t]*[:.]|[ \\t]*$|[ \\t(])`, 'gm'))]
  const told = [...text.matchAll(new RegExp(`(?:${TOLD.source})[^\\n@]{0,20}?<?(${EMAIL})`, 'gi'))]
  const any = [...text.matchAll(new RegExp(`<?(${EMAIL})>?`, 'g'))]
  const chosen = [
    listed,
    strong.map(([, each = '']) => each),
    told.map(([, each = '']) => each),
    any.map(([, each = '']) => each),
  ]
    .map((list) => list.filter((address) => !ours.has(address.toLowerCase()) && !/^mailer-daemon@/i.test(address)))
    .find((list) => list.length > 0)
  return [...new Map((chosen ?? []).map((each) => [each.toLowerCase(), each])).values()].slice(0, 50)
}
