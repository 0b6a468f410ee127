import { IconArrowUp } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import cells from './cell.module.css'
import heats from './heat.module.css'
import css from './legend.module.css'

/** What colours and marks mean. */
export function Legend() {
  return (
    <ul className={css.legend} aria-label={t('load.legend')}>
      <li>
        <i className={heats.h0} />
        <i className={heats.h1} />
        <i className={heats.h2} />
        <i className={heats.h3} />
        <i className={heats.h4} />
        {t('load.legend_norm')}
      </li>
      <li>
        <i className={heats.h5}>
          <IconArrowUp size={10} stroke={2.5} aria-hidden="true" />
        </i>
        {t('load.legend_over')}
      </li>
      <li>
        <i className={cells.hatch} />
        {t('load.legend_away')}
      </li>
      <li>
        <i className={cells.dot}>·</i>
        {t('load.legend_off')}
      </li>
      <li>{t('load.legend_figures')}</li>
    </ul>
  )
}
