import type { ChatFile, ChatIdentity, ChatLook, ChatSaid } from '#contract/inbox/web-chat.ts'
import { type Client, clientOf, Unanswered } from './client.ts'
import { type Claims, type Conversation, conversation } from './conversation.ts'
import { credentials, type Keeper, keeper, takeReturn } from './keep.ts'
import { launcher, pageNow, shadowOf } from './launcher.ts'
import { type Panel, panelView } from './panel.ts'
import { beep } from './sound.ts'
import { stream } from './stream.ts'
import { type Locale, localeOf, type T, wordsIn } from './words.ts'

export type Mounted = {
  /** `focus: false` where nobody has asked for it. */
  open(how?: { focus: boolean }): void
  close(): void
  identify(user: ChatIdentity | null): void
  remove(): void
}

const TYPING_MS = 7000

/** What a chat on a page is made of. */
type Parts = {
  look: ChatLook
  keep: Keeper
  t: T
  locale: Locale
  client: Client
  talk: Conversation
  news: ReturnType<typeof stream>
  launch: ReturnType<typeof launcher>
  root: ShadowRoot
  panel: Panel | null
  shown: boolean
}

/** Puts the chat on the page, in a tree of its own that the page's styles do not reach. */
export function mount(look: ChatLook, given: ChatIdentity | null, by: typeof clientOf = clientOf): Mounted {
  let identity = given
  const keep = keeper(look)
  const locale = localeOf(look.language)
  const t = wordsIn(locale)
  const { host, root } = shadowOf(look)
  const client = by(look, () => credentials(identity, keep))
  const launch = launcher(t, () => open(parts))
  const talk = conversation(
    client,
    screenOf(() => parts),
    waitingOf(keep, () => identity),
  )
  const news = stream(client, { hear: talk.hear, newest: talk.newest, connected: () => void talk.again() })
  const parts: Parts = { look, keep, t, locale, client, talk, news, launch, root, panel: null, shown: false }
  root.append(launch.element)
  root.addEventListener('keydown', (event) => (event as KeyboardEvent).key === 'Escape' && close(parts))
  document.addEventListener('visibilitychange', () => seeIfLooking(parts))
  void begin(parts, identity !== null)
  return {
    open: (how) => open(parts, how),
    close: () => close(parts),
    identify(user) {
      identity = user
      news.end()
      talk.clear()
      parts.panel?.clear()
      if (user || keep.get().talked || parts.shown) void know(parts)
    },
    remove: () => (news.end(), host.remove()),
  }
}

/** Whoever has talked before, or comes by a letter, is shown at once whether there is something new. */
async function begin(parts: Parts, known: boolean): Promise<void> {
  const link = takeReturn()
  const back = link ? await returned(parts, link) : false
  if (back) open(parts)
  else if (known || parts.keep.get().talked || parts.keep.waiting.of(null).length > 0) await know(parts)
}

const waitingOf = ({ waiting }: Keeper, who: () => ChatIdentity | null) => {
  const user = (): string | null => who()?.id ?? null
  return {
    all: () => waiting.of(user()),
    put: (said: ChatSaid, files: ChatFile[]) => waiting.put({ user: user(), said, files }),
    drop: waiting.drop,
  }
}

async function returned({ keep, client }: Parts, link: string): Promise<boolean> {
  const before = keep.get()
  keep.renew()
  return client.comeBack(link).then(
    () => true,
    () => (keep.keep(before), false),
  )
}

/** Asks what there is, and listens from now on if he has said anything. */
async function know(parts: Parts): Promise<void> {
  const { client, panel, talk, launch, keep, news } = parts
  try {
    const known = await client.talk()
    panel?.known(known)
    talk.take(known.messages, true)
    const recalled = talk.recall()
    panel?.show(talk.lines())
    launch.count(parts.shown ? 0 : talk.unread())
    seeIfLooking(parts)
    if (recalled) await talk.again()
    if (talk.newest() === null) return
    keep.keep({ talked: true })
    news.start()
  } catch (error) {
    sayWhy(parts, error instanceof Unanswered ? error.status : 0)
  }
}

function sayWhy({ panel, t }: Parts, status: number): void {
  panel?.say(status === 429 ? t('chat.too_often') : t(status === 0 ? 'chat.offline' : 'chat.refused'))
}

function seeIfLooking({ shown, talk }: Parts): void {
  if (shown && document.visibilityState === 'visible') void talk.seen()
}

const screenOf = (parts: () => Parts) => {
  let quiet = 0
  return {
    changed(): void {
      const { panel, talk, launch, shown } = parts()
      panel?.show(talk.lines())
      launch.count(shown ? 0 : talk.unread())
    },
    answered(): void {
      const all = parts()
      if (all.keep.get().sound) beep()
      all.panel?.typing('')
      seeIfLooking(all)
    },
    typing(name: string | null): void {
      const { panel, t } = parts()
      panel?.typing(name ? t('chat.typing', { name }) : t('chat.someone_typing'))
      clearTimeout(quiet)
      quiet = setTimeout(() => panel?.typing(''), TYPING_MS)
    },
    refused: (status: number) => sayWhy(parts(), status),
    page: () => pageNow(parts().locale),
  }
}

function open(parts: Parts, { focus } = { focus: true }): void {
  if (parts.shown) return
  const { launch, root } = parts
  const panel = (parts.panel ??= panelOf(parts))
  parts.shown = true
  launch.element.hidden = true
  root.append(panel.element)
  if (focus) panel.focus()
  void know(parts)
}

function close(parts: Parts): void {
  if (!parts.shown) return
  const { panel, launch, talk } = parts
  parts.shown = false
  panel?.element.remove()
  launch.element.hidden = false
  launch.count(talk.unread())
  launch.element.focus()
}

function panelOf(parts: Parts): Panel {
  const { look, t, locale, keep, client, talk } = parts
  const send = async (text: string, files: ChatFile[], claims: Claims): Promise<void> => {
    await talk.say({ text, files, claims })
    await know(parts)
  }
  return panelView({
    look,
    t,
    locale,
    draft: keep.get().draft ?? '',
    sound: keep.get().sound ?? false,
    upload: client.upload,
    send: (text, files, claims) => void send(text, files, claims),
    keepDraft: (draft) => keep.keep({ draft }),
    setSound(sound) {
      keep.keep({ sound })
      if (sound) beep()
    },
    retry: () => void talk.again(),
    close: () => close(parts),
  })
}
