import { IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import css from './reports.module.css'

type Props = { all_open: boolean; onOpenAll: () => void; onClose: () => void; asked: boolean }

/** Where each figure comes from, in words. */
export function HowCounted({ all_open, onOpenAll, onClose, asked }: Props) {
  return (
    <aside className={css.how} aria-label={t('cost.how')} data-asked={asked || undefined}>
      <div className={css.howHead}>
        <h2>{t('cost.how')}</h2>
        <IconButton size="sm" label={t('do.close')} icon={<IconX size={16} stroke={1.75} />} onClick={onClose} />
      </div>
      <p>
        <b>{t('cost.how_labour')}</b>: {t('cost.how_labour_text')}
      </p>
      <p>
        <b>{t('cost.how_price')}</b>: {t('cost.how_price_text')}
      </p>
      <p>
        <b>{t('cost.how_margin')}</b>: {t('cost.how_margin_text')} <span className={css.good}>{t('cost.good')}</span>,{' '}
        <span className={css.thin}>{t('cost.thin')}</span>, <span className={css.loss}>{t('cost.loss')}</span>.
      </p>
      <Button variant="link" size="sm" onClick={onOpenAll}>
        {t(all_open ? 'cost.close_all' : 'cost.open_all')}
      </Button>
    </aside>
  )
}
