import { useState } from 'react'
import { IconPlus, IconTrash } from '@tabler/icons-react'
import { type Order, setDemands } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { DemandFields } from '../entry/demand-fields.tsx'
import type { DemandWords } from '../entry/draft.ts'
import css from './acts.module.css'

type Row = DemandWords & { key: string; id?: string }

/** Who is needed: rows of trade, number and time. */
export function DemandsDialog({ order, onClose }: { order: Order; onClose: () => void }) {
  const [rows, setRows] = useState<Row[]>(() =>
    order.demands.length > 0
      ? order.demands.map(({ id, speciality, people, starts_at }) => ({
          key: id,
          id,
          speciality: speciality.name,
          people,
          starts_at,
        }))
      : [freshRow(order)],
  )
  const save = useCall(setDemands, { inline: true, onSuccess: onClose })
  const change = (key: string, next: DemandWords) =>
    setRows((now) => now.map((row) => (row.key === key ? { ...row, ...next } : row)))
  const go = () => {
    const demands = rows
      .filter(({ speciality }) => speciality.trim())
      .map(({ id, speciality, people, starts_at }) => ({
        ...(id && { id }),
        speciality: speciality.trim(),
        people,
        starts_at,
      }))
    save.mutate({ order_id: order.id, version: order.version, demands })
  }
  return (
    <Dialog
      wide
      title={t('demand.heading')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        {rows.map((row) => (
          <div key={row.key} className={css.demandRow}>
            <DemandFields value={row} onChange={(next) => change(row.key, next)} />
            <IconButton
              label={t('demand.remove', { name: row.speciality })}
              icon={<IconTrash size={16} stroke={1.75} />}
              onClick={() => setRows((now) => now.filter(({ key }) => key !== row.key))}
            />
          </div>
        ))}
        <span>
          <Button
            size="sm"
            icon={<IconPlus size={16} stroke={1.75} />}
            onClick={() => setRows((now) => [...now, freshRow(order)])}
          >
            {t('demand.add')}
          </Button>
        </span>
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}

let made = 0
const freshRow = ({ agreement }: Order): Row => ({
  key: `new${++made}`,
  speciality: '',
  people: 1,
  starts_at: agreement?.starts_at ?? null,
})
