import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { readClock } from '#web/platform/typed-when.ts'
import { t } from '#web/platform/words.ts'

type Props = {
  label: string
  /** `09:00`. */
  value: string
  onChange: (clock: string) => void
  /** The label is said, not shown: the row or the column names it. */
  quiet?: boolean
  disabled?: boolean
  hint?: string | undefined
}

/** A time of day, typed as people do: «9», «9:30», «0930». The browser's own field would ask «AM or PM». */
export function ClockField({ label, value, onChange, quiet = false, disabled = false, hint }: Props) {
  const [typed, setTyped] = useState(value)
  const [shown, setShown] = useState(value)
  const [wrong, setWrong] = useState(false)
  if (value !== shown) {
    setShown(value)
    setTyped(value)
    setWrong(false)
  }
  const put = (next: string) => {
    setShown(next)
    setTyped(next)
    setWrong(false)
    if (next !== value) onChange(next)
  }
  const leave = () => {
    const next = readClock(typed.trim())
    if (next) put(next)
    else setWrong(true)
  }
  return (
    <TextInput
      {...(quiet ? { 'aria-label': label } : { label })}
      disabled={disabled}
      inputMode="numeric"
      value={typed}
      error={wrong && t('field.clock_unread')}
      description={!wrong && hint}
      inputWrapperOrder={['label', 'input', 'description', 'error']}
      onChange={(event) => {
        setTyped(event.target.value)
        if (/^\d\d:\d\d$/.test(event.target.value) && readClock(event.target.value)) put(event.target.value)
      }}
      onBlur={leave}
      onKeyDown={(event) => event.key === 'Enter' && leave()}
    />
  )
}
