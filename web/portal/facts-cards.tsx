import { IconDownload, IconFileText } from '@tabler/icons-react'
import type { Purchase } from '#contract/portal.ts'
import { day, dayDigits, moment, money } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Card, CardRow } from '#web/ui/phone/card.tsx'
import { fileUrl } from './link.ts'
import css from './portal.module.css'

/** The sum and the terms as they were agreed. */
export function TermsCard({ purchase: { terms, amount, currency, phase } }: { purchase: Purchase }) {
  if (!terms) return null
  const sum = amount ?? terms.price
  const label = amount === null && terms.price_model === 'hourly' ? 'portal.price_hour' : 'portal.to_pay'
  const later = phase === 'acceptance' || phase === 'work'
  return (
    <Card>
      {sum !== null && (
        <div className={css.sum}>
          <span>{t(label)}</span>
          <b>{money(sum, currency)}</b>
        </div>
      )}
      <p className={css.quiet}>
        {/* «13 нояб.» ends with a dot of its own. */}
        {t('portal.agreed', { day: day(terms.agreed_at).replace(/\.$/, '') })} {later && t('portal.papers_later')}
      </p>
      <dl className={css.facts}>
        {terms.starts_at && (
          <>
            <dt>{t('portal.starts')}</dt>
            <dd>{moment(terms.starts_at)}</dd>
          </>
        )}
        {terms.due_at && (
          <>
            <dt>{t('portal.due')}</dt>
            <dd>{moment(terms.due_at)}</dd>
          </>
        )}
        {terms.scope && (
          <>
            <dt>{t('portal.scope')}</dt>
            <dd>{terms.scope}</dd>
          </>
        )}
      </dl>
    </Card>
  )
}

export function DocumentsCard({ documents }: { documents: Purchase['documents'] }) {
  return (
    <Card label={t('portal.documents')}>
      {documents.map(({ id, kind, number, issued_on, total, currency, file_id, name }) => (
        <CardRow
          key={id}
          about={t('portal.document_about', { day: dayDigits(issued_on), sum: money(total, currency) })}
          act={{
            label: t('portal.download', { name }),
            icon: <IconDownload size={22} stroke={1.75} />,
            href: fileUrl(file_id),
          }}
        >
          <span className={css.paper}>
            <IconFileText size={18} stroke={1.75} aria-hidden="true" />
            {t(`portal.${kind}`, { number })}
          </span>
        </CardRow>
      ))}
    </Card>
  )
}

export function RequestCard({ purchase: { request, requested_at } }: { purchase: Purchase }) {
  return (
    <Card label={t('portal.request')} end={moment(requested_at)}>
      <p className={css.text}>{request}</p>
    </Card>
  )
}
