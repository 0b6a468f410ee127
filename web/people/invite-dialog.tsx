import { Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { invite } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { LinkDialog } from '#web/ui/over/link-dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './people.module.css'

type Role = 'admin' | 'manager' | 'accountant' | 'member'
const ROLES: readonly Role[] = ['manager', 'member', 'accountant', 'admin']
/** What a role may offer: nobody gives rights that he has not. */
const OFFERS: Record<string, readonly Role[]> = {
  owner: ROLES,
  admin: ROLES,
  manager: ['manager', 'member', 'accountant'],
}

/** Invites one person: the link is shown at once, a letter goes out too where there is an e-mail. */
export function InviteDialog({ onClose }: { onClose: () => void }) {
  const { member } = useMe()
  const form = useForm<{ role: Role; name: string; email: string }>({
    initialValues: { role: 'manager', name: '', email: '' },
    validate: against(invite.body),
  })
  const send = useCall(invite, { inline: true })
  const go = form.onSubmit((values) =>
    send.mutate(toSend(invite.body, values), { onError: ({ fields }) => form.setErrors(fields) }),
  )
  if (send.data) {
    const { name, email } = send.data.invitation
    return (
      <LinkDialog
        title={name ? t('invite.link_title_named', { name }) : t('invite.link_title')}
        url={send.data.url}
        onClose={onClose}
      >
        {email ? t('invite.link_say_mail', { email }) : t('invite.link_say')}
      </LinkDialog>
    )
  }
  const roles = OFFERS[member?.role ?? ''] ?? []
  return (
    <Dialog
      title={t('invite.title')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={send.isPending}>
            {t('invite.send')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <TextInput
          label={t('performer.name')}
          placeholder={t('register.name_placeholder')}
          data-autofocus
          {...form.getInputProps('name')}
        />
        <Select
          label={t('staff.role')}
          data={roles.map((role) => ({ value: role, label: t(`role.${role}`) }))}
          description={t(`invite.role_hint.${form.values.role}`)}
          {...form.getInputProps('role')}
        />
        <TextInput
          label={t('staff.email')}
          type="email"
          description={t('invite.email_hint')}
          {...form.getInputProps('email')}
        />
        <ProblemNote error={send.error} />
      </div>
    </Dialog>
  )
}
