import pg from 'pg'

export type Bell = {
  /** Tells every node, soon and at most twenty times a second, that facts were committed. */
  ring(): void
  /** Tells every node that a session of this user, or of anybody, may have ended or changed. */
  sessionsChanged(user_id: string | null): void
  close(): Promise<void>
}

type Ears = { onFacts: () => void; onSessions: (user_id: string | null) => void; log: (error: unknown) => void }

/** How soon a ring follows a commit, and how far apart rings are in a rush, in milliseconds. */
const [SOON_MS, APART_MS] = [20, 50]

/** Rings soon after it is asked, once for all who ask meanwhile: at each ring every node looks, which costs as much as a write. */
function inRushes(ring: () => void) {
  let due: NodeJS.Timeout | null = null
  let rung = -Infinity
  const now = () => {
    due = null
    rung = performance.now()
    ring()
  }
  return {
    ask: (): void => {
      due ??= setTimeout(now, Math.max(SOON_MS, rung + APART_MS - performance.now()))
    },
    stop: (): void => clearTimeout(due ?? undefined),
  }
}

/**
 * One listening connection of a node. It rings after the commit and outside of it: NOTIFY inside the writers'
 * transactions would make their commits wait for each other. A ring that a crash swallows is made good by the
 * poll: whoever listens also looks every two seconds.
 */
export async function hangBell(direct_url: string, ears: Ears): Promise<Bell> {
  let client: pg.Client | null = null
  let closed = false
  const connect = async () => {
    const next = await listening(direct_url, ears, () => {
      client = null
      if (!closed) setTimeout(() => void connect().catch(() => {}), 300).unref()
    })
    if (closed) return next.end()
    client = next
    // What was rung while nobody listened is found by looking.
    ears.onSessions(null)
    ears.onFacts()
  }
  // One after another: the connection takes one query at a time.
  let last: Promise<unknown> = Promise.resolve()
  const notify = (channel: string, payload = '') => {
    last = last.then(() => client?.query('select pg_notify($1, $2)', [channel, payload]).catch(ears.log))
  }
  await connect()
  const rush = inRushes(() => notify('naryad_facts'))
  const poll = setInterval(ears.onFacts, 2000).unref()
  return {
    ring: rush.ask,
    sessionsChanged: (user_id) => {
      ears.onSessions(user_id)
      notify('naryad_sessions', user_id ?? '')
    },
    close: async () => {
      closed = true
      clearInterval(poll)
      rush.stop()
      await last
      await client?.end().catch(() => {})
    },
  }
}

/**
 * A connection that listens.
 * @param lost called once when it is over, also where it could not be made: that both fails and ends
 */
async function listening(direct_url: string, ears: Ears, lost: () => void): Promise<pg.Client> {
  const client = new pg.Client({
    connectionString: direct_url,
    application_name: 'naryad bell',
    connectionTimeoutMillis: 15_000,
  })
  let over = false
  const end = () => {
    if (over) return
    over = true
    lost()
  }
  client.on('error', ears.log).on('end', end)
  client.on('notification', ({ channel, payload }) =>
    channel === 'naryad_facts' ? ears.onFacts() : ears.onSessions(payload || null),
  )
  try {
    await client.connect()
    await client.query('set synchronous_commit = off; listen naryad_facts; listen naryad_sessions')
    return client
  } catch (error) {
    void client.end().catch(() => {})
    end()
    throw error
  }
}
