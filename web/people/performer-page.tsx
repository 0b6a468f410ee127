import { getMember } from '#contract/people.ts'
import { useReply } from '#web/platform/ask.ts'
import { Link } from '#web/platform/link.tsx'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Chip } from '#web/ui/chip.tsx'
import { PageHead } from '#web/ui/page-head.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { PerformerCard } from './performer-card.tsx'
import css from './people.module.css'

/** A performer's own page. */
export function PerformerPage() {
  const member_id = useParam('member_id')
  const member = useReply(getMember, { member_id })
  return (
    <>
      <PageHead
        crumbs={[
          <Link key="all" to="/performers">
            {t('nav.performers')}
          </Link>,
        ]}
        title={
          <>
            <Avatar who={member} size={32} alone={false} />
            {member.name}
          </>
        }
        badge={<Chip tone={member.state === 'active' ? 'good' : 'warn'}>{t(`member_state.${member.state}`)}</Chip>}
      />
      <div className={css.sheet}>
        <PerformerCard member_id={member_id} />
      </div>
    </>
  )
}
