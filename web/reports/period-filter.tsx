import { useState } from 'react'
import { Popover } from '@mantine/core'
import { IconCalendar, IconCheck } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { FilterChip } from '#web/ui/chip.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { submitting } from '#web/ui/submit.ts'
import { type Period, periodName, presetPeriod, presets } from './period.ts'
import css from './reports.module.css'

type Props = { period: Period; onChange: (period: Period) => void }

/** Which days the report counts: a usual period at one press, or any two days. */
export function PeriodFilter({ period, onChange }: Props) {
  const [opened, setOpened] = useState(false)
  const take = (next: Period) => {
    onChange(next)
    setOpened(false)
  }
  return (
    <Popover opened={opened} onChange={setOpened} position="bottom-start" width={312} trapFocus returnFocus>
      <Popover.Target>
        <FilterChip
          label={t('cost.period')}
          value={periodName(period)}
          icon={<IconCalendar size={14} stroke={1.75} aria-hidden="true" />}
          aria-expanded={opened}
          onClick={() => setOpened(!opened)}
        />
      </Popover.Target>
      <Popover.Dropdown>
        {opened && (
          <div className={css.choices}>
            {presets.map((preset) => {
              const one = presetPeriod(preset)
              const on = one.from === period.from && one.to === period.to
              return (
                <button key={preset} type="button" className={css.choice} aria-pressed={on} onClick={() => take(one)}>
                  <span>{t(`cost.preset.${preset}`)}</span>
                  {on ? <IconCheck size={16} stroke={1.75} aria-hidden="true" /> : <small>{periodName(one)}</small>}
                </button>
              )
            })}
            <Own key={`${period.from}${period.to}`} period={period} onTake={take} />
          </div>
        )}
      </Popover.Dropdown>
    </Popover>
  )
}

function Own({ period, onTake }: { period: Period; onTake: (period: Period) => void }) {
  const [from, setFrom] = useState<string | null>(period.from)
  const [to, setTo] = useState<string | null>(period.to)
  const backwards = from !== null && to !== null && from > to
  return (
    <form noValidate className={css.own} onSubmit={submitting(() => from && to && !backwards && onTake({ from, to }))}>
      <WhenField only_day label={t('cost.from')} value={from} onChange={setFrom} />
      <WhenField
        only_day
        label={t('cost.to')}
        value={to}
        onChange={setTo}
        error={backwards ? t('cost.backwards') : undefined}
      />
      <Button type="submit" variant="primary" size="sm" wide>
        {t('cost.show')}
      </Button>
    </form>
  )
}
