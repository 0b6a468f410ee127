import { useEffect, useEffectEvent } from 'react'

/** Whether the person is typing: single letters are his then, not ours. */
const typing = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement && (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName))

/**
 * Keys of the whole application, by place on the keyboard (`KeyC`), so that the Russian layout works as well.
 * `mod` is Ctrl or ⌘; without it a letter counts only where nothing is typed and no dialog is open.
 */
export function useKey(code: string, act: () => void, { mod = false } = {}): void {
  const pressed = useEffectEvent((event: KeyboardEvent) => {
    const wanted = event.code === code && (event.ctrlKey || event.metaKey) === mod && !event.altKey && !event.shiftKey
    if (!wanted || event.repeat || event.defaultPrevented) return
    if (!mod && (typing(event.target) || document.querySelector('[aria-modal="true"]'))) return
    event.preventDefault()
    act()
  })
  useEffect(() => {
    const listener = (event: KeyboardEvent) => pressed(event)
    document.addEventListener('keydown', listener)
    return () => document.removeEventListener('keydown', listener)
  }, [])
}
