import { lazy, Suspense, useState } from 'react'
import { getMember } from '#contract/people.ts'
import { useRight } from '#web/app/me.ts'
import { useReply } from '#web/platform/ask.ts'
import { phoneForm } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { Schedules } from './calendar/schedules.tsx'
import { AccessMenu } from './leaving/access-menu.tsx'
import { OutNote } from './leaving/out-note.tsx'
import { Certificates } from './performer/certificates.tsx'
import { LegalForms } from './performer/legal-forms.tsx'
import { PersonalLink } from './personal-link.tsx'
import { Rates } from './rates.tsx'
import css from './people.module.css'

// Seldom opened: fetched then.
const MemberForm = lazy(() => import('./member-form.tsx').then((module) => ({ default: module.MemberForm })))

type Props = {
  member_id: string
  /** The menu of access, where the page's own head has none. */
  acts?: boolean
}

/** A performer: phone and trades, his papers, the way in, what he costs and in what legal form he works. */
export function PerformerCard({ member_id, acts = true }: Props) {
  const right = useRight()
  const member = useReply(getMember, { member_id })
  const [changing, setChanging] = useState(false)
  const performs = member.kind === 'performer'
  return (
    <>
      <OutNote member={member} />
      <Section
        title={t('counterparty.properties')}
        end={
          !changing && (
            <span className={css.acts}>
              {!member.can.change && (
                <Button size="sm" onClick={() => setChanging(true)}>
                  {t('performer.change')}
                </Button>
              )}
              {acts && <AccessMenu member={member} />}
            </span>
          )
        }
      >
        {changing ? (
          <Suspense>
            <MemberForm member={member} onClose={() => setChanging(false)} />
          </Suspense>
        ) : (
          <Properties>
            <Property label={t('performer.phone')}>
              {member.phone && (
                <a className={css.phone} href={`tel:${member.phone}`}>
                  {phoneForm(member.phone)}
                </a>
              )}
            </Property>
            <Property label={t('performer.specialities')}>
              {member.specialities.length > 0 && (
                <span className={css.chips}>
                  {member.specialities.map(({ id, name }) => (
                    <Chip key={id}>{name}</Chip>
                  ))}
                </span>
              )}
            </Property>
            {member.pools.length > 0 && (
              <Property label={t('performer.pools')}>
                {member.pools.map(({ id, name }) => (
                  <div key={id}>
                    <Link to={`/pools/${id}`}>{name}</Link>
                  </div>
                ))}
              </Property>
            )}
            {member.position && <Property label={t('staff.position')}>{member.position}</Property>}
          </Properties>
        )}
      </Section>
      <Schedules member_id={member_id} />
      {performs && <Certificates member={member} />}
      {performs && !member.out_since && <PersonalLink member={member} />}
      {right('money.read') && <Rates member={member} />}
      {performs && <LegalForms member={member} />}
    </>
  )
}
