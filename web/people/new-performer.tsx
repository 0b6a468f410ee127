import { useId, useRef } from 'react'
import { TextInput } from '@mantine/core'
import { useForm, type UseFormReturnType } from '@mantine/form'
import { addPerformer, type Member } from '#contract/people.ts'
import { useRight } from '#web/app/me.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused } from '#web/ui/submit.ts'
import { RateFields, sumOf, type Wanted } from './rate-sum.tsx'
import { SpecialitiesField } from './specialities-field.tsx'
import css from './people.module.css'

type Values = {
  name: string
  phone: string
  specialities: string[]
  rate: Wanted
  from_day: string | null
}
type Props = { onClose: () => void; onAdded: (member: Member) => void }

const NONE: Wanted = { kind: 'hour', sum: null }
const emptyValues = (): Values => ({ name: '', phone: '', specialities: [], rate: NONE, from_day: today() })

/** What the server is asked: a rate that was not given is left out, and its day with it. */
const wish = ({ rate, from_day, ...rest }: Values) => ({
  ...toSend(addPerformer.body, rest),
  ...sumOf(rate),
  ...(rate.sum !== null && from_day !== null && { from_day }),
})

/** Performers are added in a row: trade and rate stay for the next one, name and phone are asked anew. */
export function NewPerformer({ onClose, onAdded }: Props) {
  const id = useId()
  const box = useRef<HTMLFormElement>(null)
  const another = useRef(false)
  const form = useForm({
    initialValues: emptyValues(),
    validate: (values) => against(addPerformer.body)(wish(values)),
  })
  const add = useCall(addPerformer, {
    inline: true,
    onSuccess: (member) => {
      toast(t('performer.added', { name: member.name }))
      if (!another.current) return onAdded(member)
      form.setValues({ name: '', phone: '' })
      form.clearErrors()
      box.current?.querySelector('input')?.focus()
    },
  })
  const send = form.onSubmit((values) => add.mutate(wish(values), { onError: ({ fields }) => form.setErrors(fields) }))
  return (
    <SidePanel
      title={t('performers.add')}
      onClose={onClose}
      foot={
        <>
          <Button type="submit" form={id} busy={add.isPending} onClick={() => (another.current = true)}>
            {t('performer.save_and_next')}
          </Button>
          <Button
            type="submit"
            form={id}
            variant="primary"
            busy={add.isPending}
            onClick={() => (another.current = false)}
          >
            {t('do.save')}
          </Button>
        </>
      }
    >
      <form id={id} ref={box} noValidate className={css.form} onSubmit={send}>
        <TextInput
          label={t('performer.name')}
          placeholder={t('performer.name_example')}
          ref={focused}
          autoComplete="off"
          {...form.getInputProps('name')}
        />
        <TextInput
          label={t('performer.phone')}
          placeholder={t('performer.phone_example')}
          type="tel"
          autoComplete="off"
          {...form.getInputProps('phone')}
        />
        <SpecialitiesField {...form.getInputProps('specialities')} />
        <RateOfNew form={form} />
        <ProblemNote error={add.error} />
      </form>
    </SidePanel>
  )
}

function RateOfNew({ form }: { form: UseFormReturnType<Values, Values, (values: Values) => Record<string, string>> }) {
  const right = useRight()
  if (!right('money.read')) return null
  const { rate, from_day } = form.values
  const fault = form.errors['cost_per_hour'] ?? form.errors['fee_per_task']
  return (
    <div>
      <div className={css.two}>
        <RateFields
          value={rate}
          onChange={(next) => form.setFieldValue('rate', next)}
          error={typeof fault === 'string' ? fault : undefined}
        />
        <WhenField
          only_day
          label={t('performer.rate_from')}
          value={from_day}
          onChange={(next) => form.setFieldValue('from_day', next)}
          error={form.errors['from_day']}
        />
      </div>
      <p className={css.hint}>{t(rate.kind === 'hour' ? 'performer.rate_hint' : 'rates.task_hint')}</p>
    </div>
  )
}
