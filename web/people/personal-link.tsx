import { lazy, Suspense, useState } from 'react'
import { IconLink } from '@tabler/icons-react'
import { makePersonalLink, type Member } from '#contract/people.ts'
import { useCall } from '#web/platform/ask.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ActionButton } from '#web/ui/action-button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './people.module.css'

// With its code for a camera it is heavy, and opened once for a person.
const LinkDialog = lazy(() => import('#web/ui/over/link-dialog.tsx').then((module) => ({ default: module.LinkDialog })))

/** How a performer gets in: whether he has, and a new link. Replacing a link that works is asked about first. */
export function PersonalLink({ member }: { member: Member }) {
  const [asking, setAsking] = useState(false)
  const make = useCall(makePersonalLink, { inline: true, onSuccess: () => setAsking(false) })
  const used = member.state !== 'invited'
  const go = () => make.mutate({ member_id: member.id })
  return (
    <Section
      title={t('performer.link')}
      end={<Chip tone={used ? 'good' : 'warn'}>{t(`member_state.${member.state}`)}</Chip>}
    >
      <div className={css.linkBox}>
        <p className={css.quiet}>{t(used ? 'performer.link_used' : 'performer.link_waiting')}</p>
        <ActionButton
          side="start"
          refusal={member.can.link}
          variant={used ? 'default' : 'primary'}
          icon={<IconLink size={16} stroke={1.75} />}
          busy={make.isPending}
          onClick={() => (used ? setAsking(true) : go())}
        >
          {t(used ? 'performer.link_new' : 'performer.give_link')}
        </ActionButton>
        {!asking && <ProblemNote error={make.error} />}
      </div>
      {asking && (
        <Dialog
          title={t('performer.link_replace')}
          onClose={() => setAsking(false)}
          onSubmit={go}
          foot={
            <>
              <Button onClick={() => setAsking(false)}>{t('do.cancel')}</Button>
              <Button type="submit" variant="primary" busy={make.isPending}>
                {t('performer.link_new')}
              </Button>
            </>
          }
        >
          <p>{t('performer.link_replace_hint', { name: member.name })}</p>
          <ProblemNote error={make.error} />
        </Dialog>
      )}
      <Suspense>
        {make.data && (
          <LinkDialog
            title={t('performer.link_title', { name: member.name })}
            url={make.data.url}
            onClose={() => make.reset()}
          >
            {t('performer.link_say', { phone: member.phone ? phoneForm(member.phone) : '—' })}
          </LinkDialog>
        )}
      </Suspense>
    </Section>
  )
}
