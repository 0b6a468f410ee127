import { TextInput } from '@mantine/core'
import type { Reading } from '#contract/orders.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Bone, Bones } from '#web/ui/state.tsx'
import { lower } from '../list/warning-line.tsx'
import { DemandFields } from './demand-fields.tsx'
import { type Draft, demandsOf, isTaken, siteOf } from './draft.ts'
import { ReadRow } from './read-row.tsx'
import css from './entry.module.css'

type Props = {
  draft: Draft
  reading: Reading | undefined
  pending: boolean
  onChange: (part: Partial<Draft>) => void
}

/** What was read in the words: sure things with a tick, doubts with a question; each can be put right or dropped. */
export function ReadingRows({ draft, reading, pending, onChange }: Props) {
  if (!reading) return pending ? <RowsToCome /> : null
  const title = draft.title ?? reading.title
  const urgent = draft.urgent ?? reading.urgent
  return (
    <div className={css.rows} aria-live="polite">
      <ReadRow
        name={t('entry.what')}
        words={title}
        taken
        sure
        edit={
          <TextInput
            aria-label={t('entry.what')}
            maxLength={300}
            value={title}
            onChange={(event) => onChange({ title: event.target.value })}
          />
        }
      />
      <Demands {...{ draft, reading, onChange }} />
      <When {...{ draft, reading, onChange }} />
      <Address {...{ draft, reading, onChange }} />
      <ReadRow
        name={t('entry.urgency')}
        words={t(urgent ? 'orders.urgent' : 'entry.not_urgent')}
        taken={urgent}
        sure
        quiet={!urgent}
        onTake={(taken) => onChange({ urgent: taken })}
      />
    </div>
  )
}

type Part = Omit<Props, 'pending'> & { reading: Reading }

function Demands({ draft, reading, onChange }: Part) {
  return reading.demands.map((read) => {
    const { quote, sure } = read
    const decision = draft.demands[quote]
    const value = decision?.value ?? read
    const words = t('entry.demand', { speciality: lower(value.speciality), people: value.people })
    const decide = (part: { taken: boolean; value?: typeof value }) =>
      onChange({ demands: { ...draft.demands, [quote]: { ...decision, ...part } } })
    return (
      <ReadRow
        key={quote}
        name={t('entry.demand_name')}
        words={value.starts_at ? `${words}, ${moment(value.starts_at)}` : words}
        taken={isTaken(decision, sure)}
        sure={sure || decision !== undefined}
        onTake={(taken) => decide({ taken })}
        edit={<DemandFields value={value} onChange={(next) => decide({ taken: true, value: next })} />}
      />
    )
  })
}

function When({ draft, reading, onChange }: Part) {
  const { starts_at } = reading
  if (!starts_at || demandsOf(draft, reading).length > 0) return null
  const value = draft.when?.value ?? starts_at.value
  return (
    <ReadRow
      name={t('entry.when')}
      words={moment(value)}
      taken={isTaken(draft.when, starts_at.sure)}
      sure={starts_at.sure || draft.when !== null}
      onTake={(taken) => onChange({ when: { ...draft.when, taken } })}
      edit={
        <WhenField
          label={t('entry.when')}
          value={value}
          onChange={(next) => onChange({ when: next ? { taken: true, value: next } : { taken: false } })}
        />
      }
    />
  )
}

function Address({ draft, reading, onChange }: Part) {
  const { address } = reading
  const site = siteOf(draft, reading)
  if (site)
    return <ReadRow name={t('order.site')} words={site.address} taken sure onTake={() => onChange({ site: null })} />
  if (!address && !draft.address) return null
  const value = draft.address?.value ?? address?.value ?? ''
  return (
    <ReadRow
      name={t('order.address')}
      words={value}
      taken={isTaken(draft.address, true)}
      sure
      onTake={(taken) => onChange({ address: { ...draft.address, taken } })}
      edit={
        <TextInput
          aria-label={t('order.address')}
          maxLength={500}
          value={value}
          onChange={(event) => onChange({ address: { taken: true, value: event.target.value } })}
        />
      }
    />
  )
}

const RowsToCome = () => (
  <Bones>
    <div className={css.bones}>
      <Bone w="60%" />
      <Bone w="40%" />
    </div>
  </Bones>
)
