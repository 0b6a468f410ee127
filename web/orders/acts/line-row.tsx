import { TextInput } from '@mantine/core'
import { IconTrash } from '@tabler/icons-react'
import { amount } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { MoneyField } from '#web/ui/fields/money-field.tsx'
import { type LineDraft, lineTotal, quantityOf } from './document-sums.ts'
import css from './acts.module.css'

type Props = { line: LineDraft; first: boolean; onChange: (part: Partial<LineDraft>) => void; onRemove?: () => void }

/** A line of a document: what, how much, at which price; its sum is counted as the form counts it. */
export function LineRow({ line, first, onChange, onRemove }: Props) {
  const { name, unit, quantity, price, vat_rate } = line
  const head = (label: string) => (first ? label : null)
  return (
    <div className={css.docLine}>
      <TextInput
        className={css.lineName ?? ''}
        label={head(t('papers.name'))}
        aria-label={t('papers.name')}
        maxLength={500}
        value={name}
        error={name.trim() === '' ? t('field.required') : undefined}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <TextInput
        label={head(t('papers.quantity'))}
        aria-label={t('papers.quantity')}
        inputMode="decimal"
        value={quantity}
        error={quantityOf(quantity) === null}
        onChange={(event) => onChange({ quantity: event.target.value })}
      />
      <TextInput
        label={head(t('papers.unit_name'))}
        aria-label={t('papers.unit_name')}
        maxLength={20}
        value={unit}
        onChange={(event) => onChange({ unit: event.target.value })}
      />
      <MoneyField
        label={head(t('papers.price'))}
        named={t('papers.price')}
        value={price}
        onChange={(next) => onChange({ price: next })}
      />
      <TextInput
        label={head(t('papers.vat_rate'))}
        aria-label={t('papers.vat_rate')}
        inputMode="numeric"
        placeholder={t('agreement.no_vat')}
        value={vat_rate === null ? '' : String(vat_rate)}
        onChange={({ target }) => {
          const rate = Number(target.value)
          if (target.value === '') onChange({ vat_rate: null })
          else if (Number.isInteger(rate) && rate >= 0 && rate <= 100) onChange({ vat_rate: rate })
        }}
      />
      <div className={css.lineSum}>
        {first && <small>{t('papers.sum')}</small>}
        <span>{amount(String(lineTotal(line)))}</span>
      </div>
      {onRemove ? (
        <IconButton label={t('papers.remove_line')} icon={<IconTrash size={16} stroke={1.75} />} onClick={onRemove} />
      ) : (
        <span />
      )}
    </div>
  )
}
