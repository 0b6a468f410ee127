import type { ImapFlow } from 'imapflow'
import type { Cursor, Following, Signal } from '../adapter.ts'
import { LARGEST } from './imap.ts'
import { settingsOf } from './settings.ts'
import { type FolderState, stateOf, taken, withState } from './cursor.ts'
import { type Letter, signalsOf } from './letter-signals.ts'

export type MailFolder = { path: string; junk: boolean; sent?: boolean }

const DAY = 24 * 60 * 60_000
/** Of a mailbox that is connected now, what came within so long before is taken, too. */
const BEFORE_CONNECTING = DAY
/** How far back is looked after a server has given all letters other numbers. */
const BEFORE_RENUMBERING = 14 * DAY
/** How many letters, and how many bytes of them, are in hand at once. */
const AT_ONCE = 40
const BYTES_AT_ONCE = 8_000_000
/** How often a letter is asked for that the server cannot give. */
const PATIENCE = 10
/** So far below the last one is looked for what appeared late. */
const LATE = 200

export type Reading = Pick<Following, 'access' | 'world' | 'signal' | 'take' | 'log'> & {
  client: ImapFlow
  cursor: Cursor
  /** Whether the line is new: what was missed on the old one is looked for. */
  fresh: boolean
  /** A folder is open now: what the server tells from here on is news. */
  opened(): void
}

/**
 * Takes what is new in a folder, in its order. A cut between two batches loses nothing and doubles nothing.
 *
 * @returns whether it was opened: the server tells of news in the folder that was opened last
 */
export async function readFolder(reading: Reading, folder: MailFolder): Promise<boolean> {
  const { client } = reading
  const before = stateOf(reading.cursor, folder.path)
  if (folder.path !== 'INBOX' && before && !(await hasNews(client, folder.path, before))) return false
  const box = await client.mailboxOpen(folder.path, { readOnly: !marksRead(reading, folder) })
  reading.opened()
  let state = stateFor(before, { validity: String(box.uidValidity), next: box.uidNext, now: reading.world.now() })
  for (const uids of chunks(await newOnes(client, state, reading.fresh), 500)) {
    for (const batch of await batchesOf(client, uids, state)) {
      if (reading.signal.aborted) return true
      state = await takeBatch(reading, { folder, batch, state })
    }
    // Those that are too old are passed over for good.
    state = { ...state, uid: Math.max(state.uid, ...uids) }
  }
  const at = reading.world.now().toISOString()
  const first = before?.validity !== state.validity || before.uid !== state.uid
  state = { ...state, read_at: at }
  if (state.again) state = ended(state)
  if (first) await keep(reading, { folder, state, signals: [] })
  else reading.cursor = withState(reading.cursor, folder.path, state)
  return true
}

/** What ours have sent they have read. */
const marksRead = ({ access }: Reading, { sent = false }: MailFolder): boolean =>
  settingsOf(access).mark_read === true && !sent

async function hasNews(client: ImapFlow, path: string, { validity, uid, missing }: FolderState): Promise<boolean> {
  const { uidValidity, uidNext } = (await client.status(path, { uidNext: true, uidValidity: true })) || {}
  return String(uidValidity) !== validity || (uidNext ?? Infinity) > uid + 1 || Object.keys(missing).length > 0
}

type Now = { validity: string; next: number; now: Date }

function stateFor(before: FolderState | null, { validity, next, now }: Now): FolderState {
  if (before?.validity === validity) return before
  const fresh = { validity, uid: 0, recent: [], missing: {}, read_at: now.toISOString() }
  if (!before) return { ...fresh, since: new Date(now.getTime() - BEFORE_CONNECTING).toISOString() }
  const lately = new Date(Date.parse(before.read_at) - BEFORE_RENUMBERING).toISOString()
  const since = lately > before.since ? lately : before.since
  return { ...fresh, since: before.since, again: { until: next - 1, since } }
}

const ended = ({ again, ...state }: FolderState): FolderState =>
  again && state.uid < again.until ? { ...state, uid: again.until } : state

/** UIDs that were not taken yet, ascending: above the last, those that could not be got, and those that came late. */
async function newOnes(client: ImapFlow, state: FolderState, fresh: boolean): Promise<number[]> {
  const { uid, recent, missing } = state
  const search = async (query: object): Promise<number[]> => (await client.search(query, { uid: true })) || []
  // A server answers `n:*` with its last letter even where that is below n.
  const above =
    uid === 0
      ? await search({ since: new Date(Date.parse(sinceOf(state, 1)) - DAY) })
      : (await search({ uid: `${uid + 1}:*` })).filter((each) => each > uid)
  const low = Math.max(recent[0] ?? Infinity, uid - LATE)
  const late =
    fresh && low < uid ? (await search({ uid: `${low}:${uid}` })).filter((each) => !recent.includes(each)) : []
  return [...new Set([...Object.keys(missing).map(Number), ...late, ...above])].sort((a, b) => a - b)
}

