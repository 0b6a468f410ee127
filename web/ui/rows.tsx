import type { ReactNode } from 'react'
import { t } from '#web/platform/words.ts'
import css from './rows.module.css'

type SectionProps = { title?: string; aside?: ReactNode; end?: ReactNode; children: ReactNode }

/** A part of a panel, parted from the next by a line: its head, a quiet word beside it, and at the end a chip or act. */
export function Section({ title, aside, end, children }: SectionProps) {
  return (
    <section className={css.section}>
      {(title || end) && (
        <div className={css.head}>
          {title && <h2>{title}</h2>}
          {aside && <span className={css.aside}>{aside}</span>}
          {end && <span className={css.end}>{end}</span>}
        </div>
      )}
      {children}
    </section>
  )
}

/** What a thing has: name and value by rows. */
export function Properties({ children }: { children: ReactNode }) {
  return <dl className={css.props}>{children}</dl>
}

/** One row of it; a value that is not there says so. `hint` is a quiet line under it. */
export function Property({ label, hint, children }: { label: string; hint?: ReactNode; children?: ReactNode }) {
  const nothing = children === null || children === undefined || children === ''
  return (
    <>
      <dt>{label}</dt>
      <dd>
        {nothing ? <span className={css.none}>{t('form.none')}</span> : children}
        {hint && <div className={css.hint}>{hint}</div>}
      </dd>
    </>
  )
}
