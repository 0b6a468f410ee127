import { IconCircleCheck } from '@tabler/icons-react'
import type { leave } from '#contract/leaving.ts'
import type { Reply } from '#contract/endpoint.ts'
import type { Member } from '#contract/people.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { nobodyFor } from './held-list.tsx'
import css from './leaving.module.css'

type Props = { done: Reply<typeof leave>; kind: Member['kind']; onClose: () => void }

/** What was done, in plain words: who has what by now. */
export function LeftSummary({ done: { member, handed, ended }, kind, onClose }: Props) {
  return (
    <Dialog
      title={t('leave.done', { name: member.name })}
      onClose={onClose}
      onSubmit={onClose}
      foot={
        <Button type="submit" variant="primary">
          {t('do.close')}
        </Button>
      }
    >
      <div className={css.fields}>
        <p className={css.closed}>
          <IconCircleCheck size={18} stroke={1.75} aria-hidden="true" />
          {t(kind === 'staff' ? 'leave.closed_staff' : 'leave.closed_performer')}
          {ended.clock && ` ${t('leave.clock_stopped')}`}
        </p>
        {handed.length > 0 && (
          <table className={css.handed}>
            <tbody>
              {handed.map(({ group, count, to }) => (
                <tr key={group}>
                  <th scope="row">{t(`held.${group}`)}</th>
                  <td className={css.number}>{count}</td>
                  <td>{to?.name ?? <span className={css.names}>{nobodyFor(group)}</span>}</td>
                </tr>
              ))}
            </tbody>
          </table>
        )}
        <p className={css.names}>{t(kind === 'staff' ? 'leave.back_staff' : 'leave.back_performer')}</p>
      </div>
    </Dialog>
  )
}
