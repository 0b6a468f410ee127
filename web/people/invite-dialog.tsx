import type { ReactNode } from 'react'
import { MultiSelect, Select, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { invite } from '#contract/people.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { against, toSend } from '#web/platform/against.ts'
import { listPools } from '#contract/pools.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { LinkDialog } from '#web/ui/over/link-dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { PrintButton } from './joining/print-button.tsx'
import { asOptions, asRole, type Offer, type Offered, useOffers } from './offers.ts'
import { PersonSelect } from './person-select.tsx'
import '@mantine/core/styles/PillsInput.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import css from './people.module.css'

type Props = {
  /** Whose report the person is to be; who invites, unless said otherwise. */
  head?: { id: string; name: string }
  name?: string
  email?: string | null
  onClose: () => void
}

/** Invites one person: the link is shown at once, a letter goes out too where there is an e-mail. */
export function InviteDialog({ head, name, email, onClose }: Props) {
  const { member } = useMe()
  const right = useRight()
  const { all, leads } = useOffers()
  const proposed = head ?? (member && { id: member.id, name: member.name })
  const form = useForm<{
    /** A fixed role, or the id of the company's own. */
    role: string
    name: string
    position: string
    email: string
    head_id: string
    pool_ids: string[]
  }>({
    initialValues: {
      role: right('people.invite') ? 'manager' : 'member',
      name: name ?? '',
      position: '',
      email: email ?? '',
      head_id: proposed?.id ?? '',
      pool_ids: [],
    },
    validate: ({ role, ...rest }) => against(invite.body)({ ...rest, ...asRole(role) }),
  })
  const send = useCall(invite, { inline: true })
  const go = form.onSubmit(({ role, ...values }) =>
    send.mutate(toSend(invite.body, { ...values, ...asRole(role) }), {
      onError: ({ fields }) => form.setErrors(fields),
    }),
  )
  if (send.data) return <Sent reply={send.data} onClose={onClose} />
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
        <TextInput label={t('staff.position')} {...form.getInputProps('position')} />
        <RoleField offers={all} {...form.getInputProps('role')} value={form.values.role} />
        {right('people.invite') && (
          <PersonSelect
            label={t('structure.head')}
            description={t('invite.head_hint')}
            value={form.values.head_id}
            known={proposed}
            onChange={(id) => form.setFieldValue('head_id', id ?? '')}
            error={form.errors['head_id']}
          />
        )}
        {leads(form.values.role) && (
          <PoolsField value={form.values.pool_ids} onChange={(ids) => form.setFieldValue('pool_ids', ids)} />
        )}
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

type RoleProps = { offers: readonly Offer[]; value: string; error?: ReactNode; onChange: (role: string | null) => void }

/** As what he is to come: a fixed role, or one of the company's own. */
function RoleField({ offers, value, ...given }: RoleProps) {
  const own = offers.some(({ role_id }) => role_id === value)
  return (
    <Select
      label={t('staff.role')}
      data={asOptions(offers)}
      allowDeselect={false}
      description={t(own ? 'invite.role_hint.own' : `invite.role_hint.${value as Offered}`)}
      value={value}
      {...given}
    />
  )
}

/** The pools that the comer will curate: those whose curators the inviter says. */
function PoolsField({ value, onChange }: { value: string[]; onChange: (ids: string[]) => void }) {
  const known = useMaybe(listPools, { limit: 500 })?.rows.filter(({ can }) => can.curate === null) ?? []
  if (known.length === 0) return null
  return (
    <MultiSelect
      label={t('invite.pools')}
      searchable
      data={known.map(({ id, name }) => ({ value: id, label: name }))}
      value={value}
      onChange={onChange}
    />
  )
}

type SentProps = {
  reply: { invitation: { name: string | null; email: string | null }; url: string }
  onClose: () => void
}

/** The link of an invitation: copied, shown as a code, printed. */
export function Sent({ reply: { invitation, url }, onClose }: SentProps) {
  const { name, email } = invitation
  return (
    <LinkDialog
      title={name ? t('invite.link_title_named', { name }) : t('invite.link_title')}
      url={url}
      onClose={onClose}
      acts={<PrintButton sheets={[{ name, url }]} text={t('print.say')} />}
    >
      {email ? t('invite.link_say_mail', { email }) : t('invite.link_say')}
    </LinkDialog>
  )
}
