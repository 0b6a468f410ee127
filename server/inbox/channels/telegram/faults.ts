import { GrammyError, HttpError } from 'grammy'
import { ChannelFault } from '../adapter.ts'

/** What Telegram's refusal of a message is, by its words: they are all there is beside the number. */
const refusals: readonly [RegExp, string, { permanent: true; reach?: 'blocked' }][] = [
  [
    /bot was blocked|user is deactivated|can't initiate conversation/i,
    'channel.blocked',
    { permanent: true, reach: 'blocked' },
  ],
  [
    /kicked from|not a member|bot was removed|group.* (is )?deactivated|chat was deleted/i,
    'channel.group_left',
    { permanent: true },
  ],
  [
    /not enough rights|have no rights|CHAT_(WRITE|SEND_\w+)_FORBIDDEN|TOPIC_CLOSED/i,
    'channel.no_right',
    { permanent: true },
  ],
  [
    /chat not found|PEER_ID_INVALID|BUSINESS_CONNECTION_INVALID|thread not found/i,
    'channel.chat_gone',
    { permanent: true },
  ],
  [/file is too big|too large/i, 'channel.file_too_large', { permanent: true }],
]

/** A group has another id by now; what was for it may be sent there at once. */
export class MovedFault extends ChannelFault {
  readonly chat_id: number

  constructor(words: string, chat_id: number) {
    super('channel.chat_gone', words)
    this.chat_id = chat_id
  }
}

/** Anything that a call throws, as what it means to a channel; what is ours is given back as it is. */
export function faultOf(error: unknown, now: Date): unknown {
  if (error instanceof HttpError) return new ChannelFault('channel.unreachable', causeOf(error))
  return error instanceof GrammyError ? refusalOf(error, now) : error
}

function refusalOf({ error_code, description, parameters }: GrammyError, now: Date): ChannelFault {
  if (error_code === 401 || error_code === 404) return new ChannelFault('channel.token_wrong', description)
  if (error_code === 409) return new ChannelFault('channel.conflict', description)
  if (error_code === 429) {
    const retry_at = new Date(now.getTime() + (parameters.retry_after ?? 5) * 1000)
    return new ChannelFault('channel.too_many', description, { retry_at })
  }
  if (parameters.migrate_to_chat_id) return new MovedFault(description, parameters.migrate_to_chat_id)
  if (error_code === 413) return new ChannelFault('channel.file_too_large', description, { permanent: true })
  if (error_code >= 500) return new ChannelFault('channel.unreachable', description)
  const known = refusals.find(([words]) => words.test(description))
  return known
    ? new ChannelFault(known[1], description, known[2])
    : new ChannelFault('channel.message_refused', description, { permanent: true })
}

/** Why the network refused, without the address: the token stands in it. */
function causeOf({ error }: HttpError): string {
  const { code, name, message = '' } = (error ?? {}) as { code?: string; name?: string; message?: string }
  return code ?? (message.replace(/https?:\/\/\S+/g, '…') || name || '')
}
