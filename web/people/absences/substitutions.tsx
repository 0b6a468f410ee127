import { IconUserShare } from '@tabler/icons-react'
import { endSubstitution, handTasksOver, listSubstitutions, type Substitution } from '#contract/time/substitutions.ts'
import { useCall, useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { Empty } from '#web/ui/state.tsx'
import people from '../people.module.css'
import { daysOf, KindMark } from './absence-words.tsx'
import css from './absences.module.css'

const TONES = { waits: 'warn', ahead: 'neutral', holds: 'good', over: 'neutral', ended: 'neutral' } as const

/** «Замещения»: who acts for whom in which days. */
export function Substitutions() {
  const { rows, has_more, loading_more, more } = useList(listSubstitutions, {})
  if (rows.length === 0)
    return (
      <div className={people.center}>
        <Empty
          icon={<IconUserShare size={24} stroke={1.75} />}
          title={t('substitutions.empty')}
          hint={t('substitutions.empty_hint')}
        />
      </div>
    )
  return (
    <>
      <p className={css.lead}>{t('substitutions.lead')}</p>
      <DataTable
        label={t('substitutions.heading')}
        rows={rows}
        columns={columns()}
        keyOf={({ id }) => id}
        {...{ has_more, loading_more, more }}
      />
    </>
  )
}

/** Made when drawn: the language may change. */
const columns = (): Column<Substitution>[] => [
  {
    id: 'absent',
    head: t('substitutions.absent'),
    cell: (one) => (
      <span className={css.who}>
        <Person who={one.absent} />
        <span className={people.phoneOnly}>
          <span>{t('substitutions.by', { name: one.deputy.name })}</span>
          <span>{daysOf(one)}</span>
        </span>
      </span>
    ),
  },
  { id: 'deputy', head: t('substitutions.deputy'), late: true, cell: ({ deputy }) => <Person who={deputy} /> },
  { id: 'days', head: t('absences.days'), late: true, cell: (one) => daysOf(one) },
  {
    id: 'why',
    head: t('absences.kind'),
    late: true,
    fill: true,
    cell: ({ absence }) => absence && <KindMark kind={absence.kind} />,
  },
  {
    id: 'state',
    head: t('absences.state'),
    late: true,
    cell: ({ state }) => <Chip tone={TONES[state]}>{t(`substitutions.state.${state}`)}</Chip>,
  },
  { id: 'acts', head: '', cell: (one) => <Acts one={one} /> },
]

function Acts({ one }: { one: Substitution }) {
  const { id: substitution_id, absent, can, state } = one
  const end = useCall(endSubstitution, { onSuccess: () => toast(t('substitutions.ended')) })
  const hand = useCall(handTasksOver, {
    onSuccess: ({ rows }) => toast(t('substitutions.handed', { n: rows.length })),
  })
  if (can.end) return null
  return (
    <span className={css.acts}>
      {absent.kind === 'performer' && state !== 'waits' && (
        <Button size="sm" busy={hand.isPending} onClick={() => hand.mutate({ substitution_id })}>
          {t('substitutions.hand')}
        </Button>
      )}
      <Button size="sm" variant="quiet" busy={end.isPending} onClick={() => end.mutate({ substitution_id })}>
        {t('substitutions.end')}
      </Button>
    </span>
  )
}
