import { lazy, Suspense } from 'react'
import type { Conversation, Message } from '#contract/inbox/conversations.ts'
import { listOrders } from '#contract/orders.ts'
import { useMayBegin } from '#web/app/me.ts'
import { SamePerson } from '#web/counterparties/merging/lazily.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { moment, phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ChannelMark } from '../channel-mark.tsx'
import css from './beside.module.css'

const NewOrderCard = lazy(() => import('./new-order-card.tsx').then((module) => ({ default: module.NewOrderCard })))

type Props = {
  conversation: Conversation
  ordering: boolean
  chosen: readonly Message[]
  onOrder: () => void
  onEnd: () => void
  /** Words to answer with: the order's number. */
  onMade: (words: string) => void
}

/** Beside the words: the order that is made of them, who writes, what is under way for him. */
export function Beside({ conversation, ordering, chosen, onEnd, onMade }: Props) {
  const mayBegin = useMayBegin()()
  return (
    <aside className={css.beside} aria-label={t('inbox.about')} data-ordering={ordering || undefined}>
      {ordering && mayBegin && (
        <Suspense>
          <NewOrderCard conversation={conversation} chosen={chosen} onEnd={onEnd} onMade={onMade} />
        </Suspense>
      )}
      <About conversation={conversation} />
    </aside>
  )
}

/** Who writes, what is under way for him, what else he wrote. */
export function About({ conversation }: { conversation: Conversation }) {
  return (
    <>
      <ContactCard conversation={conversation} />
      <Orders conversation={conversation} />
      <Others conversation={conversation} />
    </>
  )
}

/** Who it is and how he is reached; whose he is. */
function ContactCard({ conversation }: { conversation: Conversation }) {
  const { contact_card: contact, counterparty, accounts } = conversation
  const joins = useMayBegin()('counterparties.manage')
  if (!contact) return null
  return (
    <>
      <Section title={contact.name} aside={contact.position}>
        <dl className={css.reaches}>
          {accounts.map(({ kind, value, label, proven, fault }) => (
            <div key={`${kind} ${value}`}>
              <dt>{t(`reach.${kind}`)}</dt>
              <dd>
                {reach(kind, value, label)}
                {kind === 'phone' && proven && <small className={css.how}>{t('inbox.proven')}</small>}
                {fault && (
                  <small className={css.how}>{t(`reach.fault.${fault === 'bounced' ? 'bounced' : 'blocked'}`)}</small>
                )}
              </dd>
            </div>
          ))}
        </dl>
      </Section>
      {joins && (
        <div className={css.notice}>
          <Suspense>
            <SamePerson contact_id={contact.id} />
          </Suspense>
        </div>
      )}
      {counterparty && (
        <Section
          title={counterparty.name}
          end={
            <Link className={css.link} to={`/counterparties/${counterparty.id}`}>
              {t('inbox.card')}
            </Link>
          }
        >
          {null}
        </Section>
      )}
    </>
  )
}

function reach(kind: string, value: string, label: string | null) {
  if (kind === 'phone') return <a href={`tel:${value}`}>{phoneForm(value)}</a>
  if (kind === 'email') return <a href={`mailto:${value}`}>{broken(value)}</a>
  return label ?? t('inbox.no_name_there')
}

/** An address too long for its place goes on in the next line at its «@». */
function broken(address: string) {
  const at = address.indexOf('@')
  return (
    <>
      {address.slice(0, at)}
      <wbr />
      {address.slice(at)}
    </>
  )
}

const UNDER_WAY = ['new', 'agreement', 'work', 'acceptance', 'closing'] as const

/** Orders under way for the customer, those of this dialogue marked by their place: first. */
function Orders({ conversation: { counterparty, orders } }: { conversation: Conversation }) {
  const id = counterparty?.id
  const { rows } = useMaybeList(
    listOrders,
    { phase: [...UNDER_WAY], ...(id && { counterparty_id: id }), limit: 10 },
    Boolean(id),
  )
  const here = new Set(orders.map((order) => order.id))
  const elsewhere = orders.filter((order) => !rows.some((row) => row.id === order.id))
  const sorted = rows.toSorted((one, other) => Number(here.has(other.id)) - Number(here.has(one.id)))
  if (rows.length === 0 && elsewhere.length === 0) return null
  return (
    <Section title={t('inbox.orders')} aside={rows.length > 0 ? t('inbox.under_way', { n: rows.length }) : undefined}>
      <ul className={css.orders}>
        {elsewhere.map((order) => (
          <li key={order.id}>
            <Link to={`/orders/${order.id}`}>{t('thing.order', { number: order.number })}</Link>
          </li>
        ))}
        {sorted.map((row) => (
          <li key={row.id}>
            <Link to={`/orders/${row.id}`} title={row.title}>
              <PhaseMark phase={row.phase} />
              <small>{t('thing.order', { number: row.number })}</small>
              <span>{row.title}</span>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}

/** What else he wrote, by other channels too. */
function Others({ conversation: { others } }: { conversation: Conversation }) {
  if (others.length === 0) return null
  return (
    <Section title={t('inbox.others')}>
      <ul className={css.orders}>
        {others.map(({ id, kind, title, last_at }) => (
          <li key={id}>
            <Link to="/contacts" search={{ open: id }}>
              <ChannelMark kind={kind} />
              <span>{title ?? t(`channel.kind.${kind}`)}</span>
              <small>{moment(last_at)}</small>
            </Link>
          </li>
        ))}
      </ul>
    </Section>
  )
}
