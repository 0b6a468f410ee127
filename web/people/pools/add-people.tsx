import { useState } from 'react'
import { type Pool, putIntoPool } from '#contract/pools.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { PeopleChooser } from '../choosing/chooser.tsx'
import people from '../people.module.css'

type Props = { pool: Pool; onClose: () => void }

/** Performers who come into the pool, many at once. */
export function AddPeople({ pool, onClose }: Props) {
  const [chosen, setChosen] = useState<string[]>([])
  const put = useCall(putIntoPool, { inline: true, onSuccess: onClose })
  const go = () => chosen.length > 0 && put.mutate({ pool_id: pool.id, member_ids: chosen })
  return (
    <Dialog
      wide
      title={t('pool.add_title', { name: pool.name })}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={put.isPending} disabled={chosen.length === 0}>
            {t('pool.add_submit', { n: chosen.length })}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <p className={people.quiet}>{t('pool.add_hint')}</p>
        <PeopleChooser into={pool.id} chosen={chosen} onChange={setChosen} />
        <ProblemNote error={put.error} />
      </div>
    </Dialog>
  )
}
