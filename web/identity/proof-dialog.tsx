import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { useShowing } from './showing.tsx'
import css from './profile.module.css'

/** Before the ways into an account change: the person shows that it is he, and what he asked for goes on. */
export function ProofDialog({ onDone }: { onDone: (shown: boolean) => void }) {
  const { fields, passkey, submit, busy } = useShowing(() => onDone(true))
  return (
    <Dialog
      title={t('proof.heading')}
      onClose={() => onDone(false)}
      onSubmit={submit}
      foot={
        <>
          {passkey}
          <Button type="submit" variant="primary" busy={busy}>
            {t('factor.finish')}
          </Button>
        </>
      }
    >
      <p className={css.quiet}>{t('proof.hint')}</p>
      {fields}
    </Dialog>
  )
}
