import { useQuery } from '@tanstack/react-query'
import { lookAtPersonalLink, usePersonalLink } from '#contract/people.ts'
import { call } from '#web/platform/call.ts'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Bone, Bones, Notice, ProblemNote } from '#web/ui/state.tsx'
import { Door } from './door.tsx'
import { useAct } from './use-act.ts'
import css from './door.module.css'

// The contract's name reads as a hook's; this one signs in.
const open = usePersonalLink

/** A performer's personal link: who he is and one button. Messengers open links to preview them: looking uses nothing up. */
export function LinkPage() {
  const link = useParam('token')
  const whose = useQuery({ queryKey: ['link', link], queryFn: () => call(lookAtPersonalLink, { link }) })
  const enter = useAct(
    () => call(open, { link }),
    () => location.replace('/f/'),
  )
  if (whose.error) {
    return (
      <Door title={t('problem.title')}>
        <div className={css.form}>
          <Notice tone="bad">{t('link.gone')}</Notice>
        </div>
      </Door>
    )
  }
  if (!whose.data) {
    return (
      <Door title=" ">
        <Bones>
          <Bone h={120} />
        </Bones>
      </Door>
    )
  }
  const { member, company } = whose.data
  return (
    <Door
      title={t('link.heading', { name: member.name.split(' ')[0] ?? member.name })}
      hint={t('link.company', { company: company.name })}
    >
      <div className={css.form}>
        <div className={css.row}>
          <Avatar who={member} size={40} alone={false} />
          <b className={css.grow}>{member.name}</b>
        </div>
        <ProblemNote error={enter.error} />
        <Button
          variant="primary"
          wide
          className={css.big}
          busy={enter.isPending}
          onClick={() => enter.mutate(undefined)}
        >
          {t('link.submit')}
        </Button>
        <p className={css.hint}>{t('link.hint')}</p>
      </div>
    </Door>
  )
}
