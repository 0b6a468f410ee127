import { Suspense } from 'react'
import { getPool } from '#contract/pools.ts'
import { useReply } from '#web/platform/ask.ts'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { RowBones } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { PoolActs } from './pool-acts.tsx'
import { PoolCard } from './pool-card.tsx'

type Props = { pool_id: string; onClose: () => void }

/** A pool beside the list. */
export function PoolPanel({ pool_id, onClose }: Props) {
  return (
    <SidePanel
      title={
        <Suspense fallback="…">
          <Name pool_id={pool_id} />
        </Suspense>
      }
      page={`/pools/${pool_id}`}
      onClose={onClose}
      foot={
        <Suspense>
          <PoolActs pool_id={pool_id} />
        </Suspense>
      }
    >
      <Suspense
        fallback={
          <div className={people.form}>
            <RowBones rows={6} />
          </div>
        }
      >
        <PoolCard key={pool_id} pool_id={pool_id} />
      </Suspense>
    </SidePanel>
  )
}

const Name = ({ pool_id }: { pool_id: string }) => <>{useReply(getPool, { pool_id }).name}</>
