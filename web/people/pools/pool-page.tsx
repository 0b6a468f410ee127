import { Suspense } from 'react'
import { getPool } from '#contract/pools.ts'
import { useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { PageHead } from '#web/ui/page-head.tsx'
import people from '../people.module.css'
import { PoolActs } from './pool-acts.tsx'
import { PoolCard } from './pool-card.tsx'

/** A pool's own page. */
export function PoolPage() {
  const pool_id = useParam('pool_id')
  const { name } = useReply(getPool, { pool_id })
  return (
    <div className={people.scrolls}>
      <PageHead
        crumbs={[
          <Link key="all" to="/pools">
            {t('pools.heading')}
          </Link>,
        ]}
        title={name}
        acts={
          <Suspense>
            <PoolActs pool_id={pool_id} />
          </Suspense>
        }
      />
      <div className={people.sheet}>
        <PoolCard pool_id={pool_id} />
      </div>
    </div>
  )
}
