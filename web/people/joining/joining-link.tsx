import { useState } from 'react'
import { Select } from '@mantine/core'
import { closeJoiningLink, getJoiningLink, makeJoiningLink } from '#contract/invitations.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { When } from '#web/ui/figures.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { LinkDialog } from '#web/ui/over/link-dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Bone, Bones, ProblemNote } from '#web/ui/state.tsx'
import { type Offered, useOffers } from '../offers.ts'
import { PrintButton } from './print-button.tsx'
import css from '../people.module.css'

/** The company's joining link: one for all, each who comes names his head and waits for his word. */
export function JoiningLinkDialog({ onClose }: { onClose: () => void }) {
  const { roles } = useOffers()
  const state = useMaybe(getJoiningLink, {})
  const [role, setRole] = useState<Offered>('member')
  const make = useCall(makeJoiningLink, { inline: true })
  const close = useCall(closeJoiningLink, { inline: true, onSuccess: () => toast(t('joining.closed')) })
  if (make.data) {
    const { url } = make.data
    return (
      <LinkDialog
        title={t('joining.title')}
        url={url}
        onClose={onClose}
        acts={<PrintButton sheets={[{ name: null, url }]} text={t('print.say_team')} />}
      >
        {t('joining.say')}
      </LinkDialog>
    )
  }
  const link = state?.link
  return (
    <Dialog
      title={t('joining.title')}
      onClose={onClose}
      onSubmit={() => make.mutate({ role })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          {link && (
            <Button variant="danger" busy={close.isPending} onClick={() => close.mutate({})}>
              {t('joining.close')}
            </Button>
          )}
          <Button type="submit" variant="primary" busy={make.isPending}>
            {t(link ? 'joining.renew' : 'joining.make')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p className={css.quiet}>{t('joining.hint')}</p>
        {!state && (
          <Bones>
            <Bone h={20} />
          </Bones>
        )}
        {link && (
          <p>
            <b>{t('joining.works')}</b> {t('joining.made', { who: link.made_by.name, role: t(`role.${link.role}`) })}{' '}
            <When at={link.made_at} />
          </p>
        )}
        <Select
          label={t('staff.role')}
          data={roles.map((one) => ({ value: one, label: t(`role.${one}`) }))}
          value={role}
          description={t(`invite.role_hint.${role}`)}
          onChange={(next) => next && setRole(next)}
        />
        {link && <p className={css.quiet}>{t('joining.renew_hint')}</p>}
        <ProblemNote error={make.error ?? close.error} />
      </div>
    </Dialog>
  )
}
