import { Autocomplete, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { addCertificate, type Certificate, changeCertificate, listCertificateKinds } from '#contract/certificates.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import type { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './performer.module.css'

type Props = { member_id: string; one: Certificate | null; onClose: () => void }

/** A certificate, new or corrected. A new term is a new one, so that the earlier stays to be seen. */
export function CertificateForm({ member_id, one, onClose }: Props) {
  const kinds = useMaybe(listCertificateKinds, {})?.rows ?? []
  const form = useForm({
    initialValues: {
      kind: one?.kind ?? '',
      number: one?.number ?? '',
      issued_on: one?.issued_on ?? null,
      expires_on: one?.expires_on ?? null,
    },
    validate: against(changeCertificate.body),
  })
  const add = useCall(addCertificate, { inline: true, onSuccess: onClose })
  const change = useCall(changeCertificate, { inline: true, onSuccess: onClose })
  const onError = ({ fields }: Problem) => form.setErrors(fields)
  const send = form.onSubmit((values) => {
    if (!one) return add.mutate({ member_id, ...toSend(addCertificate.body, given(values)) }, { onError })
    const { kind, number, ...days } = values
    const sent = { certificate_id: one.id, version: one.version, kind, number: number.trim() || null, ...days }
    change.mutate(sent, { onError })
  })
  const day = (name: 'issued_on' | 'expires_on') => ({
    only_day: true,
    label: t(`certificates.${name}`),
    value: form.values[name],
    onChange: (value: string | null) => form.setFieldValue(name, value),
    error: form.errors[name],
  })
  return (
    <Dialog
      title={one ? t('certificates.change') : t('certificates.new')}
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
      <div className={css.form}>
        <Autocomplete
          label={t('certificates.kind')}
          placeholder={t('certificates.kind_example')}
          data={kinds}
          data-autofocus
          {...form.getInputProps('kind')}
        />
        <TextInput label={t('certificates.number')} {...form.getInputProps('number')} />
        <div className={css.two}>
          <WhenField {...day('issued_on')} />
          <WhenField {...day('expires_on')} />
        </div>
        <p className={css.quiet}>{t('certificates.hint')}</p>
        <ProblemNote error={add.error ?? change.error} />
      </div>
    </Dialog>
  )
}

type Values = { kind: string; number: string; issued_on: string | null; expires_on: string | null }

/** Days that were left empty are not sent. */
const given = ({ issued_on, expires_on, ...words }: Values) => ({
  ...words,
  ...(issued_on && { issued_on }),
  ...(expires_on && { expires_on }),
})
