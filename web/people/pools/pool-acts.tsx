import { lazy, Suspense, useState } from 'react'
import { IconArchive, IconArchiveOff, IconArrowsExchange } from '@tabler/icons-react'
import { archivePool, getPool, type Pool, restorePool } from '#contract/pools.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'

const HandoverDialog = lazy(() =>
  import('./handover-dialog.tsx').then((module) => ({ default: module.HandoverDialog })),
)

/** What is done to a pool as a whole. */
export function PoolActs({ pool_id }: { pool_id: string }) {
  const pool = useReply(getPool, { pool_id })
  const [doing, setDoing] = useState<'archive' | 'hand' | null>(null)
  const restore = useCall(restorePool, { onSuccess: () => toast(t('pool.saved')) })
  if (pool.archived_at !== null)
    return pool.can.curate?.code === 'pool.archived' ? (
      <Button
        icon={<IconArchiveOff size={16} stroke={1.75} />}
        busy={restore.isPending}
        onClick={() => restore.mutate({ pool_id })}
      >
        {t('pool.restore')}
      </Button>
    ) : null
  if (pool.can.curate) return null
  return (
    <>
      <Button variant="quiet" icon={<IconArchive size={16} stroke={1.75} />} onClick={() => setDoing('archive')}>
        {t('pool.to_archive')}
      </Button>
      {pool.curators.some(({ now }) => now) && (
        <Button icon={<IconArrowsExchange size={16} stroke={1.75} />} onClick={() => setDoing('hand')}>
          {t('handover.do')}
        </Button>
      )}
      <Suspense>{doing === 'hand' && <HandoverDialog pool={pool} onClose={() => setDoing(null)} />}</Suspense>
      {doing === 'archive' && <Archive pool={pool} onClose={() => setDoing(null)} />}
    </>
  )
}

function Archive({ pool: { id: pool_id, name }, onClose }: { pool: Pool; onClose: () => void }) {
  const archive = useCall(archivePool, {
    inline: true,
    onSuccess: () => {
      toast(t('pool.put_away'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('pool.to_archive_ask', { name })}
      onClose={onClose}
      onSubmit={() => archive.mutate({ pool_id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={archive.isPending} data-autofocus>
            {t('pool.to_archive')}
          </Button>
        </>
      }
    >
      <p>{t('pool.to_archive_hint')}</p>
      <ProblemNote error={archive.error} />
    </Dialog>
  )
}
