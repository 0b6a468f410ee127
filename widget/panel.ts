import type { ChatFile, ChatLook, ChatTalk } from '#contract/inbox/web-chat.ts'
import { composer } from './composer.ts'
import type { Claims, Line } from './conversation.ts'
import { h, icon } from './dom.ts'
import { askedOf, formView, isEmail } from './form.ts'
import { logView } from './log.ts'
import type { Locale, T } from './words.ts'

export type Hands = {
  look: ChatLook
  t: T
  locale: Locale
  draft: string
  sound: boolean
  upload(file: File): Promise<ChatFile>
  send(text: string, files: ChatFile[], claims: Claims): void
  keepDraft(text: string): void
  setSound(on: boolean): void
  retry(): void
  close(): void
}

/** The open chat: who is there, what was said, what is asked, where one writes. */
export function panelView(hands: Hands) {
  const { t, look } = hands
  const head = headView(hands)
  const log = logView({ t, locale: hands.locale, base: look.base, retry: hands.retry })
  const typing = h('div', { class: 'typing', 'aria-live': 'polite' })
  const note = h('div', { class: 'note', role: 'alert', hidden: true })
  const say = (words: string): void => ((note.textContent = words), void (note.hidden = !words))
  const form = formPlace(hands, say)
  const write = composer(writing(hands, form.read, say), hands.draft)
  const element = h(
    'div',
    { class: 'panel', role: 'dialog', 'aria-label': look.title },
    head.element,
    log.element,
    typing,
    note,
    form.element,
    write.element,
  )
  let talk: ChatTalk | null = null
  return {
    element,
    say,
    clear: log.clear,
    focus: () => (write.focus(), log.end()),
    typing: (words: string) => void (typing.textContent = words),
    known: (given: ChatTalk) => ((talk = given), head.state(stateOf(given, hands))),
    show(lines: readonly Line[]): void {
      if (!talk) return
      log.show(lines, greetingOf(talk, hands))
      form.show({ ...talk, messages: lines })
    },
  }
}
export type Panel = ReturnType<typeof panelView>

const writing = ({ t, upload, keepDraft, send }: Hands, read: () => Claims | null, say: (words: string) => void) => ({
  t,
  upload,
  draft: keepDraft,
  say,
  send(text: string, files: ChatFile[]): boolean {
    const claims = read()
    if (!claims) return false
    say('')
    send(text, files, claims)
    return true
  },
})

function headView({ look, t, sound, setSound, close }: Hands) {
  const state = h('div', { class: 'state' })
  let on = sound
  const bell = h('button', { type: 'button', onclick: () => turn() })
  const draw = (): void => {
    bell.replaceChildren(icon(on ? 'sound' : 'mute'))
    bell.setAttribute('aria-label', t(on ? 'chat.sound_off' : 'chat.sound_on'))
    bell.setAttribute('aria-pressed', String(on))
  }
  const turn = (): void => ((on = !on), setSound(on), draw())
  draw()
  const shut = h('button', { type: 'button', 'aria-label': t('chat.close'), onclick: close }, icon('close'))
  const who = h('div', { class: 'who' }, h('div', { class: 'title' }, look.title), state)
  return {
    element: h('div', { class: 'head' }, who, bell, shut),
    state: (words: string) => void (state.textContent = words),
  }
}

/** What is asked of a visitor: before his first words a form, after them, once, an address for the answer. */
function formPlace({ look, t, send }: Hands, say: (words: string) => void) {
  const element = h('div')
  let form: ReturnType<typeof formView> | null = null
  let now = ''
  const put = (kind: string, made: () => HTMLElement | null): void => {
    if (now === kind) return
    now = kind
    element.replaceChildren(...[made()].filter((node) => node !== null))
  }
  const shut = (): null => (form = null)
  return {
    element,
    read: (): Claims | null => (form ? form.read() : {}),
    show(talk: Omit<ChatTalk, 'messages'> & { messages: readonly Line[] }): void {
      const asked = askedOf(look.required, talk, talk.messages.length > 0)
      if (asked) return put(asked.fields.join(), () => (form = formView(asked, t)).element)
      shut()
      const said = talk.messages.some(({ sent_id, state }) => sent_id !== null && state === 'sent')
      const reached =
        talk.known.includes('email') || talk.messages.some(({ sent_id, text }) => sent_id !== null && isEmail(text))
      put(said && !reached ? 'email' : '', () => (said && !reached ? emailView(t, send, say) : null))
    },
  }
}

/** An address alone is a message like any other: the people who answer see it where they read. */
function emailView(t: T, send: Hands['send'], say: (words: string) => void): HTMLElement {
  const input = h('input', {
    type: 'email',
    autocomplete: 'email',
    placeholder: t('chat.email'),
    'aria-label': t('chat.email'),
  })
  const save = (): void => {
    const email = input.value.trim()
    if (!isEmail(email)) return (say(t('chat.email_wrong')), input.focus())
    say('')
    send(email, [], { email })
  }
  input.addEventListener('keydown', ({ key }) => key === 'Enter' && save())
  const row = h(
    'div',
    { class: 'row' },
    input,
    h('button', { type: 'button', class: 'quiet', onclick: save }, t('chat.leave')),
  )
  return h('div', { class: 'form' }, h('p', {}, t('chat.leave_email')), row)
}

const greetingOf = ({ open }: ChatTalk, { look, t }: Hands): string =>
  open ? look.greeting || t('chat.hello') : look.away || t('chat.away_hello')

function stateOf({ open, opens_at }: ChatTalk, { t, locale }: Hands): string {
  if (open) return t('chat.here')
  if (!opens_at) return t('chat.away')
  const at = new Date(opens_at)
  const said = (how: Intl.DateTimeFormatOptions): string => new Intl.DateTimeFormat(locale, how).format(at)
  const soon = at.toDateString() === new Date().toDateString()
  const day = soon ? t('chat.today').toLowerCase() : said({ weekday: 'long' })
  return t('chat.back', { when: `${day}, ${said({ hour: '2-digit', minute: '2-digit' })}` })
}
