import type { ReactNode } from 'react'
import { IconAlertTriangle, IconCalendarOff, IconPhone, IconTool, IconUsersGroup } from '@tabler/icons-react'
import type { Member } from '#contract/people.ts'
import { dayName, phoneForm } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Fact, PageHead } from '#web/ui/page-head.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { AccessMenu } from '../leaving/access-menu.tsx'
import { StateChip } from './state-chip.tsx'
import css from './performer.module.css'

const look = { size: 16, stroke: 1.75, 'aria-hidden': true } as const

/** Who he is at a glance: how to reach him, what he can, in whose pool he is, and what is wrong. */
export function PerformerHead({ member, children }: { member: Member; children: ReactNode }) {
  const { phone, specialities, pools, certificates, away } = member
  return (
    <PageHead
      crumbs={[
        <Link key="all" to="/performers">
          {t('nav.performers')}
        </Link>,
      ]}
      title={
        <span className={css.name}>
          <Avatar who={member} size={32} alone={false} />
          {member.name}
        </span>
      }
      badge={<StateChip state={member.state} />}
      acts={<AccessMenu member={member} />}
      facts={
        <>
          {phone && (
            <Fact icon={<IconPhone {...look} />}>
              <a className={css.plain} href={`tel:${phone}`}>
                {phoneForm(phone)}
              </a>
            </Fact>
          )}
          {specialities.length > 0 && (
            <Fact icon={<IconTool {...look} />}>{specialities.map(({ name }) => name).join(', ')}</Fact>
          )}
          {pools.length > 0 && (
            <Fact icon={<IconUsersGroup {...look} />}>
              <span className={css.pools}>
                {pools.map(({ id, name }) => (
                  <Link key={id} to={`/pools/${id}`}>
                    {name}
                  </Link>
                ))}
              </span>
            </Fact>
          )}
          {away && (
            <Fact icon={<IconCalendarOff {...look} />} tone="warn">
              {t('person.away', { kind: away.kind, day: dayName(away.to_day) })}
            </Fact>
          )}
          <Faults {...certificates} />
        </>
      }
    >
      {children}
    </PageHead>
  )
}

function Faults({ expired, expiring }: Member['certificates']) {
  if (expired + expiring === 0) return null
  return (
    <Fact icon={<IconAlertTriangle {...look} />} tone={expired > 0 ? 'bad' : 'warn'}>
      {expired > 0 ? t('person.expired', { n: expired }) : t('person.expiring', { n: expiring })}
    </Fact>
  )
}
