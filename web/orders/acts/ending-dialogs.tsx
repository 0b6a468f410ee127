import { cancelOrder, completeOrder, type Order, reopenOrder } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { Reason } from '#web/ui/reason.tsx'
import css from './acts.module.css'

type Props = { order: Order; onClose: () => void }

/** Ends the order well: after it nothing changes any more. */
export function CompleteDialog({ order, onClose }: Props) {
  const { id, number, version, can } = order
  const complete = useCall(completeOrder, {
    inline: true,
    onSuccess: () => {
      toast(t('order.completed', { number }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('complete.heading', { number })}
      onClose={onClose}
      onSubmit={() => complete.mutate({ order_id: id, version })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            data-autofocus
            busy={complete.isPending}
            disabled={can.complete !== null}
          >
            {t('step.complete')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <p>{t('complete.hint')}</p>
        {can.complete && (
          <Notice>
            <Reason code={can.complete.code} facts={can.complete.facts} />
          </Notice>
        )}
        <ProblemNote error={complete.error} />
      </div>
    </Dialog>
  )
}

export function CancelDialog({ order: { id, number, version }, onClose }: Props) {
  const cancel = useCall(cancelOrder, { inline: true, onSuccess: onClose })
  return (
    <ReasonDialog
      danger
      title={t('cancel.heading', { number })}
      hint={t('cancel.hint')}
      label={t('cancel.reason')}
      act={t('act.cancel')}
      busy={cancel.isPending}
      error={cancel.error}
      onAct={(reason) => cancel.mutate({ order_id: id, version, reason })}
      onClose={onClose}
    />
  )
}

export function ReopenDialog({ order: { id, number, version }, onClose }: Props) {
  const reopen = useCall(reopenOrder, { inline: true, onSuccess: onClose })
  return (
    <ReasonDialog
      title={t('reopen.heading', { number })}
      hint={t('reopen.hint')}
      label={t('reopen.reason')}
      act={t('step.reopen')}
      busy={reopen.isPending}
      error={reopen.error}
      onAct={(reason) => reopen.mutate({ order_id: id, version, reason })}
      onClose={onClose}
    />
  )
}
