import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault, type Outgoing, type Sent } from '../adapter.ts'
import { faultOf } from './faults.ts'
import { settingsOf } from './settings.ts'
import { openSmtp } from './smtp.ts'
import { forgetToken } from './tokens.ts'
import { addressee, composeLetter } from './compose.ts'
import { keepAmongSent } from './sent-copy.ts'

/** Sends a letter by the mailbox's own server, and lays a copy among the sent where the server does not. */
export async function send(message: Outgoing, access: Access, world: World): Promise<Sent> {
  if (!addressee(message).includes('@')) throw new ChannelFault('channel.no_address', '', { permanent: true })
  const settings = settingsOf(access)
  const { raw, message_id, to } = await composeLetter(message, settings, world.config.secret)
  await hand(access, world, { raw, to })
  // The letter is on its way: whatever happens to the copy must not send it again.
  if (settings.keep_sent !== false) await keepAmongSent(access, world, { raw, message_id }).catch(() => {})
  return { external_id: message_id }
}

async function hand(access: Access, world: World, { raw, to }: { raw: Buffer; to: string }): Promise<void> {
  const { address } = settingsOf(access)
  try {
    const way = await openSmtp(access, world)
    try {
      await way.sendMail({ raw, envelope: { from: address, to: [to] } })
    } finally {
      way.close()
    }
  } catch (error) {
    const fault = refusalOf(error, world.now())
    if (fault.code === 'channel.password_wrong') forgetToken(access)
    throw fault
  }
}

type SmtpError = {
  code?: string
  response?: string
  responseCode?: number
  command?: string
  message?: string
  rejectedErrors?: SmtpError[]
}

/** No such mailbox, or no such domain: nothing will reach anybody there. */
const NOBODY =
  /\b5\.1\.(?:1|2|3|6|10)\b|\b5\.2\.1\b|user (?:is )?(?:unknown|not found)|unknown user|no such (?:user|mailbox|recipient|person)|(?:mailbox|recipient|address|account)[^.]{0,40}(?:not exist|not found|unavailable|unknown|disabled|rejected)|does ?n[o']t exist|не существует|не найден/i

/** Why a letter was not taken: 4xx is tried later, 5xx never, and a wrong password is the mailbox's own matter. */
export function refusalOf(error: unknown, now: Date): ChannelFault {
  if (error instanceof ChannelFault) return error
  const raw = error as SmtpError
  const said = raw.rejectedErrors?.[0] ?? raw
  const number = said.responseCode ?? raw.responseCode ?? 0
  if (raw.code === 'EAUTH' || number < 400) return faultOf(error, now)
  const words = said.response ?? raw.response ?? said.message ?? ''
  // It wants another sign-in.
  if (number === 530 || number === 535) return faultOf({ ...raw, code: 'EAUTH', response: words }, now)
  return number < 500 ? new ChannelFault('channel.later', words) : refusedForGood(words, raw.command ?? '')
}

function refusedForGood(words: string, command: string): ChannelFault {
  const [permanent, of_recipient] = [true, command === '' || command.startsWith('RCPT')]
  if (/\b5\.2\.2\b|quota|mailbox (?:is )?full|переполнен/i.test(words))
    return new ChannelFault('channel.box_full', words, { permanent })
  if (!of_recipient && /\b5\.3\.4\b|\b552\b|too (?:large|big)|size/i.test(words))
    return new ChannelFault('channel.letter_too_large', words, { permanent })
  const reach = of_recipient && NOBODY.test(words) ? 'bounced' : null
  return new ChannelFault('channel.letter_refused', words, { permanent, reach })
}
