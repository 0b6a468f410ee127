import { useState } from 'react'
import { IconCheck, IconPhone } from '@tabler/icons-react'
import type { Purchase } from '#contract/portal.ts'
import { day } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { CompanyMark } from '#web/ui/person.tsx'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Foot, Screen } from '#web/ui/phone/screen.tsx'
import { AcceptSheet } from './accept-sheet.tsx'
import { DocumentsCard, RequestCard, TermsCard } from './facts-cards.tsx'
import { EarlierCard } from './earlier-card.tsx'
import { Progress } from './progress.tsx'
import { RejectSheet } from './reject-sheet.tsx'
import { ResultCards } from './result-cards.tsx'
import { SilenceCard } from './silence-card.tsx'
import css from './portal.module.css'

type Props = { purchase: Purchase; now: Date }

/** The order as its customer sees it: photos first, two buttons always in reach. */
export function PurchaseScreen({ purchase, now }: Props) {
  const { number, address, rounds, can } = purchase
  const waiting = !can.accept
  const shown = rounds[0]?.decision === 'rejected' ? undefined : rounds[0]
  return (
    <Screen top={<Head purchase={purchase} />} foot={waiting && rounds[0] && <Decide purchase={purchase} now={now} />}>
      <header className={css.title}>
        <p>{[t('portal.order', { number }), address].filter(Boolean).join(', ')}</p>
        <h1>{titleOf(purchase)}</h1>
      </header>
      {!waiting && <Progress purchase={purchase} />}
      <SilenceCard purchase={purchase} now={now} />
      {purchase.documents.length > 0 && <DocumentsCard documents={purchase.documents} />}
      {shown && <ResultCards round={shown} />}
      <TermsCard purchase={purchase} />
      <EarlierCard rounds={shown ? rounds.slice(1) : rounds} decided={shown?.decision ? shown : undefined} />
      <RequestCard purchase={purchase} />
    </Screen>
  )
}

function titleOf({ title, phase, rounds, documents, can }: Purchase): string {
  if (!can.accept) return t(rounds.length > 1 ? 'portal.title_again' : 'portal.title_check', { title })
  if (phase === 'work' && rounds[0]?.decision === 'rejected') return t('portal.state_rejected')
  if (phase === 'closing' && documents.length > 0) return t('portal.state_papers')
  return t(`portal.state_${phase}`)
}

function Head({ purchase: { company, customer, responsible } }: { purchase: Purchase }) {
  const phone = responsible.phone ?? company.phone
  const name = responsible.phone ? responsible.name : company.name
  return (
    <header className={css.bar}>
      <CompanyMark name={company.name} size={32} />
      <div className={css.names}>
        <b>{company.name}</b>
        <small>{t('portal.for', { customer })}</small>
      </div>
      {phone ? (
        <a href={`tel:${phone}`} className={css.reach} aria-label={t('portal.call', { name })}>
          <IconPhone size={22} stroke={1.75} />
        </a>
      ) : (
        company.email && (
          <a href={`mailto:${company.email}`} className={css.reach}>
            {t('portal.write', { name })}
          </a>
        )
      )}
    </header>
  )
}

function Decide({ purchase, now }: Props) {
  const [asked, setAsked] = useState<'accept' | 'reject' | null>(null)
  const round = purchase.rounds[0]
  if (!round) return null
  const until = round.answer_by && t('portal.wait_until', { day: day(round.answer_by, now) })
  const close = () => setAsked(null)
  return (
    <Foot under={until ?? t('portal.no_password')}>
      <BigButton narrow onClick={() => setAsked('reject')}>
        {t('portal.reject')}
      </BigButton>
      <BigButton
        variant="primary"
        icon={<IconCheck size={22} stroke={1.75} aria-hidden="true" />}
        onClick={() => setAsked('accept')}
      >
        {t('portal.accept')}
      </BigButton>
      {asked === 'accept' && <AcceptSheet purchase={purchase} round={round} now={now} onClose={close} />}
      {asked === 'reject' && <RejectSheet purchase={purchase} round={round} onClose={close} />}
    </Foot>
  )
}
