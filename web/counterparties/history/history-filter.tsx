import { useState } from 'react'
import { Menu, Popover } from '@mantine/core'
import { IconFileTypePdf } from '@tabler/icons-react'
import type { CounterpartyCard } from '#contract/counterparties.ts'
import { dayName } from '#web/platform/format.ts'
import { addressOf } from '#web/platform/route.ts'
import { locale, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { SearchField } from '#web/ui/fields/search-field.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { MenuCheck } from '#web/ui/over/menu-check.tsx'
import { Tools } from '#web/ui/page-head.tsx'
import { asked, type HistoryFilters, KINDS, type SetHistoryFilters } from './history-filters.ts'
import css from './history.module.css'

type Props = { card: CounterpartyCard; filters: HistoryFilters; set: SetHistoryFilters }

/** What of the history is shown, and its print; all of it stands in the address. */
export function HistoryFilterBar({ card, filters, set }: Props) {
  const { kind, contact, site, search } = filters
  return (
    <Tools>
      <SearchField label={t('history.search')} value={search} onFind={(next) => set({ search: next })} />
      <div className={css.chips}>
        <OneOf
          label={t('history.what')}
          options={KINDS.map((id) => ({ id, name: t(`history.kind.${id}`) }))}
          at={kind}
          onPick={(next) => set({ kind: next as HistoryFilters['kind'] })}
        />
        {card.contacts.length > 0 && (
          <OneOf
            label={t('history.contact')}
            options={card.contacts}
            at={contact}
            onPick={(next) => set({ contact: next })}
          />
        )}
        {card.sites.length > 0 && (
          <OneOf
            label={t('history.site')}
            options={card.sites.map(({ id, address }) => ({ id, name: address }))}
            at={site}
            onPick={(next) => set({ site: next })}
          />
        )}
        <Period {...{ filters, set }} />
        <span className={css.gap} />
        <Print card={card} filters={filters} />
      </div>
    </Tools>
  )
}

type OneOfProps = {
  label: string
  options: readonly { id: string; name: string }[]
  at: string | undefined
  onPick: (id: string | undefined) => void
}

function OneOf({ label, options, at, onPick }: OneOfProps) {
  return (
    <Menu position="bottom-start" width={260}>
      <Menu.Target>
        <FilterChip
          label={label}
          value={at && (options.find(({ id }) => id === at)?.name ?? '…')}
          onClear={() => onPick(undefined)}
        />
      </Menu.Target>
      <Menu.Dropdown className={css.drop ?? ''}>
        {options.map(({ id, name }) => (
          <MenuCheck key={id} checked={at === id} onToggle={() => onPick(at === id ? undefined : id)}>
            {name}
          </MenuCheck>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

function Period({ filters: { from, till }, set }: Omit<Props, 'card'>) {
  const [opened, setOpened] = useState(false)
  const value = [from && t('history.since', { day: dayName(from) }), till && t('history.until', { day: dayName(till) })]
  const given = value.filter(Boolean).join(' ')
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={260} trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('history.period')}
          value={given || undefined}
          onClear={() => set({ from: undefined, till: undefined })}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <div className={css.period}>
            <WhenField
              only_day
              label={t('history.from')}
              value={from ?? null}
              onChange={(day) => set({ from: day ?? undefined })}
            />
            <WhenField
              only_day
              label={t('history.till')}
              value={till ?? null}
              onChange={(day) => set({ till: day ?? undefined })}
            />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

/** One PDF of what is chosen: that for the other side's eyes, or all of it. */
function Print({ card, filters }: Omit<Props, 'set'>) {
  const at = (inside: boolean) =>
    addressOf(`/api/counterparties/${card.id}/history.pdf`, {
      ...asked(filters),
      lang: locale(),
      ...(inside && { inside: 'true' }),
    })
  return (
    <Menu position="bottom-end" width={300}>
      <Menu.Target>
        <Button size="sm" icon={<IconFileTypePdf size={16} stroke={1.75} aria-hidden="true" />}>
          {t('history.print')}
        </Button>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item component="a" href={at(false)} download>
          {t('history.print_outward')}
        </Menu.Item>
        <Menu.Item component="a" href={at(true)} download>
          {t('history.print_inside')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  )
}
