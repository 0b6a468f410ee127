import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import css from './sheet.module.css'

type Props = { title: string; about?: ReactNode; onClose: () => void; children: ReactNode }

/** A question from the bottom of the screen. Mounted is open; «back» of the phone and Esc close it. */
export function Sheet({ title, about, onClose, children }: Props) {
  const heading = useId()
  const box = useRef<HTMLDialogElement>(null)
  useClosing(onClose)
  useEffect(() => {
    const root = document.getElementById('root')
    const before = document.activeElement
    root?.setAttribute('inert', '')
    box.current?.focus()
    return () => {
      root?.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [])
  return createPortal(
    <div className={css.over}>
      <button type="button" className={css.scrim} tabIndex={-1} aria-label={t('do.close')} onClick={onClose} />
      <dialog open ref={box} tabIndex={-1} className={css.sheet} aria-modal="true" aria-labelledby={heading}>
        <div className={css.handle} />
        <div className={css.head}>
          <div>
            <h2 id={heading}>{title}</h2>
            {about && <p>{about}</p>}
          </div>
          <button type="button" className={css.shut} aria-label={t('do.close')} onClick={onClose}>
            <IconX size={22} stroke={1.75} />
          </button>
        </div>
        {children}
      </dialog>
    </div>,
    document.body,
  )
}

/** The phone's «back» closes the sheet and not the page: the sheet is a step of the browser's history of its own. */
function useClosing(onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    let gone = false
    const back = () => {
      gone = true
      close()
    }
    const escape = (event: KeyboardEvent) => event.key === 'Escape' && close()
    history.pushState({ sheet: true }, '')
    addEventListener('popstate', back)
    document.addEventListener('keydown', escape)
    return () => {
      removeEventListener('popstate', back)
      document.removeEventListener('keydown', escape)
      if (!gone && (history.state as { sheet?: boolean } | null)?.sheet) history.back()
    }
  }, [])
}
