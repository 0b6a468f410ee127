import type { ChatLook, ChatMessage } from '#contract/inbox/web-chat.ts'
import type { Client } from './client.ts'
import { type Mounted, mount } from './widget.ts'

/** What the settings send as they are typed: the look, whether somebody is there, and the words of an example. */
type Shown = { look: ChatLook; open: boolean; example: { ask: string; answer: string; by: string } }

const never = new Promise<never>(() => {})

/** A chat that speaks with nobody: what is written in it stays on the screen. */
function pretended({ open, example }: Shown): Client {
  const at = new Date().toISOString()
  const line = (id: string, mine: boolean, text: string): ChatMessage => ({
    id,
    text,
    files: [],
    sent_at: at,
    read: true,
    sent_id: mine ? id : null,
    author: mine ? null : example.by,
  })
  const opens_at = new Date(Date.now() + 12 * 60 * 60_000).toISOString()
  return {
    talk: () =>
      Promise.resolve({
        open,
        opens_at: open ? null : opens_at,
        known: open ? ['email'] : [],
        messages: open ? [line('1', true, example.ask), line('2', false, example.answer)] : [],
      }),
    say: ({ id, text }) => Promise.resolve(line(id, true, text)),
    upload: () => Promise.reject(new Error('a preview sends nothing')),
    tell: () => Promise.resolve(),
    comeBack: () => Promise.resolve(),
    listen: () => never,
  }
}

const isShown = (data: Partial<Shown> | null): data is Shown => data?.look !== undefined

let mounted: Mounted | null = null

addEventListener('message', ({ origin, data }: MessageEvent<Partial<Shown> | null>) => {
  // A page's helpers talk to its frames as well: what is not a look is not for us.
  if (origin !== location.origin || !isShown(data)) return
  mounted?.remove()
  document.documentElement.lang =
    data.look.language === 'auto' ? parent.document.documentElement.lang : data.look.language
  mounted = mount(data.look, null, () => pretended(data))
  mounted.open({ focus: false })
})
parent.postMessage('ready', location.origin)
