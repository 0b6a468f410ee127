import { useEffect, useState } from 'react'
import { askProofBy } from '#web/platform/proof.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { useShowing } from './showing.tsx'
import css from './profile.module.css'

type Settle = (shown: boolean) => void

/** Stands on pages where the ways into an account change: draws the dialog while some act waits for the person. */
export function ProofAsked() {
  const [settle, setSettle] = useState<Settle | null>(null)
  useEffect(() => {
    askProofBy(() => new Promise<boolean>((resolve) => setSettle(() => resolve)).finally(() => setSettle(null)))
    return () => askProofBy(null)
  }, [])
  return settle && <ProofDialog onDone={settle} />
}

/** Before the ways into an account change: the person shows that it is he, and what he asked for goes on. */
function ProofDialog({ onDone }: { onDone: Settle }) {
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
