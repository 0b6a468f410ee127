import { useState } from 'react'
import { settleHead, type Unconfirmed } from '#contract/tree.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Choice } from '#web/ui/fields/choice.tsx'
import { PersonSelect } from '../person-select.tsx'
import css from '../people.module.css'

type Props = { row: Unconfirmed; onClose: () => void }

/** Whoever may says whose report a person is: one of those who were named, or another. */
export function SettleDialog({ row: { member, words, stands_under }, onClose }: Props) {
  const named = new Map(words.flatMap(({ head }) => (head ? [[head.id, head.name] as const] : [])))
  if (stands_under) named.set(stands_under.id, stands_under.name)
  const own = words.find(({ said_as }) => said_as === 'member')?.head?.id
  const [choice, setChoice] = useState<string>(own ?? [...named.keys()][0] ?? 'other')
  const [other, setOther] = useState<string | null>(null)
  const head_id = choice === 'other' ? other : choice
  const settle = useCall(settleHead, {
    inline: true,
    onSuccess: ({ head }) => {
      toast(t('move.done', { name: member.name, head: head.name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('settle.title', { name: member.name })}
      onClose={onClose}
      onSubmit={() => head_id && settle.mutate({ member_id: member.id, head_id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={settle.isPending} disabled={!head_id}>
            {t('settle.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <Choice
          label={t('settle.whose')}
          value={choice}
          onChange={setChoice}
          options={[
            ...[...named].map(([value, label]) => ({ value, label })),
            { value: 'other', label: t('settle.other') },
          ]}
        />
        {choice === 'other' && (
          <PersonSelect label={t('structure.head')} value={other} onChange={setOther} except={new Set([member.id])} />
        )}
        <ProblemNote error={settle.error} />
      </div>
    </Dialog>
  )
}
