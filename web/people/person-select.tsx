import { type ReactNode, useState } from 'react'
import { Select } from '@mantine/core'
import { listMembers, type Member } from '#contract/people.ts'
import { useMaybeList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'

type Props = {
  label: string
  /** The label is said elsewhere on the screen: it is for those who listen. */
  silent?: boolean
  /** In a narrow place who is chosen stands by his name alone; what he is stands in the list. */
  short?: boolean
  description?: string
  value: string | null
  onChange: (id: string | null, who: { id: string; name: string } | null) => void
  /** Who cannot be chosen: the person himself and those below him. */
  except?: ReadonlySet<string>
  /** Who can be chosen besides: by his role. */
  fits?: (who: Member) => boolean
  /** Who is chosen already, before the list has come. */
  known?: { id: string; name: string } | null
  error?: ReactNode
  /** The staff, unless performers may be chosen as well. */
  anybody?: boolean
  /** Nobody may be chosen too; what that is called. */
  nobody?: string
}

/** One of the company's people, found by a part of his name however many there are: of the staff, or anybody. */
export function PersonSelect({
  label,
  silent,
  short,
  value,
  onChange,
  except,
  fits,
  known,
  anybody,
  nobody,
  ...rest
}: Props) {
  const [chosen, setChosen] = useState(known ?? null)
  // Chosen from outside since: for all rows at once.
  if (known && known.id === value && chosen?.id !== value) setChosen(known)
  const { people, options, setTyped } = usePeople({ value, chosen, except, fits, anybody })
  return (
    <Select
      {...(silent ? { 'aria-label': label } : { label })}
      {...rest}
      searchable
      clearable={nobody !== undefined}
      placeholder={nobody ?? t('head.placeholder')}
      nothingFoundMessage={t('head.nobody')}
      data={short ? options.map((one) => ({ ...one, label: nameIn(people, one) })) : options}
      {...(short && { renderOption: ({ option }) => options.find((one) => one.value === option.value)?.label })}
      filter={({ options: all }) => all}
      value={value}
      onSearchChange={(next) =>
        setTyped(options.some((one) => one.label === next || (short && nameIn(people, one) === next)) ? '' : next)
      }
      onChange={(id, option) => {
        const who = id ? { id, name: people.find((one) => one.id === id)?.name ?? option?.label ?? '' } : null
        setChosen(who)
        onChange(id, who)
      }}
    />
  )
}

type Asked = {
  value: string | null
  chosen: { id: string; name: string } | null
  except: ReadonlySet<string> | undefined
  fits: ((who: Member) => boolean) | undefined
  anybody: boolean | undefined
}

/** Who can be chosen, found by what is typed; who is chosen already stays among them. */
function usePeople({ value, chosen, except, fits, anybody }: Asked) {
  const [typed, setTyped] = useState('')
  const search = typed.trim() && typed !== chosen?.name ? typed.trim() : undefined
  const { rows } = useMaybeList(listMembers, { ...(!anybody && { kind: 'staff' as const }), ...(search && { search }) })
  const people = rows.filter((one) => works(one) && !except?.has(one.id) && (fits?.(one) ?? true))
  const options = people.map((one) => ({ value: one.id, label: called(one) }))
  if (chosen && value === chosen.id && !options.some((one) => one.value === value))
    options.unshift({ value: chosen.id, label: chosen.name })
  return { people, options, setTyped }
}

const nameIn = (people: readonly Member[], { value, label }: { value: string; label: string }): string =>
  people.find((one) => one.id === value)?.name ?? label

/** A performer is given work before he has come in for the first time. */
const works = ({ kind, state }: Member): boolean => state === 'active' || (kind === 'performer' && state === 'invited')

function called({ name, position, specialities }: Member): string {
  const about = position ?? specialities.map((one) => one.name).join(', ')
  return about ? `${name}, ${about}` : name
}
