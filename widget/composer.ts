import { CHAT_FILE_LIMIT, CHAT_FILES } from '#contract/inbox/chat-limits.ts'
import type { ChatFile } from '#contract/inbox/web-chat.ts'
import { h, icon } from './dom.ts'
import type { T } from './words.ts'

type Hands = {
  t: T
  upload(file: File): Promise<ChatFile>
  /** Whether it was taken: otherwise the words stay where they are. */
  send(text: string, files: ChatFile[]): boolean
  draft(text: string): void
  say(words: string): void
}

/** Where a visitor writes. Enter sends, with Shift it begins a line; files are sent ahead of the words. */
export function composer(hands: Hands, draft: string) {
  const { t } = hands
  const files = filesView(hands, () => look())
  const area = h('textarea', {
    rows: '1',
    'aria-label': t('chat.message'),
    placeholder: t('chat.placeholder'),
    maxlength: '5000',
  })
  const press = { type: 'button', class: 'send', 'aria-label': t('chat.send'), onclick: () => go() }
  const send = h('button', press, icon('send'))
  const look = (): void => {
    send.disabled = files.busy() || (!area.value.trim() && files.ready().length === 0)
    area.style.height = 'auto'
    area.style.height = `${area.scrollHeight + 2}px`
  }
  const go = (): void => {
    if (send.disabled || !hands.send(area.value.trim(), files.ready())) return
    area.value = ''
    hands.draft('')
    files.clear()
    area.focus()
  }
  area.value = draft
  area.addEventListener('input', () => (hands.draft(area.value), look()))
  onKeys(area, go, files.add)
  look()
  return {
    element: h('div', {}, files.chips, h('div', { class: 'write' }, files.button, files.input, area, send)),
    focus: () => (look(), area.focus()),
  }
}

function onKeys(area: HTMLTextAreaElement, go: () => void, add: (files: readonly File[]) => void): void {
  area.addEventListener('keydown', (event) => {
    // Whoever composes a letter of another script presses Enter for the letter.
    if (event.key !== 'Enter' || event.shiftKey || event.isComposing) return
    event.preventDefault()
    go()
  })
  area.addEventListener('paste', (event) => {
    const pasted = [...(event.clipboardData?.files ?? [])]
    if (pasted.length === 0) return
    event.preventDefault()
    add(pasted)
  })
}

type Chosen = { stored: ChatFile | null; chip: HTMLElement }

/** Files that go along: each is on its way as soon as it is chosen. */
function filesView({ t, upload, say }: Hands, changed: () => void) {
  let chosen: Chosen[] = []
  const chips = h('div', { class: 'chips', hidden: true })
  const show = (next: Chosen[]): void => {
    chosen = next
    chips.hidden = chosen.length === 0
    chips.replaceChildren(...chosen.map(({ chip }) => chip))
    changed()
  }
  const drop = (one: Chosen): void => show(chosen.filter((each) => each !== one))
  const take = async (file: File): Promise<void> => {
    const one: Chosen = { stored: null, chip: chipOf(file.name, t, () => drop(one)) }
    show([...chosen, one])
    try {
      one.stored = await upload(file)
      one.chip.removeAttribute('aria-busy')
      changed()
    } catch {
      drop(one)
      say(t('chat.file_failed', { name: file.name }))
    }
  }
  const add = (given: readonly File[]): void => {
    for (const file of given) {
      if (chosen.length >= CHAT_FILES) return say(t('chat.too_many_files', { n: CHAT_FILES }))
      if (file.size > CHAT_FILE_LIMIT) say(t('chat.too_large', { name: file.name, mb: CHAT_FILE_LIMIT / 1024 / 1024 }))
      else void take(file)
    }
  }
  return {
    chips,
    ...chooser(t, add),
    add,
    busy: () => chosen.some(({ stored }) => !stored),
    ready: () => chosen.flatMap(({ stored }) => stored ?? []),
    clear: () => show([]),
  }
}

function chipOf(name: string, t: T, off: () => void): HTMLElement {
  const button = h('button', { type: 'button', 'aria-label': t('chat.detach', { name }), onclick: off }, icon('close'))
  return h('div', { class: 'chip', 'aria-busy': 'true' }, h('span', {}, name), button)
}

function chooser(t: T, add: (files: readonly File[]) => void) {
  const input = h('input', {
    type: 'file',
    multiple: true,
    hidden: true,
    tabindex: '-1',
    'aria-label': t('chat.attach'),
  })
  input.addEventListener('change', () => (add([...(input.files ?? [])]), (input.value = '')))
  const press = { type: 'button', 'aria-label': t('chat.attach'), onclick: () => input.click() }
  return { input, button: h('button', press, icon('clip')) }
}
