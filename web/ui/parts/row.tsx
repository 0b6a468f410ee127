import type { ReactNode } from 'react'
import css from './parts.module.css'

/** One kind of pieces. */
export function Row({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div className={css.row}>
      <span>{name}</span>
      <div className={css.wrap}>{children}</div>
    </div>
  )
}
