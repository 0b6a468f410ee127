import { giveOwnership, type Member } from '#contract/people.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './leaving.module.css'

type Props = { member: Pick<Member, 'id' | 'name'>; onClose: () => void }

/** The owner gives the company to this person: only that one can give it back, so it is asked about. */
export function GiveOwnership({ member: { id, name }, onClose }: Props) {
  const give = useCall(giveOwnership, {
    inline: true,
    onSuccess: () => {
      toast(t('own.done', { name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('own.title', { name })}
      onClose={onClose}
      onSubmit={() => give.mutate({ member_id: id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={give.isPending}>
            {t('own.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p>{t('own.hint', { name })}</p>
        <ProblemNote error={give.error} />
      </div>
    </Dialog>
  )
}
