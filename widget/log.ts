import type { ChatFile } from '#contract/inbox/web-chat.ts'
import type { Line } from './conversation.ts'
import { h, icon, linked } from './dom.ts'
import type { Locale, T } from './words.ts'

type Voice = { t: T; locale: Locale; base: string; retry: () => void }

/** What was said, oldest first. New lines are read aloud by a screen reader, each once. */
export function logView(voice: Voice) {
  const element = h('div', { class: 'log', role: 'log', tabindex: '0', 'aria-label': voice.t('chat.log') })
  const shown = new Map<string, { line: string; node: HTMLElement }>()
  let day = ''
  const put = (line: Line): void => {
    const key = line.sent_id ?? line.id
    const text = JSON.stringify({ ...line, files: line.files.map(({ id }) => id), read: 0, sent_at: 0, id: 0 })
    const known = shown.get(key)
    if (known?.line === text) return
    const node = drawLine(line, voice)
    shown.set(key, { line: text, node })
    if (known) return known.node.replaceWith(node)
    const its = new Date(line.sent_at).toDateString()
    if (its !== day) element.append(h('div', { class: 'day' }, nameOfDay(line.sent_at, voice)))
    day = its
    element.append(node)
  }
  return {
    element,
    show(lines: readonly Line[], greeting: string): void {
      const low = element.scrollHeight - element.scrollTop - element.clientHeight < 80
      if (!shown.size && !element.firstChild)
        element.append(h('div', { class: 'line' }, h('div', { class: 'bubble' }, ...linked(greeting))))
      const before = shown.size
      for (const line of lines) put(line)
      const mine = lines.at(-1)?.sent_id !== null
      if (low || (shown.size > before && mine)) element.scrollTop = element.scrollHeight
    },
    clear: () => (shown.clear(), (day = ''), element.replaceChildren()),
    end: () => (element.scrollTop = element.scrollHeight),
  }
}

function drawLine(line: Line, { t, locale, base, retry }: Voice): HTMLElement {
  const mine = line.sent_id !== null
  const at = new Intl.DateTimeFormat(locale, { hour: '2-digit', minute: '2-digit' }).format(new Date(line.sent_at))
  const author = mine ? t('chat.you') : (line.author ?? '')
  const below =
    line.state === 'failed'
      ? h('div', { class: 'meta' }, h('button', { type: 'button', onclick: retry }, t('chat.unsent')))
      : h(
          'div',
          { class: 'meta' },
          line.state === 'sending' ? t('chat.sending') : mine || !author ? at : `${author}, ${at}`,
        )
  return h(
    'div',
    { class: mine ? 'line mine' : 'line' },
    h('span', { class: 'sr' }, mine ? `${author}: ` : author && `${author}: `),
    line.text ? h('div', { class: 'bubble' }, ...linked(line.text)) : null,
    ...line.files.map((file) => drawFile(file, t, base)),
    below,
  )
}

function drawFile({ name, size, url, picture }: ChatFile, t: T, base: string): HTMLElement {
  const apart = { href: base + url, target: '_blank', rel: 'noopener noreferrer' }
  if (!picture)
    return h('a', { ...apart, class: 'file' }, icon('file'), t('chat.file_size', { name, size: weight(size, t) }))
  const { width, height } = picture
  const image = {
    src: `${base}${url}&w=400`,
    width: String(width),
    height: String(height),
    loading: 'lazy',
    referrerpolicy: 'no-referrer',
  }
  return h('a', { ...apart, class: 'pic' }, h('img', { ...image, alt: t('chat.picture', { name }) }))
}

const weight = (bytes: number, t: T): string =>
  bytes < 1_000_000
    ? t('chat.kb', { n: Math.max(1, Math.round(bytes / 1000)) })
    : t('chat.mb', { n: Math.round(bytes / 100_000) / 10 })

function nameOfDay(at: string, { t, locale }: Voice): string {
  const day = new Date(at)
  const today = new Date()
  if (day.toDateString() === today.toDateString()) return t('chat.today')
  today.setDate(today.getDate() - 1)
  if (day.toDateString() === today.toDateString()) return t('chat.yesterday')
  return new Intl.DateTimeFormat(locale, { day: 'numeric', month: 'long' }).format(day)
}
