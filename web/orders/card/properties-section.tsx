import { useState } from 'react'
import { IconMail, IconPencil, IconPhone } from '@tabler/icons-react'
import type { Order } from '#contract/orders.ts'
import { moment, phoneForm } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import type { OnAct } from './use-order.ts'
import { Watchers } from './watchers.tsx'
import css from './card.module.css'

/** For whom, whom to ask, where; and the request word for word. */
export function PropertiesSection({ order, onAct }: { order: Order; onAct: OnAct }) {
  const { counterparty, contact, site, address, source, requested_at, can } = order
  return (
    <Section>
      <Properties>
        <Property label={t('order.customer')}>
          {counterparty ? (
            <span className={css.withTools}>
              <Link className={css.strong} to={`/counterparties/${counterparty.id}`}>
                {counterparty.name}
              </Link>
              {!can.change && (
                <IconButton
                  size="sm"
                  label={t('customer.change')}
                  icon={<IconPencil size={14} stroke={1.75} />}
                  onClick={() => onAct('customer')}
                />
              )}
            </span>
          ) : (
            !can.change && (
              <Button variant="link" onClick={() => onAct('customer')}>
                {t('step.set_counterparty')}
              </Button>
            )
          )}
        </Property>
        <Property label={t('order.contact')}>{contact && <ContactLine contact={contact} />}</Property>
        <Property label={t('order.site')} hint={site?.access_note}>
          {site?.address ?? address}
        </Property>
        <Property label={t('order.source')}>
          {t(`source.${source}`)} <span className={css.quiet}>{moment(requested_at)}</span>
        </Property>
        <Watchers order={order} />
      </Properties>
      <Request text={order.request} />
    </Section>
  )
}

function ContactLine({ contact: { name, phone, email } }: { contact: NonNullable<Order['contact']> }) {
  return (
    <span className={css.withTools}>
      <span>
        {name}
        {phone && (
          <a className={css.phone} href={`tel:${phone}`}>
            {phoneForm(phone)}
          </a>
        )}
      </span>
      <span className={css.tools}>
        {email && (
          <a href={`mailto:${email}`} aria-label={t('contact.write', { name })} title={email}>
            <IconMail size={16} stroke={1.75} aria-hidden="true" />
          </a>
        )}
        {phone && (
          <a href={`tel:${phone}`} aria-label={t('contact.call', { name })} title={phone}>
            <IconPhone size={16} stroke={1.75} aria-hidden="true" />
          </a>
        )}
      </span>
    </span>
  )
}

const LONG = 96

/** The request as it came; a long one is folded and opened in place. */
function Request({ text }: { text: string }) {
  const [whole, setWhole] = useState(false)
  const long = text.length > LONG || text.split('\n').length > 2
  return (
    <figure className={css.request}>
      <blockquote className={cx(long && !whole && css.folded)}>{text}</blockquote>
      {long && (
        <Button variant="link" onClick={() => setWhole(!whole)}>
          {t(whole ? 'order.request_less' : 'order.request_whole')}
        </Button>
      )}
    </figure>
  )
}
