import { useId } from 'react'
import { Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { addCounterparty, type CounterpartyCard } from '#contract/counterparties.ts'
import { useCompany } from '#web/app/me.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { focused } from '#web/ui/submit.ts'
import { Segments } from '#web/ui/tabs.tsx'
import { DoubleNote } from './double-note.tsx'
import { SidesField } from './sides.tsx'
import css from './counterparties.module.css'

type Values = {
  kind: 'organisation' | 'person'
  name: string
  is_customer: boolean
  is_supplier: boolean
  tax_number: string
  contact: { name: string; position: string; phone: string; email: string }
  site: { address: string; access_note: string }
}
type Form = UseFormReturnType<Values, Values, (values: Values) => Record<string, string>>
type Props = { onClose: () => void; onAdded: (card: CounterpartyCard) => void }

const emptyValues = (): Values => ({
  kind: 'organisation',
  name: '',
  is_customer: true,
  is_supplier: false,
  tax_number: '',
  contact: { name: '', position: '', phone: '', email: '' },
  site: { address: '', access_note: '' },
})

/** Contact and site go along when anything of them was typed; a private person is his own contact. */
function wish(values: Values) {
  const { contact, site, ...rest } = values
  const named = { ...contact, name: contact.name || (contact.phone || contact.email ? values.name : '') }
  return toSend(addCounterparty.body, {
    ...rest,
    ...(named.name.trim() && { contact: named }),
    ...((site.address.trim() || site.access_note.trim()) && { site }),
  })
}

/** A counterparty with its first contact and site: only the name must be known. */
export function NewCounterparty({ onClose, onAdded }: Props) {
  const id = useId()
  const form: Form = useForm({
    initialValues: emptyValues(),
    validate: (values) => against(addCounterparty.body)(wish(values)),
  })
  const add = useCall(addCounterparty, {
    inline: true,
    onSuccess: (card) => {
      toast(t('counterparty.added', { name: card.name }))
      onAdded(card)
    },
  })
  const send = form.onSubmit((values) => add.mutate(wish(values), { onError: ({ fields }) => form.setErrors(fields) }))
  return (
    <SidePanel
      title={t('customers.add')}
      onClose={onClose}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" form={id} variant="primary" busy={add.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <form id={id} noValidate className={css.form} onSubmit={send}>
        <Who form={form} />
        <First form={form} />
        <DoubleNote error={add.error} />
      </form>
    </SidePanel>
  )
}

function Who({ form }: { form: Form }) {
  const { country } = useCompany()
  const person = form.values.kind === 'person'
  return (
    <>
      <Segments
        label={t('counterparty.kind')}
        at={form.values.kind}
        onGo={(kind) => form.setFieldValue('kind', kind)}
        tabs={[
          { id: 'organisation', name: t('counterparty.kind.organisation') },
          { id: 'person', name: t('counterparty.kind.person') },
        ]}
      />
      <SidesField
        sides={form.values}
        onChange={({ is_customer, is_supplier }) => form.setValues({ is_customer, is_supplier })}
        error={form.errors['is_customer']}
      />
      <TextInput
        label={t(person ? 'counterparty.person_name' : 'counterparty.name')}
        placeholder={person ? '' : t('counterparty.name_example')}
        ref={focused}
        autoComplete="off"
        {...form.getInputProps('name')}
      />
      {!person && (
        <TextInput
          label={t(`requisites.tax_number.${country}`)}
          autoComplete="off"
          inputMode="numeric"
          {...form.getInputProps('tax_number')}
        />
      )}
    </>
  )
}

function First({ form }: { form: Form }) {
  const person = form.values.kind === 'person'
  return (
    <>
      <h3 className={css.formPart}>{t('counterparty.first_contact')}</h3>
      {!person && (
        <div className={css.two}>
          <TextInput label={t('counterparty_contact.name')} {...form.getInputProps('contact.name')} />
          <TextInput label={t('counterparty_contact.position')} {...form.getInputProps('contact.position')} />
        </div>
      )}
      <div className={css.two}>
        <TextInput
          label={t('counterparty_contact.phone')}
          type="tel"
          placeholder={t('performer.phone_example')}
          {...form.getInputProps('contact.phone')}
        />
        <TextInput label={t('counterparty_contact.email')} type="email" {...form.getInputProps('contact.email')} />
      </div>
      <h3 className={css.formPart}>{t('counterparty.first_site')}</h3>
      <TextInput
        label={t('counterparty_site.address')}
        placeholder={t('counterparty_site.address_example')}
        {...form.getInputProps('site.address')}
      />
      <Textarea
        label={t('counterparty_site.access')}
        placeholder={t('counterparty_site.access_example')}
        autosize
        minRows={1}
        {...form.getInputProps('site.access_note')}
      />
    </>
  )
}
