import { type ReactNode, useId } from 'react'
import { IconCheck, IconDeviceMobile } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '../cx.ts'
import css from './card.module.css'

type CardProps = { label?: string; end?: ReactNode; tone?: 'running' | 'quiet' | undefined; children: ReactNode }

/** A card of the phone. `label` heads it with `end` at the right; `running` is the job going on now. */
export function Card({ label, end, tone, children }: CardProps) {
  return (
    <section className={cx(css.card, tone && css[tone])}>
      {(label || end) && (
        <div className={css.label}>
          <span>{label}</span>
          {end && <span>{end}</span>}
        </div>
      )}
      {children}
    </section>
  )
}

type JobProps = { time: string; badge?: ReactNode; title: string; about?: ReactNode }

/** When, in what state, what: the head of a job's card. */
export function JobHead({ time, badge, title, about }: JobProps) {
  return (
    <>
      <div className={css.head}>
        <span className={css.time}>{time}</span>
        {badge}
      </div>
      <h2 className={css.title}>{title}</h2>
      {about && <p className={css.about}>{about}</p>}
    </>
  )
}

type RowProps = {
  about?: ReactNode
  /** One act of the row: the map, a call. */
  act?: { label: string; icon: ReactNode; href: string } | undefined
  children: ReactNode
}

/** A row of 56 with one square act of 48. */
export function CardRow({ about, act, children }: RowProps) {
  return (
    <div className={css.row}>
      <div className={css.words}>
        {children}
        {about && <small>{about}</small>}
      </div>
      {act && (
        <a
          className={css.act}
          href={act.href}
          aria-label={act.label}
          {...(act.href.startsWith('http') && { target: '_blank', rel: 'noreferrer' })}
        >
          {act.icon}
        </a>
      )}
    </div>
  )
}

type CheckProps = {
  checked: boolean
  onChange: (checked: boolean) => void
  disabled?: boolean
  end?: ReactNode
  children: ReactNode
}

/** A point of a checklist. */
export function CheckRow({ checked, onChange, disabled, end, children }: CheckProps) {
  return (
    <label className={css.check}>
      <input
        type="checkbox"
        checked={checked}
        disabled={disabled}
        onChange={(event) => onChange(event.target.checked)}
      />
      <i className={css.box}>{checked && <IconCheck size={16} stroke={2.25} aria-hidden="true" />}</i>
      <span>{children}</span>
      {end}
    </label>
  )
}

/** On what is kept on this phone and not sent yet. */
export function KeptMark({ children }: { children?: ReactNode }) {
  return (
    <small className={css.kept} title={t('net.on_phone')}>
      <IconDeviceMobile size={16} stroke={1.75} aria-label={t('net.on_phone')} />
      {children}
    </small>
  )
}

export type Choice<T extends string> = { id: T; name: string; about?: string }

type ChoicesProps<T extends string> = {
  label: string
  choices: readonly Choice<T>[]
  at: T | null
  onChoose: (id: T) => void
}

/** One of a few, each with a word about it. */
export function Choices<T extends string>({ label, choices, at, onChoose }: ChoicesProps<T>) {
  const group = useId()
  return (
    <fieldset className={css.choices}>
      <legend>{label}</legend>
      {choices.map(({ id, name, about }) => (
        <label key={id} className={css.choice}>
          <input type="radio" name={group} checked={id === at} onChange={() => onChoose(id)} />
          <i className={css.dot} />
          {name}
          {about && <small>{about}</small>}
        </label>
      ))}
    </fieldset>
  )
}

type FieldProps = {
  label: string
  value: string
  onChange: (value: string) => void
  /** What is wrong in it. */
  error?: string | undefined
  /** Why nothing came of it, where the field is right: no connection, somebody was faster. */
  note?: string | undefined
  /** One line of this kind; without it a text that grows. */
  type?: 'text' | 'tel' | 'date' | 'time' | 'email'
  inputMode?: 'numeric' | 'decimal' | 'text'
}

/** A field with its name inside the frame; 16 px, so that phones do not zoom in. */
export function PhoneField({ label, value, onChange, error, note, type, inputMode }: FieldProps) {
  const wrong = useId()
  const shared = {
    value,
    'aria-invalid': error !== undefined,
    'aria-describedby': wrong,
    onChange: (event: { target: { value: string } }) => onChange(event.target.value),
  }
  return (
    <div>
      <label className={css.field} data-wrong={error !== undefined || undefined}>
        <span>{label}</span>
        {type ? <input type={type} inputMode={inputMode} {...shared} /> : <textarea rows={2} {...shared} />}
      </label>
      <p id={wrong} role="alert" className={css.wrong} hidden={!error && !note}>
        {error ?? note}
      </p>
    </div>
  )
}
