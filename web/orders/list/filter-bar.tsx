import { lazy, Suspense, useState } from 'react'
import { Menu, Popover } from '@mantine/core'
import { IconAlertTriangle, IconFlame } from '@tabler/icons-react'
import { getBoard } from '#contract/orders.ts'
import { listMembers } from '#contract/people.ts'
import { getCounterparty } from '#contract/counterparties.ts'
import { useMaybe, useMaybeList } from '#web/platform/ask.ts'
import { day as dayWords } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { FilterChip } from '#web/ui/chip.tsx'
import { Tools } from '#web/ui/page-head.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { PhaseMark, phases } from '#web/ui/phase.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { MenuCheck } from '#web/ui/over/menu-check.tsx'
import { type OrderFilters, serverFilter, type SetFilters } from '../order-filters.ts'
import css from './list.module.css'

// What a chip opens comes when it is first opened.
const CounterpartyPicker = lazy(() =>
  import('../acts/counterparty-picker.tsx').then((module) => ({ default: module.CounterpartyPicker })),
)
const DueChoice = lazy(() => import('./due-choice.tsx').then((module) => ({ default: module.DueChoice })))

type Props = { filters: OrderFilters; set: SetFilters }

/** The filters of board and list, each a chip; all stand in the address. */
export function FilterBar({ filters, set }: Props) {
  const { urgent, troubled, view } = filters
  const board = useMaybe(getBoard, { ...serverFilter(filters), troubled: true })
  const n = board?.columns.reduce((sum, { count }) => sum + count, 0) ?? 0
  return (
    <Tools>
      <SearchField label={t('orders.search')} value={filters.search} onFind={(search) => set({ search })} />
      <div className={css.chips}>
        <ResponsibleFilter {...{ filters, set }} />
        <CustomerFilter {...{ filters, set }} />
        <DueFilter {...{ filters, set }} />
        {view === 'list' && <PhaseFilter {...{ filters, set }} />}
        <FilterChip
          label={t('orders.urgent')}
          {...(urgent && { value: t('filter.only'), onClear: () => set({ urgent: undefined }) })}
          icon={<IconFlame size={14} stroke={1.75} />}
          aria-pressed={urgent ?? false}
          onClick={() => set({ urgent: urgent ? undefined : true })}
        />
        <span className={css.gap} />
        {(n > 0 || troubled) && (
          <FilterChip
            trouble
            label={t(troubled ? 'filter.troubled_only' : 'filter.troubled', { n })}
            {...(troubled && { value: String(n), onClear: () => set({ troubled: undefined }) })}
            icon={<IconAlertTriangle size={14} stroke={1.75} />}
            aria-pressed={troubled ?? false}
            onClick={() => set({ troubled: troubled ? undefined : true })}
          />
        )}
      </div>
    </Tools>
  )
}

function ResponsibleFilter({ filters: { responsible = [] }, set }: Props) {
  const [opened, setOpened] = useState(false)
  const { rows } = useMaybeList(listMembers, { kind: 'staff' }, opened || responsible.length > 0)
  const name = rows.find(({ id }) => id === responsible[0])?.name
  const value =
    responsible.length === 0
      ? undefined
      : responsible.length === 1 && name
        ? name
        : t('filter.people', { n: responsible.length })
  const toggle = (id: string) =>
    responsible.includes(id) ? responsible.filter((one) => one !== id) : [...responsible, id]
  return (
    <Menu opened={opened} onChange={setOpened} closeOnItemClick={false} position="bottom-start" width={248}>
      <Menu.Target>
        <FilterChip label={t('order.responsible')} value={value} onClear={() => set({ responsible: undefined })} />
      </Menu.Target>
      <Menu.Dropdown className={css.drop ?? ''}>
        {rows.map((who) => (
          <MenuCheck
            key={who.id}
            icon={<Avatar who={who} size={20} alone={false} />}
            checked={responsible.includes(who.id)}
            onToggle={() => set({ responsible: toggle(who.id) })}
          >
            {who.name}
          </MenuCheck>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function CustomerFilter({ filters: { customer }, set }: Props) {
  const [opened, setOpened] = useState(false)
  const chosen = useMaybe(getCounterparty, { counterparty_id: customer ?? '' }, customer !== undefined)
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={300} trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('order.customer')}
          value={customer && (chosen?.name ?? '…')}
          onClear={() => set({ customer: undefined })}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense>
          {opened && (
            <CounterpartyPicker
              label={t('order.customer')}
              onPick={({ id }) => {
                set({ customer: id })
                setOpened(false)
              }}
            />
          )}
        </Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function DueFilter({ filters: { due }, set }: Props) {
  const [opened, setOpened] = useState(false)
  const pick = (next: string | null) => {
    set({ due: next ?? undefined })
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={248} trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('order.due')}
          value={due && t('time.until', { day: dayWords(due) })}
          onClear={() => set({ due: undefined })}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        <Suspense>{opened && <DueChoice due={due} onPick={pick} />}</Suspense>
      </Popover.Dropdown>
    </Popover>
  )
}

function PhaseFilter({ filters: { phase = [] }, set }: Props) {
  const first = phase[0]
  const value = phase.length > 1 ? t('filter.phases', { n: phase.length }) : first && t(`phase.${first}`)
  return (
    <Menu closeOnItemClick={false} position="bottom-start" width={248}>
      <Menu.Target>
        <FilterChip label={t('order.phase')} value={value} onClear={() => set({ phase: undefined })} />
      </Menu.Target>
      <Menu.Dropdown>
        {phases.map((one) => (
          <MenuCheck
            key={one}
            icon={<PhaseMark phase={one} />}
            checked={phase.includes(one)}
            onToggle={() =>
              set({ phase: phase.includes(one) ? phase.filter((other) => other !== one) : [...phase, one] })
            }
          >
            {t(`phase.${one}`)}
          </MenuCheck>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}
