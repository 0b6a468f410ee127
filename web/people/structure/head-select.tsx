import { type ReactNode, useState } from 'react'
import { Select } from '@mantine/core'
import { listMembers, type Member } from '#contract/people.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'

type Props = {
  label: string
  description?: string
  value: string | null
  onChange: (id: string | null) => void
  /** Who cannot be chosen: the person himself and those below him. */
  except?: ReadonlySet<string>
  /** Who can be chosen besides: by his role. */
  fits?: (who: Member) => boolean
  /** Who is chosen already, before the list has come. */
  known?: { id: string; name: string } | null
  error?: ReactNode
}

/** One of the staff, found by a part of his name however many there are. */
export function HeadSelect({ label, description, value, onChange, except, fits, known, error }: Props) {
  const [typed, setTyped] = useState('')
  const [chosen, setChosen] = useState(known ?? null)
  const search = typed.trim() && typed !== chosen?.name ? typed.trim() : undefined
  const { rows } = useMaybeList(listMembers, { kind: 'staff', ...(search && { search }) })
  const people = rows.filter((one) => one.state === 'active' && !except?.has(one.id) && (fits?.(one) ?? true))
  const options = people.map(({ id, name, position }) => ({
    value: id,
    label: position ? `${name}, ${position}` : name,
  }))
  if (chosen && value === chosen.id && !options.some((one) => one.value === value))
    options.unshift({ value: chosen.id, label: chosen.name })
  return (
    <Select
      label={label}
      description={description}
      searchable
      placeholder={t('head.placeholder')}
      nothingFoundMessage={t('head.nobody')}
      data={options}
      filter={({ options: all }) => all}
      value={value}
      error={error}
      onSearchChange={(next) => setTyped(options.some((one) => one.label === next) ? '' : next)}
      onChange={(id, option) => {
        setChosen(id ? { id, name: option?.label ?? '' } : null)
        onChange(id)
      }}
    />
  )
}
