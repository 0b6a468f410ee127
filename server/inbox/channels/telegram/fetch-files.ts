import { LRUCache } from 'lru-cache'
import { ChannelFault, type ReceivedFile } from '../adapter.ts'
import type { Bot } from './bot.ts'
import type { Wanted } from './message-files.ts'

/** More than this Telegram's own servers give to no bot. */
export const FETCH_LIMIT = 20 * 1024 * 1024

const PATIENCE_MS = 120_000

/** Since when a file is asked for in vain: one that Telegram never gives may not hold up for ever what comes after it. */
const asked = new LRUCache<string, number>({ max: 1000, ttl: 24 * 3600 * 1000, noUpdateTTL: true })
const AT_ALL_MS = 15 * 60_000

/** Bytes of the files of a message; where Telegram does not give them, why. What may be otherwise in a minute is thrown. */
export async function fetchFiles(bot: Bot, wanted: readonly Wanted[], signal: AbortSignal): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  // One after another: an album of ten videos need not stand in memory at once.
  for (const file of wanted) files.push(await fetchFile(bot, file, signal))
  return files
}

async function fetchFile(bot: Bot, { name, part, file_id, size }: Wanted, signal: AbortSignal): Promise<ReceivedFile> {
  if (size !== null && size > FETCH_LIMIT) return { name, part, fault: 'channel.file_over_20mb' }
  try {
    const { file_path } = await bot.call('getFile', { file_id }, signal)
    if (!file_path) return { name, part, fault: 'channel.file_gone' }
    return { name: withEnd(name, file_path), part, bytes: await bytesOf(bot.fileUrl(file_path), signal) }
  } catch (error) {
    if (!(error instanceof ChannelFault)) throw error
    if (!error.permanent) {
      const since = asked.get(file_id) ?? Date.now()
      asked.set(file_id, since)
      if (Date.now() - since < AT_ALL_MS || error.retry_at || error.code === 'channel.token_wrong') throw error
      return { name, part, fault: 'channel.file_not_given' }
    }
    return {
      name,
      part,
      fault: error.code === 'channel.file_too_large' ? 'channel.file_over_20mb' : 'channel.file_gone',
    }
  }
}

async function bytesOf(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const reply = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) }).catch(
    (error: unknown) => {
      signal.throwIfAborted()
      throw new ChannelFault('channel.unreachable', (error as Error).name)
    },
  )
  if (reply.ok) return new Uint8Array(await reply.arrayBuffer())
  await reply.body?.cancel()
  const gone = reply.status === 404 || reply.status === 400 || reply.status === 410
  throw new ChannelFault(gone ? 'channel.file_gone' : 'channel.unreachable', `HTTP ${reply.status}`, {
    permanent: gone,
  })
}

/** A document without a name gets the ending that Telegram gives its bytes. */
function withEnd(name: string, file_path: string): string {
  const end = /\.\w{1,5}$/.exec(file_path)?.[0]
  return end && !/\.\w{1,5}$/.test(name) ? `${name}${end}` : name
}
