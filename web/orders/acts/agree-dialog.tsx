import { useState } from 'react'
import { NumberInput, Textarea } from '@mantine/core'
import { agree, type Order } from '#contract/orders.ts'
import { useCompany, useRight } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { MoneyField } from '#web/ui/fields/money-field.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { type Terms, termsOf, toAgree, withoutPrice } from './terms.ts'
import css from './acts.module.css'
import '@mantine/core/styles/NumberInput.layer.css'

type Props = { order: Order; onClose: () => void }

/** Agreed terms; recording them again makes a new version, the earlier ones stay. */
export function AgreeDialog({ order, onClose }: Props) {
  const company = useCompany()
  const money = useRight()('money.read')
  const { id, version, agreement } = order
  const [terms, setTerms] = useState(() => termsOf(order, company.vat_rate))
  const record = useCall(agree, { inline: true, onSuccess: onClose })
  const faults = record.error?.fields ?? {}
  const change = (part: Partial<Terms>) => setTerms((now) => ({ ...now, ...part }))
  const shown = ['starts_at', 'due_at', 'price', 'scope'].some((name) => name in faults)
  return (
    <Dialog
      title={t('agreement.heading')}
      onClose={onClose}
      onSubmit={() => record.mutate({ order_id: id, version, ...(money ? toAgree(terms) : withoutPrice(terms)) })}
      foot={
        <>
          {agreement && <span className={css.aside}>{t('agreement.next', { n: agreement.version + 1 })}</span>}
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={record.isPending}>
            {t('agreement.record')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <div className={css.two}>
          <WhenField
            label={t('agreement.starts')}
            value={terms.starts_at}
            error={faults['starts_at']}
            onChange={(starts_at) => change({ starts_at })}
          />
          <WhenField
            label={t('agreement.due')}
            hour="18:00"
            value={terms.due_at}
            error={faults['due_at']}
            onChange={(due_at) => change({ due_at })}
          />
        </div>
        {money ? (
          <Price terms={terms} faults={faults} currency={agreement?.currency ?? company.currency} onChange={change} />
        ) : (
          <p className={css.aside}>{t('agreement.price_by_others')}</p>
        )}
        <Textarea
          label={t('agreement.scope')}
          placeholder={t('agreement.scope_example')}
          autosize
          minRows={3}
          maxLength={10_000}
          value={terms.scope}
          error={faults['scope']}
          onChange={(event) => change({ scope: event.target.value })}
        />
        {!shown && <ProblemNote error={record.error} />}
      </div>
    </Dialog>
  )
}

type PriceProps = {
  terms: Terms
  faults: Record<string, string>
  currency: string
  onChange: (part: Partial<Terms>) => void
}

function Price({ terms: { price_model, price, vat_rate }, faults, currency, onChange }: PriceProps) {
  return (
    <>
      <div>
        <Segments
          label={t('agreement.price')}
          at={price_model}
          onGo={(model) => onChange({ price_model: model })}
          tabs={[
            { id: 'fixed', name: t('agreement.model_fixed') },
            { id: 'hourly', name: t('agreement.model_hourly') },
          ]}
        />
      </div>
      <div className={css.two}>
        <MoneyField
          label={t(price_model === 'hourly' ? 'agreement.price_hour' : 'agreement.price_whole')}
          currency={currency}
          value={price}
          error={faults['price']}
          onChange={(next) => onChange({ price: next })}
        />
        <NumberInput
          label={t('agreement.vat')}
          suffix=" %"
          min={0}
          max={100}
          allowDecimal={false}
          hideControls
          placeholder={t('agreement.no_vat')}
          description={t('agreement.vat_hint')}
          value={vat_rate}
          onChange={(rate) => onChange({ vat_rate: typeof rate === 'number' ? rate : '' })}
        />
      </div>
    </>
  )
}
