import { lazy, Suspense } from 'react'
import { getPool } from '#contract/pools.ts'
import { useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { oneOf, useFilters, useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { PageHead } from '#web/ui/page-head.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import people from '../people.module.css'
import { PoolActs } from './pool-acts.tsx'
import { PoolCard } from './pool-card.tsx'

const History = lazy(() => import('./pool-history.tsx').then((module) => ({ default: module.PoolHistory })))

const shape = { tab: oneOf('pool', 'history') }

/** A pool's own page. */
export function PoolPage() {
  const pool_id = useParam('pool_id')
  const { name } = useReply(getPool, { pool_id })
  const [{ tab = 'pool' }, set] = useFilters(shape)
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
      >
        <Tabs
          label={name}
          at={tab}
          onGo={(next) => set({ tab: next === 'pool' ? undefined : next })}
          tabs={[
            { id: 'pool', name: t('pool.one') },
            { id: 'history', name: t('person.history') },
          ]}
        />
      </PageHead>
      {tab === 'history' ? (
        <Suspense fallback={<RowBones rows={6} />}>
          <History pool_id={pool_id} />
        </Suspense>
      ) : (
        <div className={people.sheet}>
          <PoolCard pool_id={pool_id} />
        </div>
      )}
    </div>
  )
}
