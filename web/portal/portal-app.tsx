import { useDeferredValue, useState } from 'react'
import { QueryClient, QueryClientProvider, useQuery } from '@tanstack/react-query'
import { ASKED } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Problem } from '#web/platform/problem.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Heading, Screen } from '#web/ui/phone/screen.tsx'
import { openPurchase, PURCHASE } from './link.ts'
import { PurchaseScreen } from './purchase-screen.tsx'
import css from './portal.module.css'

const client = new QueryClient({ defaultOptions: { ...ASKED, queries: { ...ASKED.queries, staleTime: 15_000 } } })

/** The customer's page: one order by a personal link, no account. */
export function PortalApp() {
  return (
    <QueryClientProvider client={client}>
      <Opened />
    </QueryClientProvider>
  )
}

function Opened() {
  const { data, error, refetch } = useQuery({
    queryKey: PURCHASE,
    queryFn: openPurchase,
    // Nobody tells this page that the order moved on: it looks while it is looked at.
    refetchInterval: 20_000,
  })
  const [now] = useState(() => new Date())
  // Drawn in small pieces: a phone stays ready for a finger while the order comes up.
  const purchase = useDeferredValue(data)
  if (purchase) return <PurchaseScreen purchase={purchase} now={now} />
  if (error) return <Closed problem={error} onRetry={() => void refetch()} />
  return (
    <Screen>
      <Heading title={t('portal.yours')} />
      <div className={css.skeleton} aria-busy="true">
        <i />
        <i />
        <i />
      </div>
    </Screen>
  )
}

function Closed({ problem, onRetry }: { problem: Error; onRetry: () => void }) {
  const gone = problem instanceof Problem && (problem.status === 404 || problem.status === 401)
  const words = problem instanceof Problem ? problem.words : problem.message
  return (
    <Screen>
      <section className={css.empty}>
        <h1>{gone ? t('portal.no_link') : words}</h1>
        {gone && <p>{t('portal.no_link_hint')}</p>}
        {!gone && <BigButton onClick={onRetry}>{t('portal.retry')}</BigButton>}
      </section>
    </Screen>
  )
}
