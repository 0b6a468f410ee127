import { Fragment, type ReactNode } from 'react'
import { IconChevronRight } from '@tabler/icons-react'
import { cx } from './cx.ts'
import css from './page-head.module.css'

type Props = {
  title: ReactNode
  /** The number of a thing, quiet before its title. */
  number?: ReactNode
  /** The phase badge. */
  badge?: ReactNode
  crumbs?: ReactNode[]
  /** Who looks on, at the end of the crumbs' line. */
  watchers?: ReactNode
  /** Responsible, customer, address, due: `Fact`s. */
  facts?: ReactNode
  /** At the right: quiet acts first, the one next step last. */
  acts?: ReactNode
  /** Tabs, under it all. */
  children?: ReactNode
}

/** The head of a page or of a thing. */
export function PageHead({ title, number, badge, crumbs, watchers, facts, acts, children }: Props) {
  return (
    <header className={css.head}>
      {(crumbs || watchers) && (
        <div className={css.crumbs}>
          {crumbs?.map((crumb, i) => (
            <Fragment key={i}>
              {i > 0 && <IconChevronRight size={12} stroke={1.75} aria-hidden="true" />}
              {crumb}
            </Fragment>
          ))}
          {watchers}
        </div>
      )}
      <div className={css.line}>
        <div className={css.left}>
          <h1>
            {number && <span className={css.number}>{number}</span>}
            {title}
            {badge}
          </h1>
          {facts && <div className={css.facts}>{facts}</div>}
        </div>
        {acts && <div className={css.right}>{acts}</div>}
      </div>
      {children}
    </header>
  )
}

/** An icon and a word about a thing; in trouble it takes trouble's colour. */
export function Fact({
  icon,
  tone,
  children,
}: {
  icon?: ReactNode
  tone?: 'warn' | 'bad' | undefined
  children: ReactNode
}) {
  return (
    <span className={cx(css.fact, tone && css[tone])}>
      {icon}
      {children}
    </span>
  )
}

/** The row of filters and views under a head. */
export function Tools({ children }: { children: ReactNode }) {
  return <div className={css.tools}>{children}</div>
}
