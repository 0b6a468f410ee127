import type { ReactNode } from 'react'
import { chooseLocale, locale, t } from '#web/platform/words.ts'
import css from './door.module.css'

type Props = { title: string; hint?: ReactNode; children?: ReactNode; below?: ReactNode }

/** The screen of everyone who is not inside yet: one card, one act. */
export function Door({ title, hint, children, below }: Props) {
  const other = locale() === 'ru' ? 'en' : 'ru'
  return (
    <main className={css.page}>
      <div className={css.card}>
        <div className={css.brand}>
          <i>
            <svg width="16" height="16" viewBox="0 0 12 12" fill="none" aria-hidden="true">
              <path d="M2.5 10V2M9.5 10V2M2.5 6h7" strokeWidth="2" strokeLinecap="round" />
            </svg>
          </i>
          <span>
            {t('app.name')}
            <small>{t('app.about')}</small>
          </span>
        </div>
        <div className={css.box}>
          <h1>{title}</h1>
          {hint && <div className={css.hint}>{hint}</div>}
          {children}
        </div>
        {below && <p className={css.below}>{below}</p>}
        <p className={css.tools}>
          <button type="button" lang={other} onClick={() => void chooseLocale(other)}>
            {t(`locale.${other}`)}
          </button>
        </p>
      </div>
    </main>
  )
}
