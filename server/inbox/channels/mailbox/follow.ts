import type { ImapFlow } from 'imapflow'
import type { Following } from '../adapter.ts'
import { faultOf } from './faults.ts'
import { openImap } from './imap.ts'
import { type MailSettings, settingsOf } from './settings.ts'
import { type MailFolder, type Reading, readFolder } from './read-folder.ts'

/** How long the server may say nothing before all folders are looked at again, in milliseconds. */
const LOOK = 60_000

/** Follows a mailbox on one line: takes what is new in its folders, waits for the server to say that there is more. */
export async function follow(following: Following): Promise<void> {
  const { access, world, signal } = following
  const client = await openImap(access, world)
  const line = new AbortController()
  const end = () => client.close()
  signal.addEventListener('abort', end, { once: true })
  // What was asked on a line that is gone is never answered: nobody waits for it.
  const gone = new Promise<never>((_, reject) => {
    client.on('close', () => {
      line.abort()
      reject(new Error('the server closed the line'))
    })
  })
  let keeping: Promise<unknown> = Promise.resolve()
  const take: Following['take'] = (...letters) => {
    const kept = following.take(...letters)
    keeping = kept.catch(() => {})
    return kept
  }
  try {
    if (signal.aborted) return
    const reading = { ...following, take, client, signal: AbortSignal.any([signal, line.signal]) }
    await Promise.race([gone, readOn(reading)])
  } catch (error) {
    if (!signal.aborted) throw faultOf(error, world.now())
  } finally {
    signal.removeEventListener('abort', end)
    end()
    gone.catch(() => {})
    // What is being kept is kept, before whoever comes next reads on from there.
    await keeping
  }
}

async function readOn(following: Following & { client: ImapFlow }): Promise<void> {
  const { client, access, signal } = following
  const { others, sent } = await foldersOf(client, settingsOf(access))
  const ear = listen(client, signal)
  const reading: Reading = { ...following, fresh: true, opened: ear.forget }
  while (!signal.aborted) {
    for (const folder of [...others, INBOX]) {
      await readFolder(reading, folder)
      await following.alive()
    }
    // After what it answers. Then the inbox is the folder again of which the server tells.
    if (sent && (await readFolder(reading, sent))) await readFolder(reading, INBOX)
    reading.fresh = false
    await ear.news()
  }
}

const INBOX: MailFolder = { path: 'INBOX', junk: false }

/** What is read beside the inbox: what the provider takes for spam, folders of the settings, and what ours have sent. */
async function foldersOf(client: ImapFlow, { folders = [], read_sent = true }: MailSettings) {
  const list = await client.list()
  const sent = list.find(({ specialUse }) => specialUse === '\\Sent')
  const spam = list.filter(({ specialUse }) => specialUse === '\\Junk').map(({ path }) => ({ path, junk: true }))
  const named = list
    .filter(
      ({ path }) =>
        folders.includes(path) &&
        ![INBOX.path, sent?.path].includes(path.toUpperCase() === 'INBOX' ? INBOX.path : path) &&
        !spam.some((each) => each.path === path),
    )
    .map(({ path }) => ({ path, junk: false }))
  return { others: [...spam, ...named], sent: read_sent && sent && { path: sent.path, junk: false, sent: true } }
}

/** What the server tells by itself, also while it is asked for something else. */
function listen(client: ImapFlow, signal: AbortSignal) {
  let heard = false
  let wake = () => {}
  const hear = () => {
    heard = true
    wake()
  }
  client.on('exists', hear)
  signal.addEventListener('abort', hear, { once: true })
  return {
    forget: () => void (heard = false),
    /** Until it says that there is something, or a while is over; also where it cannot say so by itself. */
    news: async () => {
      if (heard) return
      const told = new Promise<void>((resolve) => (wake = resolve))
      const timer = setTimeout(wake, LOOK)
      // The next command ends it.
      if (client.capabilities.has('IDLE')) client.idle().catch(wake)
      await told
      clearTimeout(timer)
    },
  }
}
