import { IconListDetails } from '@tabler/icons-react'
import { useMayBegin } from '#web/app/me.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Empty } from '#web/ui/state.tsx'
import css from './list.module.css'

/** A company's first look at its funnels: what will be here, and how little it takes to begin. */
export function NoOrders({ onNew }: { onNew: () => void }) {
  const may = useMayBegin()
  return (
    <div className={css.center}>
      <Empty icon={<IconListDetails size={24} stroke={1.75} />} title={t('orders.empty')} hint={t('orders.empty_hint')}>
        {may('orders.lead') && (
          <Button variant="primary" onClick={onNew}>
            {t('orders.new')}
          </Button>
        )}
      </Empty>
    </div>
  )
}
