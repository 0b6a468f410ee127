import { type KeyboardEvent, type ReactNode, useId, useLayoutEffect, useRef } from 'react'
import { Link } from '#web/platform/link.tsx'
import { usePath } from '#web/platform/route.ts'
import { Count } from './chip.tsx'
import css from './tabs.module.css'

export type Tab<T extends string> = { id: T; name: string; n?: number; hot?: boolean; icon?: ReactNode }

type Props<T extends string> = { label: string; tabs: readonly Tab<T>[]; at: T; onGo: (id: T) => void }

/** Parts of a page, with a line of ink under the one that is open. Arrows move between them. */
export function Tabs<T extends string>({ label, tabs, at, onGo }: Props<T>) {
  const row = useOpenInView<HTMLDivElement>(at)
  return (
    <div ref={row} className={css.tabs} role="tablist" aria-label={label}>
      {tabs.map(({ id, name, n, hot, icon }) => (
        <button
          key={id}
          type="button"
          role="tab"
          aria-selected={id === at}
          tabIndex={id === at ? 0 : -1}
          className={css.tab}
          onClick={() => onGo(id)}
          onKeyDown={arrows}
        >
          {icon}
          {name}
          {n !== undefined && n > 0 && <Count n={n} {...(hot && { tone: 'soft' })} />}
        </button>
      ))}
    </div>
  )
}

type LinksProps = { label: string; links: readonly { to: string; name: string; n?: number }[] }

/** Pages of one section, each with an address of its own, in the looks of tabs. */
export function TabLinks({ label, links }: LinksProps) {
  const path = usePath()
  const row = useOpenInView<HTMLElement>(path)
  return (
    <nav ref={row} className={css.tabs} aria-label={label}>
      {links.map(({ to, name, n }) => (
        <Link key={to} to={to} className={css.tab} {...(to === path && { 'aria-current': 'page' as const })}>
          {name}
          {n !== undefined && n > 0 && <Count n={n} />}
        </Link>
      ))}
    </nav>
  )
}

/** Where not all have room, as on a phone, the one that is open stands in the middle. */
function useOpenInView<E extends HTMLElement>(at: string) {
  const row = useRef<E>(null)
  useLayoutEffect(() => {
    const open = row.current?.querySelector('[aria-selected=true], [aria-current]')
    if (!row.current || !open) return
    const [whole, own] = [row.current.getBoundingClientRect(), open.getBoundingClientRect()]
    row.current.scrollLeft += own.left + own.width / 2 - whole.left - whole.width / 2
  }, [at])
  return row
}

/** One of a few, all in view: board or list, days or weeks. */
export function Segments<T extends string>({ label, tabs, at, onGo }: Props<T>) {
  const group = useId()
  return (
    <fieldset className={css.segments}>
      <legend>{label}</legend>
      {tabs.map(({ id, name, n, icon }) => (
        <label key={id} className={css.segment}>
          <input type="radio" name={group} checked={id === at} onChange={() => onGo(id)} />
          {icon}
          {name}
          {n !== undefined && <span>{n}</span>}
        </label>
      ))}
    </fieldset>
  )
}

function arrows(event: KeyboardEvent<HTMLElement>): void {
  const step = event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0
  if (step === 0) return
  const all = [...(event.currentTarget.parentElement?.querySelectorAll('button') ?? [])]
  const next = all[(all.findIndex((tab) => tab === event.currentTarget) + step + all.length) % all.length]
  event.preventDefault()
  next?.focus()
  next?.click()
}
