import type { ChatLook, ChatSaid } from '#contract/inbox/web-chat.ts'
import { h, icon } from './dom.ts'
import { sheetOf } from './styles.ts'
import type { Locale, T } from './words.ts'

/** A tree of our own beside the page's body: no style of the page reaches into it, and a moved body does not move it. */
export function shadowOf(look: ChatLook): { host: HTMLElement; root: ShadowRoot } {
  const host = document.createElement('naryad-chat')
  const root = host.attachShadow({ mode: 'open' })
  root.adoptedStyleSheets = [sheetOf(look)]
  document.documentElement.append(host)
  return { host, root }
}

/** The round button with the number of answers that were not read. */
export function launcher(t: T, open: () => void) {
  const badge = h('span', { class: 'badge', 'aria-hidden': 'true', hidden: true })
  const element = h(
    'button',
    { type: 'button', class: 'launch', 'aria-haspopup': 'dialog', onclick: open },
    icon('chat'),
    badge,
  )
  const count = (unread: number): void => {
    badge.hidden = unread === 0
    badge.textContent = unread > 9 ? '9+' : String(unread)
    element.setAttribute('aria-label', unread ? t('chat.open_unread', { n: unread }) : t('chat.open'))
  }
  count(0)
  return { element, count }
}

/** Where he writes from: facts for whoever answers. */
export const pageNow = (locale: Locale): NonNullable<ChatSaid['page']> => ({
  url: location.href.slice(0, 2000),
  title: document.title.slice(0, 300),
  referrer: document.referrer.slice(0, 2000),
  language: locale,
})
