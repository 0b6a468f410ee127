import { Menu } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { listSpecialities } from '#contract/people.ts'
import { listPools } from '#contract/pools.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { FilterChip } from '#web/ui/chip.tsx'
import css from './pools.module.css'

type Props = { value: string | undefined; onChange: (id: string | undefined) => void }

/** One trade of the company's. */
export function TradeFilter(props: Props) {
  const known = useMaybe(listSpecialities, {})?.rows ?? []
  return <OneOf label={t('performer.speciality')} known={known} {...props} />
}

/** What stands in the address for «of no pool». */
export const NO_POOL = 'none'

/** One pool of the company's, or none. */
export function PoolFilter(props: Props) {
  const known = useMaybe(listPools, { limit: 500 })?.rows ?? []
  if (known.length === 0) return null
  return <OneOf label={t('pool.one')} known={[...known, { id: NO_POOL, name: t('performers.no_pool') }]} {...props} />
}

type OneProps = Props & { label: string; known: readonly { id: string; name: string }[] }

/** One of a few, in a menu behind a chip. */
export function OneOf({ label, known, value, onChange }: OneProps) {
  return (
    <Menu position="bottom-start" width={240}>
      <Menu.Target>
        <FilterChip
          label={label}
          value={value && (known.find(({ id }) => id === value)?.name ?? '…')}
          onClear={() => onChange(undefined)}
        />
      </Menu.Target>
      <Menu.Dropdown className={css.drop ?? ''}>
        {known.map(({ id, name }) => (
          <Menu.Item
            key={id}
            rightSection={id === value && <IconCheck size={16} stroke={1.75} />}
            onClick={() => onChange(id)}
          >
            {name}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
