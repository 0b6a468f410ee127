import { type ReactNode, useState } from 'react'
import { TextInput } from '@mantine/core'
import { amount, minorOf } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import css from './fields.module.css'

type Props = {
  label: ReactNode
  /** Minor units in digits; null is «not given». */
  value: string | null
  onChange: (minor: string | null) => void
  currency?: string
  error?: ReactNode
  description?: ReactNode
  /** A name for those who listen, where the label stands in a table's head. */
  named?: string
}

/** A sum: «1860», «1 860,5» and «1,860.50» are taken; on leaving it stands as money does. */
export function MoneyField({ label, value, onChange, currency, error, description, named }: Props) {
  const [text, setText] = useState(value === null ? '' : amount(value))
  const [shown, setShown] = useState(value)
  const [wrong, setWrong] = useState(false)
  if (value !== shown) {
    setShown(value)
    setText(value === null ? '' : amount(value))
    setWrong(false)
  }
  const put = (typed: string) => {
    const next = typed.trim() === '' ? null : minorOf(typed)
    if (typed.trim() !== '' && next === null) return
    setWrong(false)
    setShown(next)
    if (next !== value) onChange(next)
  }
  return (
    <TextInput
      label={label}
      aria-label={named}
      inputMode="decimal"
      value={text}
      description={description}
      error={wrong ? t('field.money_unread') : error}
      classNames={{ input: css.sum ?? '' }}
      rightSectionWidth={currency ? 48 : 0}
      rightSection={currency && <span className={css.unit}>{currency}</span>}
      onChange={(event) => {
        setText(event.target.value)
        put(event.target.value)
      }}
      onBlur={() => {
        const read = text.trim() === '' ? null : minorOf(text)
        setWrong(text.trim() !== '' && read === null)
        if (read !== null) setText(amount(read))
      }}
    />
  )
}
