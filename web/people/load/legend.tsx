import { IconArrowUp } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import css from './load.module.css'

/** What colours and marks mean. */
export function Legend() {
  return (
    <ul className={css.legend} aria-label={t('load.legend')}>
      <li>
        <i className={css.h0} />
        <i className={css.h1} />
        <i className={css.h2} />
        <i className={css.h3} />
        <i className={css.h4} />
        {t('load.legend_norm')}
      </li>
      <li>
        <i className={css.h5}>
          <IconArrowUp size={10} stroke={2.5} aria-hidden="true" />
        </i>
        {t('load.legend_over')}
      </li>
      <li>
        <i className={css.hatch} />
        {t('load.legend_away')}
      </li>
      <li>
        <i className={css.dot}>·</i>
        {t('load.legend_off')}
      </li>
      <li>{t('load.legend_figures')}</li>
    </ul>
  )
}
