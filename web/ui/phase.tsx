import { t } from '#web/platform/words.ts'
import { cx } from './cx.ts'
import css from './phase.module.css'

export type Phase = 'new' | 'agreement' | 'work' | 'acceptance' | 'closing' | 'done' | 'cancelled'
export const phases: readonly Phase[] = ['new', 'agreement', 'work', 'acceptance', 'closing', 'done', 'cancelled']
export type TaskState = 'new' | 'accepted' | 'declined' | 'in_progress' | 'done' | 'returned' | 'closed' | 'cancelled'

type Look = 'ring' | 'empty' | 'quarter' | 'half' | 'three' | 'near' | 'tick' | 'cross' | 'back'

/** How much of the inner circle (r 2, stroke 4, round 12.57) is filled. */
const FILLED: Partial<Record<Look, string>> = { quarter: '3.14 12.57', half: '6.28 12.57', three: '9.42 12.57' }
const OF_PHASE: Record<Phase, Look> = {
  new: 'ring',
  agreement: 'quarter',
  work: 'half',
  acceptance: 'three',
  closing: 'near',
  done: 'tick',
  cancelled: 'cross',
}
/** A task wears the marks of the phases, so that one circle is learnt once. */
const OF_TASK: Record<TaskState, { look: Look; colour: Phase | 'returned' }> = {
  new: { look: 'ring', colour: 'new' },
  accepted: { look: 'empty', colour: 'new' },
  declined: { look: 'cross', colour: 'returned' },
  in_progress: { look: 'half', colour: 'work' },
  done: { look: 'three', colour: 'acceptance' },
  returned: { look: 'back', colour: 'returned' },
  closed: { look: 'tick', colour: 'done' },
  cancelled: { look: 'cross', colour: 'cancelled' },
}

function Circle({ look, size = 14 }: { look: Look; size?: number }) {
  const solid = look === 'tick' || look === 'cross'
  return (
    <svg width={size} height={size} viewBox="0 0 14 14" fill="none" aria-hidden="true">
      {solid ? (
        <circle cx="7" cy="7" r="6.5" fill="currentColor" />
      ) : (
        <circle cx="7" cy="7" r="5.75" stroke="currentColor" strokeWidth="1.5" {...(look === 'ring' && DASHES)} />
      )}
      {FILLED[look] && (
        <circle
          cx="7"
          cy="7"
          r="2"
          stroke="currentColor"
          strokeWidth="4"
          strokeDasharray={FILLED[look]}
          transform="rotate(-90 7 7)"
        />
      )}
      {look === 'near' && <circle cx="7" cy="7" r="4" fill="currentColor" />}
      {look === 'tick' && <path className={css.cut} d="M4.2 7.2l2 2 3.7-4" {...STROKE} />}
      {look === 'cross' && <path className={css.cut} d="M5 5l4 4M9 5l-4 4" {...STROKE} />}
      {look === 'back' && <path d="M9.2 7H5m1.8-1.9L4.9 7l1.9 1.9" stroke="currentColor" {...STROKE} />}
    </svg>
  )
}

const DASHES = { strokeDasharray: '2.2 1.4' }
const STROKE = { strokeWidth: 1.5, strokeLinecap: 'round', strokeLinejoin: 'round' } as const

/** The filling circle of a phase. With `label` it stands alone and says its name. */
export function PhaseMark({ phase, label, size }: { phase: Phase; label?: string; size?: number }) {
  return (
    <span className={cx(css[phase], css.mark)} {...named(label)}>
      <Circle look={OF_PHASE[phase]} {...(size && { size })} />
    </span>
  )
}

/** A phase with its mark; `name` is the company's own stage in it. */
export function PhaseBadge({ phase, name, small }: { phase: Phase; name?: string; small?: boolean }) {
  return (
    <span className={cx(css.badge, css[phase], small && css.small)}>
      <Circle look={OF_PHASE[phase]} size={small ? 12 : 14} />
      {name ?? t(`phase.${phase}`)}
    </span>
  )
}

export function TaskMark({ state, size }: { state: TaskState; size?: number }) {
  const { look, colour } = OF_TASK[state]
  return (
    <span className={cx(css[colour], css.mark)} {...named(t(`task_state.${state}`))}>
      <Circle look={look} {...(size && { size })} />
    </span>
  )
}

export function TaskBadge({ state, small }: { state: TaskState; small?: boolean }) {
  const { look, colour } = OF_TASK[state]
  return (
    <span className={cx(css.badge, css[colour], small && css.small)}>
      <Circle look={look} size={small ? 12 : 14} />
      {t(`task_state.${state}`)}
    </span>
  )
}

const named = (label: string | undefined) => (label ? { role: 'img', 'aria-label': label, title: label } : {})
