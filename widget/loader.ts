import type { ChatIdentity, ChatLook } from '#contract/inbox/web-chat.ts'
import type * as widget from './widget.ts'

// The server puts the chat's look before this file (server/inbox/channels/web-chat/script.ts).
declare const LOOK: ChatLook
declare global {
  interface Window {
    naryadChat?: { open(): void; close(): void; identify(user: ChatIdentity | null): void }
  }
}

/** The whole of what stands on a page before anybody has asked for the chat: the rest comes when the page is ready. */
function begin(): void {
  const script = document.currentScript as HTMLScriptElement | null
  if (!script || window.naryadChat) return
  const given = script.dataset
  const { userId: id, userSignature: signature, userEmail: email, userPhone: phone, userName: name } = given
  const identity =
    id && signature ? { id, signature, ...(email && { email }), ...(phone && { phone }), ...(name && { name }) } : null
  const { origin: base } = new URL(script.src)
  const look = { ...LOOK, base, ...(given['language'] && { language: given['language'] as ChatLook['language'] }) }
  const ready = whenLoaded()
    .then(() => import(/* @vite-ignore */ base + look.widget) as Promise<typeof widget>)
    .then((module) => module.mount(look, identity))
  const then = (act: (mounted: widget.Mounted) => void) => void ready.then(act, () => {})
  window.naryadChat = {
    open: () => then(({ open }) => open()),
    close: () => then(({ close }) => close()),
    identify: (user) => then((mounted) => mounted.identify(user)),
  }
}

const whenLoaded = (): Promise<void> =>
  new Promise((resolve) => {
    if (document.readyState === 'complete') resolve()
    else addEventListener('load', () => resolve(), { once: true })
  })

begin()
