import { type ReactNode, Suspense } from 'react'
import { t } from '#web/platform/words.ts'
import { Button } from '../button.tsx'
import { CopyLink } from '../fields/copy-link.tsx'
import { Qr } from '../fields/qr.tsx'
import { Notice } from '../state.tsx'
import { Dialog } from './dialog.tsx'
import css from '../fields/fields.module.css'

type Props = {
  title: string
  /** What to do with the link, and what whoever gets it will see. */
  children: ReactNode
  url: string
  onClose: () => void
  /** What else can be done with it: print it. */
  acts?: ReactNode
}

/** A link that is shown this once: to be copied, or taken by a phone's camera from the screen. */
export function LinkDialog({ title, children, url, onClose, acts }: Props) {
  return (
    <Dialog
      title={title}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <>
          {acts}
          <Button type="submit" variant="primary">
            {t('link.handed_over')}
          </Button>
        </>
      }
    >
      <CopyLink label={t('link.label')} url={url} />
      <div className={css.handover}>
        <div>
          <div className={css.hint}>{children}</div>
          <Notice tone="info">{t('link.once')}</Notice>
        </div>
        <Suspense>
          <Qr text={url} label={t('link.qr')} />
        </Suspense>
      </div>
    </Dialog>
  )
}
