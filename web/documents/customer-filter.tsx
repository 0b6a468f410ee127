import { useState } from 'react'
import { Popover } from '@mantine/core'
import { getCounterparty } from '#contract/counterparties.ts'
import { CounterpartyPicker } from '#web/orders/acts/counterparty-picker.tsx'
import { useMaybe } from '#web/platform/ask.ts'
import { FilterChip } from '#web/ui/chip.tsx'

type Props = { label: string; customer: string | undefined; onChange: (id: string | undefined) => void }

/** Picks one counterparty of all. */
export function CustomerFilter({ label, customer, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const chosen = useMaybe(getCounterparty, { counterparty_id: customer ?? '' }, customer !== undefined)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={label}
          value={customer && (chosen?.name ?? '…')}
          onClear={() => onChange(undefined)}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <CounterpartyPicker
            label={label}
            onPick={({ id }) => {
              onChange(id)
              setOpened(false)
            }}
          />
        )}
      </Popover.Dropdown>
    </Popover>
  )
}
