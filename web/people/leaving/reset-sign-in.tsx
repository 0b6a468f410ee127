import { resetSignIn } from '#contract/access/account.ts'
import type { Member } from '#contract/people.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './leaving.module.css'

type Props = { member: Pick<Member, 'id' | 'name'>; onClose: () => void }

/** Passkeys and second step of a person who has lost them are put away: it cannot be undone, so it is asked about. */
export function ResetSignIn({ member: { id, name }, onClose }: Props) {
  const reset = useCall(resetSignIn, {
    inline: true,
    onSuccess: () => {
      toast(t('access.reset_done', { name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('access.reset_title')}
      onClose={onClose}
      onSubmit={() => reset.mutate({ member_id: id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={reset.isPending}>
            {t('access.do.reset')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p>{t('access.reset_hint', { name })}</p>
        <ProblemNote error={reset.error} />
      </div>
    </Dialog>
  )
}