const sinceOf = ({ since, again }: FolderState, uid: number): string =>
  again && uid <= again.until ? again.since : since

type Known = { uid: number; size: number; came_at: Date }

/** Letters of these UIDs that came lately enough, in batches that memory holds. */
async function batchesOf(client: ImapFlow, uids: number[], state: FolderState): Promise<Known[][]> {
  const known: Known[] = []
  for await (const { uid, size = 0, internalDate } of client.fetch(
    uids,
    { uid: true, size: true, internalDate: true },
    { uid: true },
  ))
    known.push({ uid, size, came_at: new Date(internalDate ?? Date.now()) })
  const young = known.filter(({ uid, came_at }) => came_at.toISOString() >= sinceOf(state, uid))
  const batches: Known[][] = []
  let bytes = Infinity
  for (const letter of young.sort((a, b) => a.uid - b.uid)) {
    const batch = batches.at(-1)
    const fits = batch && batch.length < AT_ONCE && bytes + letter.size <= BYTES_AT_ONCE
    if (fits) batch.push(letter)
    else batches.push([letter])
    bytes = fits ? bytes + letter.size : letter.size
  }
  return batches
}

type Taking = { folder: MailFolder; batch: Known[]; state: FolderState }

async function takeBatch(reading: Reading, { folder, batch, state }: Taking): Promise<FolderState> {
  const { letters, failed } = await fetchLetters(reading, batch, folder)
  const reader = { address: settingsOf(reading.access).address, secret: reading.world.config.secret }
  const signals: Signal[] = []
  for (const letter of letters) signals.push(...(await signalsOf(letter, reader)))
  const after = missed(
    taken(
      state,
      letters.map(({ uid }) => uid),
    ),
    failed,
    Math.max(...batch.map(({ uid }) => uid)),
  )
  await keep(reading, { folder, state: after, signals })
  if (marksRead(reading, folder) && letters.length > 0)
    await reading.client.messageFlagsAdd(
      letters.map(({ uid }) => uid),
      ['\\Seen'],
      { uid: true },
    )
  return after
}

async function keep(
  reading: Reading,
  { folder, state, signals }: { folder: MailFolder; state: FolderState; signals: Signal[] },
) {
  reading.signal.throwIfAborted()
  const moved = withState(reading.cursor, folder.path, state)
  await reading.take(signals, moved)
  reading.cursor = moved
}

/** What the server could not give is asked for again at the next look, and given up after many. */
function missed(state: FolderState, failed: readonly number[], last: number): FolderState {
  const tries = failed.map((uid) => [String(uid), (state.missing[uid] ?? 0) + 1] as const)
  const missing = { ...state.missing, ...Object.fromEntries(tries) }
  for (const [uid, count] of tries) if (count >= PATIENCE) delete missing[uid]
  return { ...state, uid: Math.max(state.uid, last), missing }
}

type Fetched = { letters: Letter[]; failed: number[] }

/** All at once; where the server stumbles over one of them, each alone, so that it holds up none of the others. */
async function fetchLetters(
  { client, log }: Reading,
  batch: Known[],
  { junk, sent = false }: MailFolder,
): Promise<Fetched> {
  const get = async (some: Known[]): Promise<Letter[]> => {
    const by_uid = new Map(some.map((each) => [each.uid, each]))
    const letters: Letter[] = []
    const source = { maxLength: LARGEST }
    for await (const { uid, source: raw } of client.fetch([...by_uid.keys()], { uid: true, source }, { uid: true })) {
      const known = by_uid.get(uid)
      if (raw && known) letters.push({ uid, raw, came_at: known.came_at, junk, sent, cut: raw.length >= LARGEST })
    }
    return letters.sort((a, b) => a.uid - b.uid)
  }
  try {
    return { letters: await get(batch), failed: [] }
  } catch (error) {
    if (!client.usable) throw error
  }
  const whole: Fetched = { letters: [], failed: [] }
  for (const each of batch) {
    try {
      whole.letters.push(...(await get([each])))
    } catch (error) {
      if (!client.usable) throw error
      log(`letter ${each.uid} cannot be fetched`, error)
      whole.failed.push(each.uid)
    }
  }
  return whole
}

const chunks = <T>(all: T[], size: number): T[][] =>
  Array.from({ length: Math.ceil(all.length / size) }, (_, at) => all.slice(at * size, (at + 1) * size))
