import type {
  ChatFile,
  ChatLook,
  ChatMessage,
  ChatNews,
  ChatReceipts,
  ChatSaid,
  ChatTalk,
} from '#contract/inbox/web-chat.ts'

/** Why the server would not: its status, 0 when it was not reached. */
export class Unanswered extends Error {
  readonly status: number
  constructor(status: number) {
    super(String(status))
    this.status = status
  }
}

export type Client = {
  talk(): Promise<ChatTalk>
  say(said: ChatSaid): Promise<ChatMessage>
  upload(file: File): Promise<ChatFile>
  tell(receipts: ChatReceipts): Promise<void>
  comeBack(link: string): Promise<void>
  /** Listens until the signal; `last` names the newest message that is known. */
  listen(hear: (news: ChatNews) => void, last: () => string | null, signal: AbortSignal): Promise<void>
}

/** How the widget speaks with the product; `who` is asked at every request. */
export function clientOf({ base, channel_id }: ChatLook, who: () => string): Client {
  const ask = async (path: string, init: RequestInit = {}): Promise<Response> => {
    const headers = { authorization: who(), ...(init.headers as Record<string, string>) }
    const answer = await fetch(`${base}/chat/${channel_id}/${path}`, {
      ...init,
      headers,
      credentials: 'omit',
      referrerPolicy: 'no-referrer',
    }).catch(() => {
      throw new Unanswered(0)
    })
    if (!answer.ok) throw new Unanswered(answer.status)
    return answer
  }
  const post = async <R>(path: string, body: object): Promise<R> => {
    const headers = { 'content-type': 'application/json' }
    // What is said goes on when the page is left: the browser carries up to 64 kB for it, and a message has less.
    const sent = { method: 'POST', headers, body: JSON.stringify(body), keepalive: true }
    return (await ask(path, sent)).json() as Promise<R>
  }
  return {
    talk: async () => (await ask('talk')).json() as Promise<ChatTalk>,
    say: (said) => post('messages', said),
    tell: (receipts) => post('receipts', receipts),
    comeBack: (link) => post('returns', { link }),
    async upload(file) {
      const form = new FormData()
      form.set('file', file)
      return (await ask('files', { method: 'POST', body: form })).json() as Promise<ChatFile>
    },
    async listen(hear, last, signal) {
      const since = last()
      const answer = await ask('stream', { signal, ...(since && { headers: { 'last-event-id': since } }) })
      if (answer.body) await read(answer.body, hear)
    },
  }
}

/** Server-sent events, read by hand: a browser's own reader sends no header, and a key in an address would be written down. */
async function read(body: ReadableStream<Uint8Array>, hear: (news: ChatNews) => void): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader()
  let rest = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return
    rest += value
    const parts = rest.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1]
      if (data) hear(JSON.parse(data) as ChatNews)
    }
  }
}
