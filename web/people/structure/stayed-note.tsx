import { IconArrowBackUp, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { Reason } from '#web/ui/reason.tsx'
import type { StayedUnder } from './use-moving.ts'
import css from './moving.module.css'

/** Why somebody stayed where he stood. */
export function StayedNote({ stayed: { node, code, facts }, onClose }: { stayed: StayedUnder; onClose: () => void }) {
  return (
    <div className={css.stayed} role="alert">
      <IconArrowBackUp size={16} stroke={1.75} aria-hidden="true" />
      <div>
        <b>{t('move.stayed', { name: node.who.name })}</b>
        <p>
          <Reason code={code} facts={facts} />
        </p>
      </div>
      <IconButton size="sm" label={t('do.close')} icon={<IconX size={14} stroke={1.75} />} onClick={onClose} />
    </div>
  )
}
