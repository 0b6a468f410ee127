import { useState } from 'react'
import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { getMember, listMembers } from '#contract/people.ts'
import { useMaybe, useMaybeList } from '#web/platform/ask.ts'
import { FilterChip } from '#web/ui/chip.tsx'
import { Avatar } from '#web/ui/person.tsx'
import css from './reports.module.css'

type Props = {
  label: string
  kind: 'staff' | 'performer'
  value: string | undefined
  onChange: (id: string | undefined) => void
}

/** One person of the company, by whom the report is narrowed. */
export function PersonFilter({ label, kind, value, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const { rows } = useMaybeList(listMembers, { kind }, opened)
  const chosen = useMaybe(getMember, { member_id: value ?? '' }, value !== undefined)
  return (
    <Menu opened={opened} onChange={setOpened} position="bottom-start" width={248}>
      <Menu.Target>
        <FilterChip label={label} value={value && (chosen?.name ?? '…')} onClear={() => onChange(undefined)} />
      </Menu.Target>
      <Menu.Dropdown className={css.drop ?? ''}>
        {rows.map((who) => (
          <Menu.Item
            key={who.id}
            leftSection={<Avatar who={who} size={20} alone={false} />}
            rightSection={who.id === value && <IconCheck size={16} stroke={1.75} />}
            onClick={() => onChange(who.id)}
          >
            {who.name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
