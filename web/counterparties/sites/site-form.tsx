import { Select, Textarea, TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { addSite, changeSite, type CounterpartyCard, type Site } from '#contract/counterparties.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import type { Problem } from '#web/platform/problem.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { pointText, readPoint } from './map-point.ts'
import css from '../counterparties.module.css'

type Props = { card: CounterpartyCard; site: Site | null; onClose: () => void }

/** An address, new or changed, with how to get in and who is there. */
export function SiteForm({ card, site, onClose }: Props) {
  const form = useForm({
    initialValues: {
      address: site?.address ?? '',
      access_note: site?.access_note ?? '',
      contact_id: site?.contact?.id ?? '',
      map: pointText(site?.point ?? null),
    },
    validate: ({ map, ...values }) => ({
      ...against(addSite.body)(values),
      ...(map.trim() && !readPoint(map) && { map: t('sites.point_unread') }),
    }),
  })
  const add = useCall(addSite, { inline: true, onSuccess: onClose })
  const change = useCall(changeSite, { inline: true, onSuccess: onClose })
  const onError = ({ fields }: Problem) => form.setErrors(fields)
  const send = form.onSubmit(({ map, ...values }) => {
    const point = readPoint(map)
    if (!site)
      return add.mutate(
        { counterparty_id: card.id, ...toSend(addSite.body, values), ...(point && { point }) },
        { onError },
      )
    const sent = { ...toSend(changeSite.body, values), point }
    change.mutate({ site_id: site.id, version: site.version, ...sent }, { onError })
  })
  return (
    <Dialog
      title={site ? t('counterparty_site.change', { address: site.address }) : t('counterparty_site.new')}
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
        <TextInput
          label={t('counterparty_site.address')}
          placeholder={t('counterparty_site.address_example')}
          data-autofocus
          {...form.getInputProps('address')}
        />
        <Textarea
          label={t('counterparty_site.access')}
          placeholder={t('counterparty_site.access_example')}
          autosize
          minRows={2}
          {...form.getInputProps('access_note')}
        />
        <TextInput
          label={t('sites.point')}
          description={t('sites.point_hint')}
          placeholder="53.9045, 27.5615"
          autoComplete="off"
          {...form.getInputProps('map')}
        />
        <Select
          label={t('counterparty_site.contact')}
          clearable
          placeholder={t('form.none')}
          data={card.contacts.map(({ id, name }) => ({ value: id, label: name }))}
          {...form.getInputProps('contact_id')}
        />
        <ProblemNote error={add.error ?? change.error} />
      </div>
    </Dialog>
  )
}
