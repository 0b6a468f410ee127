import { IconPencil, IconPlus } from '@tabler/icons-react'
import type { Demand, Order } from '#contract/orders.ts'
import { moment, span } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { FilledChip } from '#web/ui/chip.tsx'
import { Avatars } from '#web/ui/person.tsx'
import { Section } from '#web/ui/rows.tsx'
import { lower } from '../list/warning-line.tsx'
import type { OnAct } from './use-order.ts'
import css from './card.module.css'

/** Who is needed, who is found, and from when. */
export function DemandsSection({ order, onAct }: { order: Order; onAct: OnAct }) {
  const { demands, can } = order
  const edit = !can.change && (
    <IconButton
      size="sm"
      className={css.headAct}
      label={t('act.demands')}
      icon={demands.length > 0 ? <IconPencil size={16} stroke={1.75} /> : <IconPlus size={16} stroke={1.75} />}
      onClick={() => onAct('demands')}
    />
  )
  return (
    <Section title={t('demand.heading')} end={edit}>
      {demands.length === 0 && <p className={css.quiet}>{t('demand.none')}</p>}
      {demands.map((demand) => (
        <Row key={demand.id} demand={demand} order={order} onAct={onAct} />
      ))}
    </Section>
  )
}

function Row({ demand, order, onAct }: { demand: Demand; order: Order; onAct: OnAct }) {
  const { id, speciality, people, filled, starts_at, ends_at } = demand
  const own = order.tasks.filter(({ demand_id, state }) => demand_id === id && state !== 'cancelled')
  const who = own
    .flatMap(({ assignees }) => assignees.filter(({ state }) => state !== 'declined'))
    .map(({ member }) => member)
  const people_found = [...new Map(who.map((one) => [one.id, one])).values()]
  const when = starts_at && (ends_at ? span(starts_at, ends_at) : moment(starts_at))
  return (
    <div className={css.demand}>
      <FilledChip filled={filled} of={people}>
        {t('demand.filled', { speciality: lower(speciality.name), filled, people })}
      </FilledChip>
      {people_found.length > 0 && (
        <>
          <Avatars people={people_found} size={20} most={3} />
          {people_found.length < 3 && (
            <span className={css.found}>{people_found.map(({ name }) => name).join(', ')}</span>
          )}
        </>
      )}
      <span className={css.demandEnd}>
        {when && <span className={css.when}>{when}</span>}
        {filled < people && !order.can.assign && (
          <Button variant="link" onClick={() => onAct('task', id)}>
            {t('demand.assign')}
          </Button>
        )}
      </span>
    </div>
  )
}
