import type { Reply } from '#contract/endpoint.ts'
import type { inviteMany } from '#contract/invitations.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { CopyLink } from '#web/ui/fields/copy-link.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Notice } from '#web/ui/state.tsx'
import { PrintButton } from './print-button.tsx'
import css from './joining.module.css'

type Props = {
  made: Reply<typeof inviteMany>['made']
  /** Lines that were not right. */
  left: number
  onMend: () => void
  onClose: () => void
}

/** Whom a list has invited: letters are on their way; links are copied or printed here, for they are shown this once. */
export function ListMade({ made, left, onMend, onClose }: Props) {
  const sheets = made.map(({ invitation, url }) => ({ name: invitation.name ?? invitation.email, url }))
  return (
    <Dialog
      wide
      title={t('list.made', { n: made.length })}
      onClose={onClose}
      onSubmit={left > 0 ? onMend : onClose}
      foot={
        <>
          <PrintButton sheets={sheets} text={t('print.say')} />
          {left > 0 && <Button onClick={onClose}>{t('link.handed_over')}</Button>}
          <Button type="submit" variant="primary">
            {left > 0 ? t('list.mend', { n: left }) : t('link.handed_over')}
          </Button>
        </>
      }
    >
      <div className={css.made}>
        <Notice tone="info">{t('list.once')}</Notice>
        {made.map(({ invitation, url }) => (
          <CopyLink
            key={invitation.id}
            label={[invitation.name, invitation.email].filter(Boolean).join(', ')}
            url={url}
          />
        ))}
      </div>
    </Dialog>
  )
}
