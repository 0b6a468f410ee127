import { lazy, Suspense } from 'react'
import { IconId, IconPlus, IconUser } from '@tabler/icons-react'
import { changeCounterparty, type CounterpartyCard, getCounterparty } from '#contract/counterparties.ts'
import { useCompany, useMayBegin, useRight } from '#web/app/me.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { go, oneOf, useFilters, useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { LinkButton } from '#web/ui/button.tsx'
import { InPlace } from '#web/ui/fields/in-place.tsx'
import { Fact, PageHead } from '#web/ui/page-head.tsx'
import { RowBones } from '#web/ui/state.tsx'
import { Tabs } from '#web/ui/tabs.tsx'
import { ContactsSection } from './contacts-section.tsx'
import { CounterpartyDocuments } from './counterparty-documents.tsx'
import { CounterpartyOrders } from './counterparty-orders.tsx'
import { withHistoryWords } from './history/history-words.ts'
import { CardDoubles, MergedCards } from './merging/lazily.ts'
import { PropertiesSection } from './properties-section.tsx'
import { RequisitesSection } from './requisites/requisites-section.tsx'
import { SitesSection } from './sites/sites-section.tsx'
import css from './counterparties.module.css'

const ContractsTab = lazy(() => import('./contracts/contracts-tab.tsx').then((one) => ({ default: one.ContractsTab })))

const HistoryTab = lazy(() =>
  withHistoryWords(() => import('./history/history-tab.tsx')).then((one) => ({ default: one.HistoryTab })),
)

const shape = { tab: oneOf('history', 'orders', 'documents', 'contracts') }

/** The card of a counterparty: its orders and documents at the left, who and where at the right. */
export function CounterpartyPage() {
  const card = useReply(getCounterparty, { counterparty_id: useParam('counterparty_id') })
  // Of a card that was merged the one that remains.
  const counterparty_id = card.id
  const [{ tab = 'history' }, set] = useFilters(shape)
  const money = useRight()('money.read')
  return (
    <>
      <Head card={card}>
        <Tabs
          label={card.name}
          at={tab}
          onGo={(next) => set({ tab: next === 'history' ? undefined : next })}
          tabs={[
            { id: 'history', name: t('counterparty.history') },
            { id: 'orders', name: t('counterparty.orders') },
            ...(money
              ? ([
                  { id: 'documents', name: t('counterparty.documents') },
                  { id: 'contracts', name: t('contracts.heading') },
                ] as const)
              : []),
          ]}
        />
      </Head>
      {!card.can.change && (
        <div className={css.notice}>
          <Suspense>
            <CardDoubles
              kind="counterparty"
              of={{ card_id: counterparty_id }}
              onMerged={({ id }) => id !== counterparty_id && go(`/counterparties/${id}`, { replace: true })}
            />
          </Suspense>
        </div>
      )}
      <div className={css.card}>
        <div className={css.work}>
          <Suspense fallback={<RowBones rows={6} />}>
            {tab === 'contracts' && money ? (
              <ContractsTab counterparty_id={counterparty_id} />
            ) : tab === 'documents' && money ? (
              <CounterpartyDocuments counterparty_id={counterparty_id} />
            ) : tab === 'orders' ? (
              <CounterpartyOrders counterparty_id={counterparty_id} />
            ) : (
              <HistoryTab card={card} />
            )}
          </Suspense>
        </div>
        <div className={css.side}>
          <ContactsSection card={card} />
          <SitesSection card={card} />
          <RequisitesSection card={card} />
          <PropertiesSection card={card} />
          {!card.can.change && (
            <Suspense>
              <MergedCards counterparty_id={counterparty_id} />
            </Suspense>
          )}
        </div>
      </div>
    </>
  )
}

function Head({ card, children }: { card: CounterpartyCard; children: React.ReactNode }) {
  const { country } = useCompany()
  const mayBegin = useMayBegin()
  const change = useCall(changeCounterparty)
  const { id, version, name, tax_number, responsible, can } = card
  const keep = (next: string) => change.mutateAsync({ counterparty_id: id, version, name: next })
  return (
    <PageHead
      crumbs={[
        <Link key="all" to="/counterparties">
          {t('nav.counterparties')}
        </Link>,
      ]}
      title={
        <InPlace
          value={name}
          max={300}
          label={t('counterparty.name')}
          hint={t('counterparty.rename')}
          {...(!can.change && { onKeep: keep })}
        />
      }
      facts={
        <>
          {tax_number && (
            <Fact icon={<IconId size={16} stroke={1.75} aria-hidden="true" />}>
              {t(`requisites.tax_number.${country}`)} {tax_number}
            </Fact>
          )}
          {responsible && (
            <Fact icon={<IconUser size={16} stroke={1.75} aria-hidden="true" />}>{responsible.name}</Fact>
          )}
        </>
      }
      acts={
        mayBegin('orders.lead') && (
          <LinkButton
            to="/orders"
            search={{ new: '1', counterparty_id: id }}
            variant="primary"
            icon={<IconPlus size={16} stroke={1.75} />}
          >
            {t('counterparty.new_order')}
          </LinkButton>
        )
      }
    >
      {children}
    </PageHead>
  )
}
