import type { ChatFile, ChatMessage, ChatNews, ChatSaid } from '#contract/inbox/web-chat.ts'
import { type Client, Unanswered } from './client.ts'
import { uuid, type Waiting } from './keep.ts'

/** A message on the screen: what the server knows, or what is still on its way there. */
export type Line = ChatMessage & { state: 'sent' | 'sending' | 'failed' }
export type Claims = Pick<ChatSaid, 'name' | 'phone' | 'email'>
type Draft = { text: string; files: ChatFile[]; claims: Claims }

type Screen = {
  changed(): void
  answered(): void
  typing(name: string | null): void
  /** The server will not have it: the status. */
  refused(status: number): void
  page(): NonNullable<ChatSaid['page']>
}

/** Where words wait from one page to the next, those of whoever sits here now. */
type Store = {
  all(): Waiting[]
  put(said: ChatSaid, files: ChatFile[]): void
  drop(id: string): void
}

/** The messages of a visitor, those that wait to be sent among them. */
export function conversation(client: Client, screen: Screen, store: Store) {
  const lines = new Map<string, Line>()
  const take = taking(lines, client, screen)
  const sending = outbox(lines, { client, screen, take, store })
  const unread = (): Line[] => [...lines.values()].filter(({ sent_id, read }) => sent_id === null && !read)
  return {
    lines: () => [...lines.values()],
    take,
    ...sending,
    hear: (news: ChatNews): void => (news.kind === 'typing' ? screen.typing(news.name) : take(news.messages)),
    newest: (): string | null => [...lines.values()].filter(({ state }) => state === 'sent').at(-1)?.id ?? null,
    unread: () => unread().length,
    async seen(): Promise<void> {
      const fresh = unread()
      if (fresh.length === 0) return
      for (const line of fresh) lines.set(line.id, { ...line, read: true })
      await client.tell({ ids: fresh.map(({ id }) => id).slice(-100), state: 'read' }).catch(() => {})
    },
    clear(): void {
      lines.clear()
      sending.forget()
      screen.changed()
    },
  }
}
export type Conversation = ReturnType<typeof conversation>

type Take = (messages: readonly ChatMessage[], known?: boolean) => void

/** Takes in what the server knows; the same may come twice. Says of each answer that it has arrived. */
const taking =
  (lines: Map<string, Line>, client: Client, screen: Screen): Take =>
  (messages, known = false) => {
    const fresh = messages.filter(({ sent_id, id, read }) => sent_id === null && !read && !lines.has(id))
    for (const message of messages) {
      const key = message.sent_id ?? message.id
      // What was seen here stays seen, though the server has not heard of it yet.
      lines.set(key, { ...message, read: message.read || (lines.get(key)?.read ?? false), state: 'sent' })
    }
    if (messages.length > 0) screen.changed()
    if (fresh.length === 0) return
    void client.tell({ ids: fresh.map(({ id }) => id).slice(-100), state: 'delivered' }).catch(() => {})
    if (!known) screen.answered()
  }

type Means = { client: Client; screen: Screen; take: Take; store: Store }

/** What is on its way to the server: the same message at every try, however often it takes and from whichever page. */
function outbox(lines: Map<string, Line>, { client, screen, take, store }: Means) {
  const waiting = new Map<string, ChatSaid>()
  const mark = marking(lines, screen)
  const send = async (said: ChatSaid): Promise<void> => {
    mark(said.id, 'sending')
    try {
      take([await client.say(said)])
      waiting.delete(said.id)
      store.drop(said.id)
    } catch (error) {
      const status = error instanceof Unanswered ? error.status : 0
      if (isFinal(status)) store.drop(said.id)
      mark(said.id, 'failed')
      screen.refused(status)
    }
  }
  const keep = (said: ChatSaid, files: ChatFile[], state: Line['state']): void => {
    waiting.set(said.id, said)
    lines.set(said.id, { ...ownLine(said, files), state })
  }
  return {
    async say({ text, files, claims }: Draft): Promise<void> {
      const said = { id: uuid(), text, file_ids: files.map((file) => file.id), ...claims, page: screen.page() }
      store.put(said, files)
      keep(said, files, 'sending')
      await send(said)
    },
    /**
     * Puts back what an earlier page could not get confirmed, and says whether there was any; what has arrived
     * nevertheless waits no longer.
     */
    recall(): boolean {
      const all = store.all()
      for (const { said } of all) if (lines.get(said.id)?.state === 'sent') store.drop(said.id)
      const unknown = all.filter(({ said }) => !lines.has(said.id))
      for (const { said, files } of unknown) keep(said, files, 'failed')
      return unknown.length > 0
    },
    /** What did not get through, once more. */
    async again(): Promise<void> {
      for (const said of waiting.values()) if (lines.get(said.id)?.state === 'failed') await send(said)
    },
    forget: () => waiting.clear(),
  }
}

const marking =
  (lines: Map<string, Line>, screen: Screen) =>
  (id: string, state: Line['state']): void => {
    const line = lines.get(id)
    if (line) lines.set(id, { ...line, state })
    screen.changed()
  }

const ownLine = ({ id, text }: ChatSaid, files: ChatFile[]): Omit<Line, 'state'> => {
  const sent_at = new Date().toISOString()
  return { id, sent_id: id, author: null, text, files, sent_at, read: true }
}

/** The server will never take these words as they are: another page need not try. */
const isFinal = (status: number): boolean => status >= 400 && status < 500 && ![401, 408, 429].includes(status)
