import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Reason } from '#web/ui/reason.tsx'
import type { Refused } from './use-moves.ts'
import css from './board.module.css'

/** Why a card came back, beside it, with links to what stands in the way. */
export function RefusedMove({ refused: { order, code, facts }, onClose }: { refused: Refused; onClose: () => void }) {
  return (
    <div className={css.refused} role="alert">
      <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
      <div>
        <b>{t('board.stayed', { number: order.number, stage: order.stage.name })}</b>
        <p>
          <Reason code={code} facts={facts} />
        </p>
      </div>
      <IconButton size="sm" label={t('do.close')} icon={<IconX size={14} stroke={1.75} />} onClick={onClose} />
    </div>
  )
}
