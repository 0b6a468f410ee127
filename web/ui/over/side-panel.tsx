import { type ReactNode, useEffect, useEffectEvent, useRef } from 'react'
import { IconArrowsDiagonal, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton, LinkButton } from '../button.tsx'
import css from './over.module.css'

type Props = {
  title: ReactNode
  /** The thing's own page. */
  page?: string
  onClose: () => void
  children: ReactNode
  foot?: ReactNode
}

/** Panels that are open: Esc closes the uppermost. */
let open = 0

/**
 * A thing beside its list. The list stays alive: another row opens in place of this one, Esc goes back to the row.
 */
export function SidePanel({ title, page, onClose, children, foot }: Props) {
  const close = useEffectEvent(onClose)
  const panel = useRef<HTMLElement>(null)
  useEffect(() => {
    const before = document.activeElement
    open += 1
    const mine = open
    const escape = (event: KeyboardEvent) => {
      const elsewhere = mine !== open || document.querySelector('[aria-modal="true"]') !== null
      if (event.key !== 'Escape' || event.defaultPrevented || elsewhere) return
      event.preventDefault()
      const inside = panel.current?.contains(document.activeElement) ?? false
      close()
      // Who has walked on in the list stays at his row.
      if (inside && before instanceof HTMLElement) before.focus()
    }
    document.addEventListener('keydown', escape)
    return () => {
      document.removeEventListener('keydown', escape)
      open -= 1
    }
  }, [])
  return (
    <aside ref={panel} className={css.panel} aria-label={t('panel.label')}>
      <div className={css.head}>
        <h2>{title}</h2>
        {page && (
          <LinkButton to={page} variant="quiet" size="sm" icon={<IconArrowsDiagonal size={16} stroke={1.75} />}>
            {t('do.open_page')}
          </LinkButton>
        )}
        <IconButton size="sm" label={t('do.close')} icon={<IconX size={16} stroke={1.75} />} onClick={onClose} />
      </div>
      <div className={css.scroll}>{children}</div>
      {foot && <div className={css.foot}>{foot}</div>}
    </aside>
  )
}
