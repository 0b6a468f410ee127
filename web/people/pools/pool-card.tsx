import { lazy, Suspense, useState } from 'react'
import { getPool, listPoolRequests, type Pool } from '#contract/pools.ts'
import { useMaybeList, useReply } from '#web/platform/ask.ts'
import { day } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Section } from '#web/ui/rows.tsx'
import { Notice, RowBones } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { CuratorLines } from './pool-curators.tsx'
import { PoolPeople } from './pool-people.tsx'
import { RequestRow } from './request-list.tsx'
import css from './pools.module.css'

const PoolForm = lazy(() => import('./pool-form.tsx').then((module) => ({ default: module.PoolForm })))
const CuratorsDialog = lazy(() =>
  import('./curators-dialog.tsx').then((module) => ({ default: module.CuratorsDialog })),
)

/** A pool: its trades, who leads it and when, who asks for its people, and the people with their load. */
export function PoolCard({ pool_id }: { pool_id: string }) {
  const pool = useReply(getPool, { pool_id })
  return (
    <>
      {pool.archived_at && (
        <div className={css.notice}>
          <Notice tone="info">{t('pool.archived_at', { day: day(pool.archived_at) })}</Notice>
        </div>
      )}
      <Trades pool={pool} />
      <Leaders pool={pool} />
      <Requests pool_id={pool_id} />
      <Suspense
        fallback={
          <Section title={t('pool.people')}>
            <RowBones rows={4} />
          </Section>
        }
      >
        <PoolPeople pool={pool} />
      </Suspense>
    </>
  )
}

function Trades({ pool }: { pool: Pool }) {
  const [changing, setChanging] = useState(false)
  return (
    <Section
      title={t('performer.specialities')}
      end={
        !pool.can.change && (
          <Button
            size="sm"
            aria-label={`${t('pool.change')}: ${t('performer.specialities')}`}
            onClick={() => setChanging(true)}
          >
            {t('pool.change')}
          </Button>
        )
      }
    >
      {pool.specialities.length > 0 ? (
        <span className={people.chips}>
          {pool.specialities.map(({ id, name }) => (
            <Chip key={id}>{name}</Chip>
          ))}
        </span>
      ) : (
        <p className={people.quiet}>{t('form.none')}</p>
      )}
      <Suspense>{changing && <PoolForm pool={pool} onClose={() => setChanging(false)} />}</Suspense>
    </Section>
  )
}

function Leaders({ pool }: { pool: Pool }) {
  const [changing, setChanging] = useState(false)
  return (
    <Section
      title={t('pool.curators')}
      end={
        !pool.can.curate && (
          <Button size="sm" aria-label={`${t('pool.change')}: ${t('pool.curators')}`} onClick={() => setChanging(true)}>
            {t('pool.change')}
          </Button>
        )
      }
    >
      {pool.curators.length === 0 && <p className={css.warn}>{t('pool.nobody_leads')}</p>}
      <CuratorLines curators={pool.curators} />
      <Suspense>{changing && <CuratorsDialog pool={pool} onClose={() => setChanging(false)} />}</Suspense>
    </Section>
  )
}

/** Only those that the viewer sees: his own, and for people he leads. */
function Requests({ pool_id }: { pool_id: string }) {
  const { rows } = useMaybeList(listPoolRequests, { pool_id })
  const open = rows.filter(({ state, over }) => !over && (state === 'asked' || state === 'granted'))
  if (open.length === 0) return null
  return (
    <Section title={t('pool.requests')} aside={t('pool.requests_n', { n: open.length })}>
      <ul className={css.narrow}>
        {open.map((request) => (
          <RequestRow key={request.id} request={request} />
        ))}
      </ul>
    </Section>
  )
}
