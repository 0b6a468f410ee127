import { ChannelFault } from '../adapter.ts'

/** What MAX says when it refuses: the code holds, the words may change. */
export type Refusal = { code?: string; message?: string }

type When = { now: Date; retry_after: string | null }

const PERMANENT = { permanent: true }

/** A refusal as what it means to a channel. */
export function faultOf(
  status: number,
  { code = '', message = '' }: Refusal,
  { now, retry_after }: When,
): ChannelFault {
  const words = [code, message].filter(Boolean).join(': ')
  if (status === 401 || code === 'verify.token') return new ChannelFault('channel.token_wrong', words)
  if (status === 429) {
    const seconds = Number(retry_after) || 5
    return new ChannelFault('channel.too_many', words, { retry_at: new Date(now.getTime() + seconds * 1000) })
  }
  // A file is being worked on at MAX: the message is taken in a moment.
  if (code === 'attachment.not.ready') return new ChannelFault('channel.file_not_ready', words)
  if (status >= 500) return new ChannelFault('channel.unreachable', words)
  if (/suspended|blocked|dialog\.not\.found/i.test(words))
    return new ChannelFault('channel.blocked', words, { ...PERMANENT, reach: 'blocked' })
  if (status === 403 || code === 'chat.denied') return new ChannelFault('channel.group_left', words, PERMANENT)
  if (status === 404) return new ChannelFault('channel.chat_gone', words, PERMANENT)
  if (status === 413) return new ChannelFault('channel.file_too_large', words, PERMANENT)
  return new ChannelFault('channel.message_refused', words, PERMANENT)
}
