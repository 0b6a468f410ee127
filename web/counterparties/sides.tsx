import { Checkbox } from '@mantine/core'
import type { Counterparty } from '#contract/counterparties.ts'
import { t } from '#web/platform/words.ts'
import css from './counterparties.module.css'

export type Sides = Pick<Counterparty, 'is_customer' | 'is_supplier'>

/** «Заказчик», «Поставщик», or both. */
export const sideName = ({ is_customer, is_supplier }: Sides): string =>
  t(is_customer ? (is_supplier ? 'counterparty.both' : 'counterparty.customer') : 'counterparty.supplier')

type Props = { sides: Sides; onChange: (sides: Sides) => void; error?: React.ReactNode }

export function SidesField({ sides, onChange, error }: Props) {
  return (
    <fieldset className={css.sides}>
      <legend>{t('counterparty.side')}</legend>
      <Checkbox
        label={t('counterparty.customer')}
        checked={sides.is_customer}
        onChange={({ target }) => onChange({ ...sides, is_customer: target.checked })}
      />
      <Checkbox
        label={t('counterparty.supplier')}
        checked={sides.is_supplier}
        onChange={({ target }) => onChange({ ...sides, is_supplier: target.checked })}
      />
      {error && <p className={css.fault}>{error}</p>}
    </fieldset>
  )
}
