import { TextInput } from '@mantine/core'
import { useForm } from '@mantine/form'
import { changeMember, type Member } from '#contract/people.ts'
import { against, toSend } from '#web/platform/against.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused } from '#web/ui/submit.ts'
import { SpecialitiesField } from './specialities-field.tsx'
import css from './people.module.css'

/** Name, phone, position of a person; of a performer his trades. */
export function MemberForm({ member, onClose }: { member: Member; onClose: () => void }) {
  const performs = member.kind === 'performer'
  const form = useForm({
    initialValues: {
      name: member.name,
      phone: member.phone ?? '',
      position: member.position ?? '',
      specialities: member.specialities.map(({ name }) => name),
    },
    validate: against(changeMember.body),
  })
  const change = useCall(changeMember, { inline: true, onSuccess: onClose })
  const send = form.onSubmit(({ specialities, ...values }) =>
    change.mutate(
      {
        member_id: member.id,
        version: member.version,
        ...toSend(changeMember.body, { ...values, phone: values.phone || null, position: values.position || null }),
        ...(performs && { specialities }),
      },
      { onError: ({ fields }) => form.setErrors(fields) },
    ),
  )
  return (
    <form noValidate onSubmit={send} className={css.linkBox}>
      <TextInput className={css.wide ?? ''} label={t('performer.name')} ref={focused} {...form.getInputProps('name')} />
      <TextInput className={css.wide ?? ''} label={t('performer.phone')} type="tel" {...form.getInputProps('phone')} />
      {performs ? (
        <div className={css.wide}>
          <SpecialitiesField {...form.getInputProps('specialities')} />
        </div>
      ) : (
        <TextInput className={css.wide ?? ''} label={t('staff.position')} {...form.getInputProps('position')} />
      )}
      <ProblemNote error={change.error} />
      <div className={css.acts}>
        <Button type="submit" variant="primary" size="sm" busy={change.isPending}>
          {t('do.save')}
        </Button>
        <Button size="sm" variant="quiet" onClick={onClose}>
          {t('do.cancel')}
        </Button>
      </div>
    </form>
  )
}
