import { useState } from 'react'
import { IconChevronDown, IconChevronRight, IconPencil, IconTrash } from '@tabler/icons-react'
import type { CounterpartyContract } from '#contract/parties/contracts.ts'
import { dayDigits, dayName, money } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Properties, Property } from '#web/ui/rows.tsx'
import css from './contracts.module.css'

type Props = { contract: CounterpartyContract; onChange?: () => void; onRemove?: () => void }

/** One contract: its terms in words, its prices on a click. */
export function ContractRow({ contract, onChange, onRemove }: Props) {
  const { number, signed_on, payment_terms, silence_days, note, prices } = contract
  const [open, setOpen] = useState(false)
  const named = { number, day: dayDigits(signed_on) }
  return (
    <section className={css.contract}>
      <div className={css.head}>
        <h3>{t('contracts.named', named)}</h3>
        <StateChip contract={contract} />
        <span className={css.tools}>
          {onChange && (
            <IconButton
              size="sm"
              label={t('contracts.change', named)}
              icon={<IconPencil size={16} stroke={1.75} />}
              onClick={onChange}
            />
          )}
          {onRemove && (
            <IconButton
              size="sm"
              label={t('contracts.remove', named)}
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={onRemove}
            />
          )}
        </span>
      </div>
      <Properties>
        <Property label={t('contracts.holds')}>{heldSpan(contract)}</Property>
        <Property label={t('contracts.payment')}>
          {payment_terms && <span className={css.text}>{payment_terms}</span>}
        </Property>
        <Property label={t('contracts.silence')}>
          {silence_days === null ? t('contracts.silence_never') : t('contracts.silence_days', { n: silence_days })}
        </Property>
        {note && (
          <Property label={t('counterparty.note')}>
            <span className={css.text}>{note}</span>
          </Property>
        )}
      </Properties>
      {prices.length > 0 && (
        <Button
          size="sm"
          variant="quiet"
          className={css.more}
          aria-expanded={open}
          icon={open ? <IconChevronDown size={16} stroke={1.75} /> : <IconChevronRight size={16} stroke={1.75} />}
          onClick={() => setOpen(!open)}
        >
          {t('contracts.prices_n', { n: prices.length })}
        </Button>
      )}
      {open && <Prices prices={prices} />}
    </section>
  )
}

function heldSpan({ signed_on, from_day, to_day }: CounterpartyContract): string {
  const day = dayName(from_day ?? signed_on)
  return to_day ? t('requisites.from_until', { day, until: dayName(to_day) }) : t('contracts.endless', { day })
}

function StateChip({ contract: { state, to_day } }: { contract: CounterpartyContract }) {
  if (state === 'in_force') return <Chip tone="good">{t('contracts.state.in_force')}</Chip>
  if (state === 'ending') return <Chip tone="warn">{t('contracts.ends', { day: dayName(to_day ?? '') })}</Chip>
  return <Chip>{t(`contracts.state.${state}`)}</Chip>
}

function Prices({ prices }: Pick<CounterpartyContract, 'prices'>) {
  return (
    <table className={css.prices}>
      <thead>
        <tr>
          <th>{t('contracts.price_name')}</th>
          <th>{t('contracts.price_unit')}</th>
          <th className={css.sum}>{t('contracts.price')}</th>
        </tr>
      </thead>
      <tbody>
        {prices.map(({ name, unit, price, currency }, at) => (
          <tr key={at}>
            <td>{name}</td>
            <td className={css.quiet}>{unit}</td>
            <td className={css.sum}>{money(price, currency)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  )
}
