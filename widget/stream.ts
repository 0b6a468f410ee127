import type { ChatNews } from '#contract/inbox/web-chat.ts'
import { type Client, Unanswered } from './client.ts'

type Ears = { hear(news: ChatNews): void; newest(): string | null; connected(): void }

const LONGEST_MS = 30_000
/** A page that nobody has looked at for so long gives its connection back: browsers have few of them. */
const HIDDEN_MS = 5 * 60_000

/** Keeps a stream open while the page is looked at, and begins again where it broke off. */
export function stream(client: Client, ears: Ears) {
  let stop: AbortController | null = null
  let pause = 1000
  const run = async (own: AbortController): Promise<void> => {
    while (!own.signal.aborted) {
      try {
        ears.connected()
        await client.listen((news) => ((pause = 1000), ears.hear(news)), ears.newest, own.signal)
      } catch (error) {
        const status = error instanceof Unanswered ? error.status : 0
        // Shut out, or not there: asking again would not help.
        if (status >= 400 && status < 500 && status !== 429) return
      }
      await rest(pause * (0.7 + Math.random() * 0.6), own.signal)
      pause = Math.min(pause * 2, LONGEST_MS)
    }
  }
  const start = (): void => {
    if (stop) return
    stop = new AbortController()
    void run(stop)
  }
  const end = (): void => {
    stop?.abort()
    stop = null
  }
  return whileLookedAt(start, end)
}

/** Runs while it is wanted and the page is looked at, and anew when the network comes back. */
function whileLookedAt(start: () => void, end: () => void) {
  let wanted = false
  let hidden = 0
  document.addEventListener('visibilitychange', () => {
    clearTimeout(hidden)
    if (document.visibilityState === 'hidden') hidden = setTimeout(end, HIDDEN_MS)
    else if (wanted) start()
  })
  window.addEventListener('online', () => {
    if (!wanted) return
    end()
    start()
  })
  return {
    start: () => ((wanted = true), start()),
    end: () => ((wanted = false), end()),
  }
}

const rest = (ms: number, signal: AbortSignal): Promise<void> =>
  new Promise((resolve) => {
    setTimeout(resolve, ms)
    signal.addEventListener('abort', () => resolve())
  })
