import { Select, TextInput } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { Currency } from '#contract/endpoint.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { MoneyField } from '#web/ui/fields/money-field.tsx'
import { type PriceLine, priceLine } from './draft.ts'
import css from './contracts.module.css'

const CURRENCIES = (Currency as unknown as { enum: Currency[] }).enum

type Props = {
  lines: PriceLine[]
  onLines: (lines: PriceLine[]) => void
  currency: Currency
  errors: Record<string, string>
}

/** The price list of a contract: what, by which unit, for how much. */
export function PriceRows({ lines, onLines, currency, errors }: Props) {
  const last = lines.at(-1)
  const fresh = () => priceLine({ name: '', unit: last?.unit ?? '', price: null, currency: last?.currency ?? currency })
  return (
    <fieldset className={css.priceList}>
      <legend>{t('contracts.prices')}</legend>
      {lines.length === 0 && <p className={css.quiet}>{t('contracts.prices_none')}</p>}
      {lines.map((line, at) => (
        <PriceRow
          key={line.key}
          line={line}
          first={at === 0}
          error={errors[line.key] ?? errors[`prices.${at}.price`] ?? errors[`prices.${at}.name`]}
          onChange={(part) => onLines(lines.map((one) => (one.key === line.key ? { ...one, ...part } : one)))}
          onRemove={() => onLines(lines.filter(({ key }) => key !== line.key))}
        />
      ))}
      <span>
        <Button
          size="sm"
          variant="quiet"
          icon={<IconPlus size={16} stroke={1.75} />}
          onClick={() => onLines([...lines, fresh()])}
        >
          {t('contracts.add_price')}
        </Button>
      </span>
    </fieldset>
  )
}

type RowProps = {
  line: PriceLine
  first: boolean
  error: string | undefined
  onChange: (part: Partial<PriceLine>) => void
  onRemove: () => void
}

function PriceRow({ line: { name, unit, price, currency }, first, error, onChange, onRemove }: RowProps) {
  const head = (label: string) => (first ? label : null)
  return (
    <div className={css.priceRow}>
      <TextInput
        className={css.priceName ?? ''}
        label={head(t('contracts.price_name'))}
        aria-label={t('contracts.price_name')}
        placeholder={t('contracts.price_name_example')}
        maxLength={500}
        value={name}
        error={name.trim() === '' ? error : undefined}
        onChange={({ target }) => onChange({ name: target.value })}
      />
      <TextInput
        label={head(t('contracts.price_unit'))}
        aria-label={t('contracts.price_unit')}
        placeholder={t('contracts.price_unit_example')}
        maxLength={20}
        value={unit}
        onChange={({ target }) => onChange({ unit: target.value })}
      />
      <MoneyField
        label={head(t('contracts.price'))}
        named={t('contracts.price')}
        value={price}
        error={name.trim() === '' && price === null ? undefined : price === null || name.trim() ? error : undefined}
        onChange={(next) => onChange({ price: next })}
      />
      <Select
        label={head(t('contracts.currency'))}
        aria-label={t('contracts.currency')}
        allowDeselect={false}
        data={CURRENCIES}
        value={currency}
        onChange={(next) => next && onChange({ currency: next })}
      />
      <IconButton label={t('contracts.remove_price')} icon={<IconTrash size={16} stroke={1.75} />} onClick={onRemove} />
    </div>
  )
}
