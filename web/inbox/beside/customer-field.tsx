import { useState } from 'react'
import { Autocomplete } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { type Counterparty, listCounterparties } from '#contract/counterparties.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import css from './beside.module.css'

type Customer = { id: string | null; name: string }
type Props = { known: Counterparty | null; value: Customer | null; onChange: (customer: Customer | null) => void }

/** Whose order it will be: the contact's own, or one that is found while its name is typed, or a new one by that name. */
export function CustomerField({ known, value, onChange }: Props) {
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const { rows } = useMaybeList(listCounterparties, { search }, !known && search.length > 1)
  if (known)
    return (
      <p className={css.customer}>
        <IconCheck size={14} stroke={1.75} aria-hidden="true" />
        <small>{t('order.customer')}</small>
        {known.name}
      </p>
    )
  const names = [...new Set(rows.map(({ name }) => name))]
  const pick = (name: string) => {
    setTyped(name)
    const row = rows.find((each) => each.name === name)
    onChange(name.trim() ? { id: row?.id ?? null, name: name.trim() } : null)
  }
  return (
    <Autocomplete
      label={t('order.customer')}
      placeholder={t('customer.search')}
      description={value && !value.id ? t('inbox.customer_new') : undefined}
      maxLength={300}
      data={names}
      filter={({ options }) => options}
      value={typed}
      onChange={pick}
    />
  )
}
