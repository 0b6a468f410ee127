import { Autocomplete, Textarea, TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import type { Site } from '#contract/counterparties.ts'
import { addAsset, type Asset, changeAsset } from '#contract/parties/assets.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import type { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from '../counterparties.module.css'

type Props = { site: Site; asset: Asset | null; kinds: string[]; onClose: () => void }

const FIELDS = ['name', 'kind', 'serial', 'installed_on', 'next_service_on', 'note'] as const
type Typed = Record<(typeof FIELDS)[number], string>

/** Empty text is «not given». */
const typedOf = (asset: Asset | null) =>
  Object.fromEntries(FIELDS.map((field) => [field, asset?.[field] ?? ''])) as Typed

/** What stands at a site, new or changed. */
export function AssetForm({ site, asset, kinds, onClose }: Props) {
  const form: Form = useForm({
    initialValues: typedOf(asset),
    validate: against(addAsset.body),
  })
  const add = useCall(addAsset, { inline: true, onSuccess: onClose })
  const change = useCall(changeAsset, { inline: true, onSuccess: onClose })
  const onError = ({ fields }: Problem) => form.setErrors(fields)
  const send = form.onSubmit((values) => {
    const sent = toSend(addAsset.body, values)
    if (!asset) return add.mutate({ site_id: site.id, ...sent }, { onError })
    change.mutate({ asset_id: asset.id, version: asset.version, ...sent }, { onError })
  })
  return (
    <Dialog
      title={asset ? t('assets.change', { name: asset.name }) : t('assets.new', { address: site.address })}
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
        <Fields form={form} kinds={kinds} />
        <ProblemNote error={add.error ?? change.error} />
      </div>
    </Dialog>
  )
}

type Form = UseFormReturnType<Typed, Typed, (values: Typed) => Record<string, string>>

function Fields({ form, kinds }: { form: Form; kinds: string[] }) {
  const day = (field: 'installed_on' | 'next_service_on') => ({
    value: form.values[field] || null,
    error: form.errors[field],
    onChange: (next: string | null) => form.setFieldValue(field, next ?? ''),
  })
  return (
    <>
      <TextInput
        label={t('assets.name')}
        placeholder={t('assets.name_example')}
        data-autofocus
        {...form.getInputProps('name')}
      />
      <div className={css.two}>
        <Autocomplete label={t('assets.kind')} data={kinds} {...form.getInputProps('kind')} />
        <TextInput label={t('assets.serial')} {...form.getInputProps('serial')} />
      </div>
      <div className={css.two}>
        <WhenField only_day label={t('assets.installed_on')} {...day('installed_on')} />
        <WhenField only_day label={t('assets.next_service_on')} {...day('next_service_on')} />
      </div>
      <Textarea label={t('counterparty.note')} autosize minRows={1} {...form.getInputProps('note')} />
    </>
  )
}
