import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { addContact, changeContact, type Contact } from '#contract/counterparties.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import type { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { DoubleNote } from './double-note.tsx'
import { reachOf } from './reach.ts'
import css from './counterparties.module.css'

type Props = { counterparty_id: string; contact: Contact | null; onClose: () => void }

/** A contact person, new or changed. A phone or e-mail that somebody else has is refused with the way to him. */
export function ContactForm({ counterparty_id, contact, onClose }: Props) {
  const form = useForm({
    initialValues: {
      name: contact?.name ?? '',
      position: contact?.position ?? '',
      phone: contact ? reachOf(contact, 'phone') : '',
      email: contact ? reachOf(contact, 'email') : '',
    },
    validate: against(addContact.body),
  })
  const add = useCall(addContact, { inline: true, onSuccess: onClose })
  const change = useCall(changeContact, { inline: true, onSuccess: onClose })
  const onError = ({ fields }: Problem) => form.setErrors(fields)
  const send = form.onSubmit((values) => {
    if (!contact) return add.mutate({ counterparty_id, ...toSend(addContact.body, values) }, { onError })
    const cleared = { ...values, position: values.position || null }
    const sent = { contact_id: contact.id, version: contact.version, ...toSend(changeContact.body, cleared) }
    // One that is given takes the place of all that he has: what was not touched is not sent.
    const { phone: _, email: __, ...rest } = sent
    const reached = (['phone', 'email'] as const).flatMap((kind) => {
      const typed = values[kind].trim()
      return typed === reachOf(contact, kind) ? [] : [[kind, typed || null] as const]
    })
    change.mutate({ ...rest, ...Object.fromEntries(reached) }, { onError })
  })
  return (
    <Dialog
      title={contact ? t('counterparty_contact.change', { name: contact.name }) : t('counterparty_contact.new')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={add.isPending || change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.dialogForm}>
        <TextInput label={t('counterparty_contact.name')} data-autofocus {...form.getInputProps('name')} />
        <TextInput label={t('counterparty_contact.position')} {...form.getInputProps('position')} />
        <div className={css.two}>
          <TextInput label={t('counterparty_contact.phone')} type="tel" {...form.getInputProps('phone')} />
          <TextInput label={t('counterparty_contact.email')} type="email" {...form.getInputProps('email')} />
        </div>
        <DoubleNote error={add.error ?? change.error} />
      </div>
    </Dialog>
  )
}
