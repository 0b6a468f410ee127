import type { ReactNode } from 'react'
import { IconChevronLeft, IconChevronRight, IconCloudCheck, IconCloudOff, IconCloudUp } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '../cx.ts'
import { Arrived } from '../first/arrived.tsx'
import css from './screen.module.css'

type Props = {
  /** Sticks to the top: the network strip, then the bar. */
  top?: ReactNode
  /** Sticks to the bottom: the one act, or the sections. */
  foot?: ReactNode
  children: ReactNode
}

/** A phone's screen: what sticks above, what scrolls, what stays in reach of the thumb. */
export function Screen({ top, foot, children }: Props) {
  return (
    <div className={css.screen}>
      <Arrived />
      {top && <div className={css.top}>{top}</div>}
      <main className={css.body}>{children}</main>
      {foot}
    </div>
  )
}

type BarProps = { title: string; about?: string; onBack?: () => void; children?: ReactNode }

/** The bar of an opened thing: back, what it is, and one or two acts (`SquareAct`). */
export function Bar({ title, about, onBack, children }: BarProps) {
  return (
    <header className={css.bar}>
      {onBack && (
        <button type="button" className={css.square} aria-label={t('do.back')} onClick={onBack}>
          <IconChevronLeft size={22} stroke={1.75} />
        </button>
      )}
      <div className={css.titles}>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {children}
    </header>
  )
}

type HeadingProps = { title: string; about?: ReactNode; children?: ReactNode }

/** The head of a section: «Сегодня», its day, and at the right what is sent and who I am. */
export function Heading({ title, about, children }: HeadingProps) {
  return (
    <header className={css.heading}>
      <div className={css.titles}>
        <h1>{title}</h1>
        {about && <p>{about}</p>}
      </div>
      {children}
    </header>
  )
}

/** What sticks to the bottom of a screen with one act; `under` is a quiet line below. */
export function Foot({ children, under }: { children: ReactNode; under?: ReactNode }) {
  return (
    <footer className={css.foot}>
      <Acts>{children}</Acts>
      {under && <p className={css.under}>{under}</p>}
    </footer>
  )
}

/** Acts side by side, in a card or in a sheet: a `narrow` one takes its own width, the others the rest. */
export function Acts({ children }: { children: ReactNode }) {
  return <div className={css.acts}>{children}</div>
}

export type Section = { id: string; name: string; icon: ReactNode; n?: number }

type NavProps = { label: string; sections: Section[]; at: string; onGo: (id: string) => void }

/** The sections, under the thumb. */
export function BottomNav({ label, sections, at, onGo }: NavProps) {
  return (
    <nav className={css.nav} aria-label={label}>
      {sections.map(({ id, name, icon, n }) => (
        <button key={id} type="button" onClick={() => onGo(id)} {...(id === at && { 'aria-current': 'page' })}>
          {icon}
          {name}
          {n !== undefined && n > 0 && <span className={css.n}>{n}</span>}
        </button>
      ))}
    </nav>
  )
}

/** Amber, over everything, while there is no network: how much is kept on the phone. It leads to the list of it. */
export function NetworkStrip({ kept, onOpen }: { kept: number; onOpen?: () => void }) {
  return (
    <button type="button" className={css.strip} onClick={onOpen}>
      <IconCloudOff size={18} stroke={1.75} aria-hidden="true" />
      <span>{kept > 0 ? t('net.kept', { n: kept }) : t('net.none')}</span>
      {onOpen && <IconChevronRight size={18} stroke={1.75} aria-hidden="true" />}
    </button>
  )
}

/** Beside the heading: everything is sent, or so much is on its way. */
export function SentMark({ kept }: { kept: number }) {
  const Icon = kept > 0 ? IconCloudUp : IconCloudCheck
  return (
    <span className={cx(css.sent, kept > 0 && css.waiting)}>
      <Icon size={16} stroke={1.75} aria-hidden="true" />
      {kept > 0 ? t('net.sending', { n: kept }) : t('net.sent')}
    </span>
  )
}
