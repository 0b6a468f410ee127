import { type ReactNode, useEffect, useEffectEvent, useId, useRef } from 'react'
import { createPortal } from 'react-dom'
import { IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton } from '../button.tsx'
import { cx } from '../cx.ts'
import { submitting } from '../submit.ts'
import css from './over.module.css'

type Props = {
  title: ReactNode
  onClose: () => void
  children: ReactNode
  /** Buttons: the act last. */
  foot?: ReactNode
  wide?: boolean
  /** Makes the dialog a form: Enter in a field does it. */
  onSubmit?: () => void
}

/**
 * A question that must be answered before going on. Mounted is open.
 *
 * What is under it is made inert, so that focus stays inside while the menus and calendars of its fields, which the
 * browser draws outside of it, still work. Focus returns to where it was.
 */
export function Dialog({ title, onClose, children, foot, wide, onSubmit }: Props) {
  const heading = useId()
  const box = useRef<HTMLDialogElement>(null)
  useCovered(box, onClose)
  return createPortal(
    <div className={css.over}>
      <button type="button" className={css.scrim} tabIndex={-1} aria-label={t('do.close')} onClick={onClose} />
      <dialog open ref={box} className={cx(css.dialog, wide && css.wide)} aria-modal="true" aria-labelledby={heading}>
        <form noValidate onSubmit={submitting(() => onSubmit?.())}>
          <div className={css.head}>
            <h2 id={heading}>{title}</h2>
            <IconButton size="sm" label={t('do.close')} icon={<IconX size={16} stroke={1.75} />} onClick={onClose} />
          </div>
          <div className={css.body}>{children}</div>
          {foot && <div className={css.foot}>{foot}</div>}
        </form>
      </dialog>
    </div>,
    document.body,
  )
}

let open = 0

function useCovered(box: React.RefObject<HTMLElement | null>, onClose: () => void): void {
  const close = useEffectEvent(onClose)
  useEffect(() => {
    const root = document.getElementById('root')
    const before = document.activeElement
    open += 1
    const mine = open
    root?.setAttribute('inert', '')
    if (!box.current?.contains(before)) firstField(box.current)?.focus()
    // Menus and calendars of its fields take Esc first; by the time it comes here they are closed already.
    let held = false
    const look = () => {
      held = box.current?.querySelector('[aria-haspopup][aria-expanded="true"]') !== null
    }
    const escape = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.defaultPrevented || held || mine !== open) return
      event.stopPropagation()
      close()
    }
    document.addEventListener('keydown', look, true)
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('keydown', look, true)
      document.removeEventListener('keydown', escape)
      open -= 1
      if (open === 0) root?.removeAttribute('inert')
      if (before instanceof HTMLElement) before.focus()
    }
  }, [box])
}

const firstField = (box: HTMLElement | null): HTMLElement | null =>
  box?.querySelector<HTMLElement>('[data-autofocus]') ??
  box?.querySelector<HTMLElement>('input:not([type=hidden]), textarea, select') ??
  box
