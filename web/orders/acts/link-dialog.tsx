import { makeCustomerLink, type Order } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { SentLink } from './sent-link.tsx'
import css from './acts.module.css'

/** Another link for the customer who lost his; the earlier one stops working. */
export function LinkDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const make = useCall(makeCustomerLink, { inline: true })
  if (make.data) {
    return (
      <Dialog title={t('act.link')} onClose={onClose} foot={<Button onClick={onClose}>{t('do.close')}</Button>}>
        <SentLink url={make.data.url} title={t('customer_link.made')} />
      </Dialog>
    )
  }
  return (
    <Dialog
      title={t('act.link')}
      onClose={onClose}
      onSubmit={() => make.mutate({ order_id: order.id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" data-autofocus busy={make.isPending}>
            {t('customer_link.make')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <p>{t('customer_link.hint')}</p>
        <ProblemNote error={make.error} />
      </div>
    </Dialog>
  )
}
