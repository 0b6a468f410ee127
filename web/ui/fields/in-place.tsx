import { useState } from 'react'
import { focused } from '../submit.ts'
import css from './fields.module.css'

type Props = {
  value: string
  /** What the field is called, and what pressing the words does. */
  label: string
  hint: string
  max: number
  /** Left out where it may not be changed: then the words are just words. */
  onKeep?: (next: string) => Promise<unknown>
}

/** Words that are edited where they stand: Enter keeps them, Esc gives the old ones back. What was refused stays typed. */
export function InPlace({ value, label, hint, max, onKeep }: Props) {
  const [typed, setTyped] = useState<string | null>(null)
  if (!onKeep) return value
  if (typed === null)
    return (
      <button type="button" className={css.inPlace} title={hint} onClick={() => setTyped(value)}>
        {value}
      </button>
    )
  const keep = () => {
    const next = typed.trim()
    if (!next || next === value) setTyped(null)
    else
      onKeep(next).then(
        () => setTyped(null),
        // The refusal is said by the act itself; the words stay in the field.
        () => undefined,
      )
  }
  return (
    <input
      ref={focused}
      className={css.inPlaceInput}
      aria-label={label}
      maxLength={max}
      value={typed}
      onChange={(event) => setTyped(event.target.value)}
      onBlur={keep}
      onKeyDown={(event) => {
        if (event.key === 'Enter') event.currentTarget.blur()
        if (event.key !== 'Escape') return
        event.preventDefault()
        setTyped(null)
      }}
    />
  )
}
