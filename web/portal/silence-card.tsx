import type { ReactNode } from 'react'
import { IconClock } from '@tabler/icons-react'
import type { Purchase } from '#contract/portal.ts'
import { dayDigits, dayInWords, phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Card } from '#web/ui/phone/card.tsx'
import css from './portal.module.css'

type Props = { purchase: Purchase; now: Date }

/** What comes of no answer, before he decides; and that it came, with whom to tell if something is wrong. */
export function SilenceCard({ purchase, now }: Props) {
  const round = purchase.rounds[0]
  if (!round?.silence || purchase.phase === 'cancelled') return null
  const { days: n, last_day, contract_number: contract, contract_signed_on } = round.silence
  const about = { n, day: dayInWords(last_day, now), contract, signed_on: dayDigits(contract_signed_on) }
  if (!round.by_silence) return purchase.can.accept ? null : <Note>{t('portal.silence', about)}</Note>
  return (
    <Note title={t('portal.silent', about)}>
      {t('portal.silent_why', about)} <Complaint purchase={purchase} />
    </Note>
  )
}

function Note({ title, children }: { title?: string; children: ReactNode }) {
  return (
    <Card>
      <div className={css.silence}>
        <IconClock size={20} stroke={1.75} aria-hidden="true" />
        <div>
          {title && <b>{title}</b>}
          <p>{children}</p>
        </div>
      </div>
    </Card>
  )
}

/** The same that stands at the head, for whoever comes late: there it is an icon. */
function Complaint({ purchase: { company, responsible } }: { purchase: Purchase }) {
  const phone = responsible.phone ?? company.phone
  if (!phone && !company.email) return t('portal.complain_nowhere')
  const name = responsible.phone ? responsible.name : company.name
  return (
    <>
      {t(phone ? 'portal.complain_call' : 'portal.complain_write')} {name},{' '}
      <a href={phone ? `tel:${phone}` : `mailto:${company.email}`}>{phone ? phoneForm(phone) : company.email}</a>
    </>
  )
}
