import assert from 'node:assert/strict'
import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import * as channels from '#contract/inbox/channels.ts'
import * as dialogues from '#contract/inbox/conversations.ts'
import {
  type ChatFile,
  type ChatIdentity,
  type ChatMessage,
  type ChatNews,
  type ChatSaid,
  type ChatTalk,
  usualWebChat,
  type WebChatSettings,
} from '#contract/inbox/web-chat.ts'
import { startWorker } from '#platform/jobs/worker.ts'
import { jobs, reactions } from '#server/contexts.ts'
import { atEnd } from '../at-end.ts'
import { done } from '../as.ts'
import { product } from '../product.ts'
import type { Company } from '../world.ts'

/** The site that carries the chat in tests. */
export const SITE = 'https://uborka.example'

/** The company's chat for a site. Limits are counted by address, and all tests come from one. */
export async function connectChat(
  { owner }: Pick<Company, 'owner'>,
  more: Partial<WebChatSettings> = {},
  secrets: Record<string, string> = {},
): Promise<channels.Channel> {
  await (await product()).process.doorway.pool.unsafe('delete from auth.tries')
  const settings = { ...usualWebChat, title: 'ЧистоГрад', sites: [SITE], hours: 'always', ...more }
  return done(owner, channels.connectChannel, { kind: 'web_chat', settings, secrets })
}

let working: Promise<unknown> | null = null

/** The queue of the product of this file: what is answered goes out. */
export function workQueue(): Promise<unknown> {
  working ??= (async () => {
    const { process } = await product()
    const { doorway, database, world, log, ears } = process
    const worker = await startWorker(
      { doorway, direct_url: database.direct_url, world, log },
      { jobs, reactions, clock: [] },
    )
    ears.onFacts.push(worker.wake)
    worker.wake()
    atEnd(() => worker.stop())
  })()
  return working
}

export const signedBy = (secret: string, given: Omit<ChatIdentity, 'signature'>): ChatIdentity => ({
  ...given,
  signature: createHmac('sha256', secret)
    .update([given.id, given.email ?? '', given.phone ?? ''].join('\n'))
    .digest('hex'),
})

export type Visitor = Awaited<ReturnType<typeof visitorOf>>

/** Somebody at a page of the site: with a key of his own, or the site's signed word. */
export async function visitorOf(
  { id }: { id: string },
  {
    origin = SITE,
    identity,
    key = randomBytes(32).toString('base64url'),
  }: { origin?: string; identity?: ChatIdentity; key?: string } = {},
) {
  const { url } = await product()
  const authorization = identity
    ? `Identity ${Buffer.from(JSON.stringify(identity)).toString('base64url')}`
    : `Bearer ${key}`
  const ask = (path: string, init: RequestInit = {}): Promise<Response> =>
    fetch(`${url}/chat/${id}/${path}`, {
      ...init,
      headers: { origin, authorization, ...(init.headers as Record<string, string>) },
    })
  const post = (path: string, body: unknown): Promise<Response> =>
    ask(path, { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) })
  const put = (file: File): Promise<Response> => {
    const form = new FormData()
    form.set('file', file)
    return ask('files', { method: 'POST', body: form })
  }
  const page = { url: `${origin}/klining`, title: 'Клининг', referrer: 'https://www.google.com/', language: 'ru-BY' }
  return {
    key,
    ask,
    post,
    put,
    talk: () => ok<ChatTalk>(ask('talk')),
    try: (said: Partial<ChatSaid>) => post('messages', { id: randomUUID(), text: '', page, ...said }),
    say: (text: string, more: Partial<ChatSaid> = {}) =>
      ok<ChatMessage>(post('messages', { id: randomUUID(), text, page, ...more })),
    send: (file: File) => ok<ChatFile>(put(file)),
    listen: (last?: string) => listen(ask, last),
  }
}

async function ok<T>(answer: Promise<Response>): Promise<T> {
  const response = await answer
  const text = await response.text()
  assert.equal(response.status, 200, text)
  return JSON.parse(text) as T
}

/** The visitor's stream: what it tells, one after another. */
async function listen(ask: (path: string, init?: RequestInit) => Promise<Response>, last?: string) {
  const stop = new AbortController()
  const response = await ask('stream', { signal: stop.signal, ...(last && { headers: { 'last-event-id': last } }) })
  assert.equal(response.status, 200)
  const news = read(response.body!)
  return {
    headers: response.headers,
    next: async () => (await news.next()).value as ChatNews,
    /** Tells up to and with the first for which the question is answered with yes. */
    async until(question: (one: ChatNews) => boolean): Promise<ChatNews[]> {
      const heard: ChatNews[] = []
      for (;;) {
        const one = (await news.next()).value as ChatNews
        heard.push(one)
        if (question(one)) return heard
      }
    },
    end: () => stop.abort(),
  }
}

async function* read(body: ReadableStream<Uint8Array>): AsyncGenerator<ChatNews> {
  let rest = ''
  for await (const chunk of body.pipeThrough(new TextDecoderStream())) {
    rest += chunk
    const parts = rest.split('\n\n')
    rest = parts.pop() ?? ''
    for (const part of parts) {
      const data = /^data: (.*)$/m.exec(part)?.[1]
      if (data) yield JSON.parse(data) as ChatNews
    }
  }
}

export const saying =
  (text: string) =>
  (news: ChatNews): boolean =>
    news.kind === 'messages' && news.messages.some((message) => message.text === text)

/** The only dialogue of a company, as its owner sees it. */
export async function onlyDialogue({ owner }: Pick<Company, 'owner'>): Promise<dialogues.Conversation> {
  const { rows } = await done(owner, dialogues.listConversations, {})
  assert.equal(rows.length, 1, JSON.stringify(rows))
  return done(owner, dialogues.getConversation, { conversation_id: rows[0]!.id })
}
