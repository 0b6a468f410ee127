import autocannon from 'autocannon'

/** Requests answered in a second, and how long they took, in milliseconds. */
export type Figures = { per_second: number; p50_ms: number; p99_ms: number }

export type Shot = { method: 'GET' | 'POST'; path: string; headers?: Record<string, string>; body?: string }

type Load = { url: string; seconds: number; connections: number; shots: (number: number) => Shot }

/** Fires at a server with so many connections at once. An answer that is no success ends the measurement, and so does none. */
export async function fire({ url, seconds, connections, shots }: Load): Promise<Figures> {
  let number = 0
  let refused = ''
  const request = {
    onResponse: (status: number, body: string) => void (status < 400 || (refused ||= `${status} ${body}`)),
    setupRequest: (plain: object) => {
      const { method, path, headers = {}, body } = shots(++number)
      return { ...plain, method, path, headers, body: body ?? null }
    },
  }
  const result = await autocannon({
    url,
    connections,
    duration: seconds,
    requests: [request],
  } as unknown as autocannon.Options)
  if (result.non2xx > 0 || result.errors > 0)
    throw new Error(`${url}: ${result.non2xx} refusals, ${result.errors} errors, the first: ${refused}`)
  if (result.requests.total === 0) throw new Error(`${url}: nothing was answered within ${seconds} s`)
  return { per_second: result.requests.total / result.duration, p50_ms: result.latency.p50, p99_ms: result.latency.p99 }
}

/** The middle one of several runs, by its speed. */
export function middle(runs: Figures[]): Figures {
  const sorted = runs.toSorted((a, b) => a.per_second - b.per_second)
  const found = sorted[Math.floor(sorted.length / 2)]
  if (!found) throw new Error('nothing was measured')
  return found
}
