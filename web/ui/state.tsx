import type { ReactNode } from 'react'
import { IconAlertTriangle, IconArrowBackUp, IconCircleCheck, IconInfoCircle } from '@tabler/icons-react'
import { Problem } from '#web/platform/problem.ts'
import { letBe } from '#web/platform/proof.ts'
import { t } from '#web/platform/words.ts'
import { cx } from './cx.ts'
import { Reason } from './reason.tsx'
import css from './state.module.css'

type EmptyProps = { icon?: ReactNode; title: string; hint?: string; children?: ReactNode }

/** An empty place: what will be here, and (as children) one button and one example. */
export function Empty({ icon, title, hint, children }: EmptyProps) {
  return (
    <div className={css.empty}>
      {icon}
      <h2>{title}</h2>
      {hint && <p>{hint}</p>}
      {children && <div className={css.acts}>{children}</div>}
    </div>
  )
}

/** One bone of a skeleton. */
export function Bone({ w = '100%', h = 10, round }: { w?: number | string; h?: number; round?: boolean }) {
  return <span className={css.bone} style={{ width: w, height: h, ...(round && { borderRadius: '50%' }) }} />
}

/** Wraps a skeleton: shown after 150 ms only, so that what is quick does not blink. */
export function Bones({ children }: { children: ReactNode }) {
  return (
    <div className={css.bones} aria-hidden="true">
      {children}
    </div>
  )
}

const WIDTHS = [34, 52, 41, 60, 46, 38, 55]

/** Rows of a table to come. */
export function RowBones({ rows = 12 }: { rows?: number }) {
  return (
    <Bones>
      {Array.from({ length: rows }, (_, i) => (
        <div key={i} className={css.row}>
          <Bone w={48} />
          <Bone w={`${WIDTHS[i % 7] ?? 40}%`} />
          <Bone w={96} />
        </div>
      ))}
    </Bones>
  )
}

/** A board card to come. */
export function CardBones() {
  return (
    <Bones>
      <div className={cx(css.card, css.lines)}>
        <Bone w={48} />
        <Bone w="88%" />
        <Bone w="60%" />
        <Bone w={88} h={20} />
        <Bone w="48%" />
      </div>
    </Bones>
  )
}

const ICONS = {
  warn: IconArrowBackUp,
  mind: IconAlertTriangle,
  bad: IconAlertTriangle,
  good: IconCircleCheck,
  info: IconInfoCircle,
}

type NoteProps = {
  tone?: keyof typeof ICONS
  title?: ReactNode
  /** What can be done about it, at the end. */
  act?: ReactNode
  children?: ReactNode
}

/** Something that must be known here: a refused move, a warning, a success that needs words. */
export function Notice({ tone = 'warn', title, act, children }: NoteProps) {
  const Icon = ICONS[tone]
  return (
    <div
      className={cx(css.note, tone !== 'warn' && tone !== 'mind' && css[tone])}
      role={tone === 'bad' ? 'alert' : 'status'}
    >
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <div>
        {title && <b>{title}</b>}
        {children && <p>{children}</p>}
      </div>
      {act}
    </div>
  )
}

/** What went wrong, in words, with links to what stands in the way. Nothing where nothing did. */
export function ProblemNote({ error }: { error: unknown }) {
  if (!error || letBe(error)) return null
  const problem = error instanceof Problem ? error : undefined
  return (
    <Notice tone="bad">{problem ? <Reason code={problem.code} facts={problem.facts} /> : t('problem.page')}</Notice>
  )
}
