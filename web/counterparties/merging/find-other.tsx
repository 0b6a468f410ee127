import { useState } from 'react'
import { Autocomplete, Select } from '@mantine/core'
import { getCounterparty, listCounterparties } from '#contract/counterparties.ts'
import type { PartyKind } from '#contract/parties/doubles.ts'
import { useMaybe, useMaybeList } from '#web/platform/ask.ts'
import { useParam } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'

type Who = { id: string; name: string }
type Props = { kind: PartyKind; of: Who; onChosen: (who: Who) => void }

/** Which is the other card: any counterparty that is found by what is known of it, or another contact of the same one. */
export function FindOther({ kind, ...props }: Props) {
  return kind === 'counterparty' ? <OtherCounterparty {...props} /> : <OtherContact {...props} />
}

function OtherCounterparty({ of, onChosen }: Omit<Props, 'kind'>) {
  const [typed, setTyped] = useState('')
  const search = typed.trim()
  const { rows } = useMaybeList(listCounterparties, { search }, search.length > 1)
  const options = rows
    .filter(({ id }) => id !== of.id)
    .map(({ id, name, tax_number }) => ({ id, name, label: tax_number ? `${name} · ${tax_number}` : name }))
  const pick = (text: string) => {
    setTyped(text)
    const row = options.find(({ label }) => label === text)
    if (row) onChosen(row)
  }
  return (
    <Autocomplete
      label={t('merging.with')}
      placeholder={t('merging.with_hint')}
      maxLength={200}
      data={[...new Set(options.map(({ label }) => label))]}
      filter={({ options: all }) => all}
      value={typed}
      onChange={pick}
    />
  )
}

function OtherContact({ of, onChosen }: Omit<Props, 'kind'>) {
  const counterparty_id = useParam('counterparty_id')
  const contacts = useMaybe(getCounterparty, { counterparty_id })?.contacts ?? []
  const others = contacts.filter(({ id }) => id !== of.id)
  return (
    <Select
      label={t('merging.with')}
      data={others.map(({ id, name, position }) => ({ value: id, label: position ? `${name} · ${position}` : name }))}
      value={null}
      onChange={(id) => {
        const who = others.find((each) => each.id === id)
        if (who) onChosen(who)
      }}
    />
  )
}
