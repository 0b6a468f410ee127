import { useId } from 'react'
import { Checkbox } from '@mantine/core'
import { IconAlertTriangle, IconHandStop, IconHourglass } from '@tabler/icons-react'
import type { Candidate, Reason } from '#contract/staffing/choosing.ts'
import { dayDigits, span } from '#web/platform/format.ts'
import { sentence, t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import { Avatar } from '#web/ui/person.tsx'
import type { Values } from '#words/index.ts'
import { LoadBar } from './load-bar.tsx'
import css from './choosing.module.css'

type Props = { candidate: Candidate; on: boolean; onToggle: () => void; onAsk: () => void }

/** One performer: who he is, whether he is free and why not, how loaded, and what it takes to assign him. */
export function CandidateRow({ candidate, on, onToggle, onAsk }: Props) {
  const id = useId()
  const { member, needs_request } = candidate
  if (needs_request)
    return (
      <div className={css.row}>
        <span className={css.box} />
        <About candidate={candidate} />
        <Asked asked={needs_request.asked} name={member.name} onAsk={onAsk} />
      </div>
    )
  return (
    <label className={css.row} data-on={on || undefined} htmlFor={id}>
      <Checkbox id={id} className={css.box ?? ''} checked={on} onChange={onToggle} aria-label={member.name} />
      <About candidate={candidate} />
    </label>
  )
}

function About({ candidate }: { candidate: Candidate }) {
  const { member, specialities, pools, group, needs_request, warnings, week } = candidate
  const trades = specialities.map(({ name }) => name).join(', ')
  const of = group === 'other' ? pools.map(({ name }) => name).join(', ') : ''
  const whose = needs_request ? curatorsOf(needs_request.curators) : ''
  return (
    <>
      <Avatar who={member} alone={false} />
      <span className={css.who}>
        <span className={css.name}>{member.name}</span>
        <small>{[trades, of !== trades && of, whose].filter(Boolean).join(' · ')}</small>
        {warnings.map((one) => (
          <small key={reasonWords(one)} className={css.warn}>
            <IconAlertTriangle size={12} stroke={1.75} aria-hidden="true" /> {reasonWords(one)}
          </small>
        ))}
      </span>
      <span className={css.state}>
        <State candidate={candidate} />
        <LoadBar load={week} />
      </span>
    </>
  )
}

const curatorsOf = (curators: readonly { name: string }[]): string =>
  curators.length > 0
    ? t('choose.curator', { names: curators.map(({ name }) => name).join(', ') })
    : t('choose.no_curator')

function State({ candidate: { state, reasons, assigned } }: { candidate: Candidate }) {
  const [first, ...more] = reasons
  if (first)
    return (
      <span className={css.busy} title={reasons.map(reasonWords).join('\n')}>
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
        {reasonWords(first)}
        {more.length > 0 && ` ${t('people.more', { n: more.length })}`}
      </span>
    )
  if (assigned) return <span className={css.quiet}>{t('choose.assigned')}</span>
  if (state === null) return null
  return <span className={css.free}>{t('choose.free')}</span>
}

/** A reason in words, with its time where it has one. */
export function reasonWords({ code, facts, starts_at, ends_at }: Reason): string {
  const time = starts_at && ends_at ? span(starts_at, ends_at) : ''
  const on = typeof facts['day'] === 'string' ? { day: dayDigits(facts['day']) } : {}
  return sentence(code, { ...(facts as Values), ...on, time })
}

type AskedProps = { asked: NonNullable<Candidate['needs_request']>['asked']; name: string; onAsk: () => void }

function Asked({ asked, name, onAsk }: AskedProps) {
  if (asked?.state === 'asked')
    return (
      <span className={cx(css.ask, css.quiet)}>
        <IconHourglass size={14} stroke={1.75} aria-hidden="true" />
        {t('choose.asked')}
      </span>
    )
  return (
    <span className={css.ask}>
      {asked?.state === 'refused' && (
        <small className={css.warn} title={asked.answer ?? undefined}>
          {t('choose.refused')}
        </small>
      )}
      <Button
        size="sm"
        icon={<IconHandStop size={14} stroke={1.75} />}
        aria-label={t('choose.ask_whom', { name })}
        onClick={onAsk}
      >
        {t('choose.ask')}
      </Button>
    </span>
  )
}
