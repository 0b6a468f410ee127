import { useState } from 'react'
import { Select } from '@mantine/core'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Curator, type Pool, setCurators } from '#contract/pools.ts'
import { useCall } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { PersonSelect } from '../person-select.tsx'
import css from './pools.module.css'

type Line = {
  key: number
  member_id: string | null
  known?: Curator['member']
  deputy: boolean
  from_day: string | null
  to_day: string | null
}

/** Who leads a pool, from which day to which: curators and deputies by lines. */
export function CuratorsDialog({ pool, onClose }: { pool: Pool; onClose: () => void }) {
  const [lines, setLines] = useState<Line[]>(() => pool.curators.map((one, key) => lineOf(one, key)))
  const save = useCall(setCurators, {
    inline: true,
    onSuccess: () => {
      toast(t('pool.saved'))
      onClose()
    },
  })
  const change = (at: number, part: Partial<Line>) =>
    setLines((now) => now.map((line, n) => (n === at ? { ...line, ...part } : line)))
  const whole = lines.every(({ member_id }) => member_id !== null)
  const go = () =>
    whole &&
    save.mutate({
      pool_id: pool.id,
      version: pool.version,
      curators: lines.map(({ member_id, deputy, from_day, to_day }) => ({
        member_id: member_id ?? '',
        deputy,
        from_day: from_day ?? today(),
        to_day,
      })),
    })
  return (
    <Dialog
      wide
      title={t('curators.title', { name: pool.name })}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.isPending} disabled={!whole}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={people.fields}>
        <p className={people.quiet}>{t('curators.hint')}</p>
        {lines.map((line, at) => (
          <LineFields
            key={line.key}
            number={at + 1}
            line={line}
            faults={(field) => save.error?.fields[`curators.${at}.${field}`]}
            onChange={(part) => change(at, part)}
            onDrop={() => setLines((now) => now.filter((_, n) => n !== at))}
          />
        ))}
        <div>
          <Button
            data-autofocus
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => setLines((now) => [...now, newLine(now)])}
          >
            {t('curators.add')}
          </Button>
        </div>
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}

const lineOf = ({ member, deputy, from_day, to_day }: Curator, key: number): Line => ({
  key,
  member_id: member.id,
  known: member,
  deputy,
  from_day,
  to_day,
})

/** Where somebody curates already, the next is mostly his deputy. */
const newLine = (lines: readonly Line[]): Line => ({
  key: Math.max(-1, ...lines.map(({ key }) => key)) + 1,
  member_id: null,
  deputy: lines.length > 0,
  from_day: today(),
  to_day: null,
})

type LineProps = {
  number: number
  line: Line
  faults: (field: string) => string | undefined
  onChange: (part: Partial<Line>) => void
  onDrop: () => void
}

function LineFields({ number, line, faults, onChange, onDrop }: LineProps) {
  return (
    <div className={css.term}>
      <PersonSelect
        fits={({ leads_pools }) => leads_pools}
        label={t('curators.member')}
        value={line.member_id}
        known={line.known ?? null}
        error={faults('member_id')}
        onChange={(member_id) => onChange({ member_id })}
      />
      <Select
        label={t('curators.kind')}
        data={[
          { value: 'curator', label: t('pool.curator') },
          { value: 'deputy', label: t('pool.deputy') },
        ]}
        value={line.deputy ? 'deputy' : 'curator'}
        onChange={(kind) => onChange({ deputy: kind === 'deputy' })}
      />
      <WhenField
        only_day
        label={t('curators.from')}
        value={line.from_day}
        error={faults('from_day')}
        onChange={(from_day) => onChange({ from_day })}
      />
      <WhenField
        only_day
        label={t('curators.to')}
        value={line.to_day}
        error={faults('to_day')}
        onChange={(to_day) => onChange({ to_day })}
      />
      <IconButton
        label={t('curators.drop', { n: number })}
        icon={<IconTrash size={16} stroke={1.75} />}
        onClick={onDrop}
      />
    </div>
  )
}
