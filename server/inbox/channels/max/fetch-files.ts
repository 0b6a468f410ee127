import { ChannelFault, type ReceivedFile } from '../adapter.ts'
import type { Max } from './api.ts'
import type { Wanted } from './read-update.ts'

/** MAX gives files of gigabytes; more than this is not taken into memory. */
const LIMIT = 50 * 1024 * 1024
const PATIENCE_MS = 180_000

/** Bytes of the files of a message; where there are none, why. What may be otherwise in a minute is thrown. */
export async function fetchFiles(max: Max, wanted: readonly Wanted[], signal: AbortSignal): Promise<ReceivedFile[]> {
  const files: ReceivedFile[] = []
  for (const { name, part, ...where } of wanted) {
    try {
      files.push({ name, part, bytes: await bytesOf(await addressOf(max, where, signal), signal) })
    } catch (error) {
      if (!(error instanceof ChannelFault) || !error.permanent) throw error
      files.push({ name, part, fault: error.code === 'channel.file_too_heavy' ? error.code : 'channel.file_gone' })
    }
  }
  return files
}

/** Of a video its sizes are asked for: the largest that MAX has made. */
async function addressOf(
  max: Max,
  { url, video }: Pick<Wanted, 'url' | 'video'>,
  signal: AbortSignal,
): Promise<string> {
  if (!video) return url ?? gone()
  const { urls } = await max.call<{ urls?: Record<string, string | null> | null }>('GET', `/videos/${video}`, {
    signal,
  })
  const sizes = Object.entries(urls ?? {}).flatMap(([name, at]) =>
    at && name.startsWith('mp4_') ? [[Number(name.slice(4)), at] as const] : [],
  )
  return sizes.toSorted(([a], [b]) => b - a)[0]?.[1] ?? gone()
}

const gone = (): never => {
  throw new ChannelFault('channel.file_gone', '', { permanent: true })
}

async function bytesOf(url: string, signal: AbortSignal): Promise<Uint8Array> {
  const heavy = () => new ChannelFault('channel.file_too_heavy', '', { permanent: true })
  try {
    const reply = await fetch(url, { signal: AbortSignal.any([signal, AbortSignal.timeout(PATIENCE_MS)]) })
    if (!reply.ok)
      throw new ChannelFault('channel.file_gone', `HTTP ${reply.status}`, { permanent: reply.status < 500 })
    if (Number(reply.headers.get('content-length')) > LIMIT) throw heavy()
    const parts: Uint8Array[] = []
    let size = 0
    for await (const part of (reply.body ?? []) as AsyncIterable<Uint8Array>) {
      size += part.length
      if (size > LIMIT) throw heavy()
      parts.push(part)
    }
    return Buffer.concat(parts)
  } catch (error) {
    if (error instanceof ChannelFault) throw error
    signal.throwIfAborted()
    throw new ChannelFault('channel.unreachable', (error as Error).name)
  }
}
