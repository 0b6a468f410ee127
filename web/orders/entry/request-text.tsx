import { type ReactNode, useId } from 'react'
import type { Reading } from '#contract/orders.ts'
import { t } from '#web/platform/words.ts'
import css from './entry.module.css'

type Props = {
  value: string
  reading: Reading | undefined
  autofocus: boolean
  error: string | undefined
  onChange: (text: string) => void
  onEnter: () => void
}

/** The request in the customer's own words; what was read in them is underlined as it is typed. Shift+Enter parts lines. */
export function RequestText({ value, reading, autofocus, error, onChange, onEnter }: Props) {
  const id = useId()
  return (
    <div>
      <label className={css.label} htmlFor={id}>
        {t('entry.request')}
      </label>
      <div className={css.words} data-error={error ? true : undefined}>
        <div className={css.mirror} aria-hidden="true">
          {underlined(value, quotesOf(reading))}
          {'\u200B'}
        </div>
        <textarea
          id={id}
          rows={3}
          maxLength={20_000}
          value={value}
          placeholder={t('entry.request_example')}
          {...(autofocus && { 'data-autofocus': true })}
          aria-invalid={error ? true : undefined}
          aria-describedby={`${id}-hint`}
          onChange={(event) => onChange(event.target.value)}
          onKeyDown={(event) => {
            if (event.key !== 'Enter' || event.shiftKey || event.nativeEvent.isComposing) return
            event.preventDefault()
            event.stopPropagation()
            onEnter()
          }}
        />
      </div>
      <p id={`${id}-hint`} className={error ? css.error : css.hint}>
        {error ?? t('entry.request_hint')}
      </p>
    </div>
  )
}

function quotesOf(reading: Reading | undefined): string[] {
  if (!reading) return []
  const { demands, address, starts_at, phone } = reading
  return [...demands, address, starts_at, phone].flatMap((read) => (read?.quote ? [read.quote] : []))
}

/** The text with the pieces marked; pieces that overlap make one mark. */
function underlined(text: string, quotes: string[]): ReactNode[] {
  const marked = Array.from({ length: text.length }, () => false)
  for (const quote of quotes) {
    const at = text.indexOf(quote)
    if (at >= 0) marked.fill(true, at, at + quote.length)
  }
  const pieces: ReactNode[] = []
  for (let from = 0; from < text.length;) {
    let to = from
    while (to < text.length && marked[to] === marked[from]) to += 1
    const piece = text.slice(from, to)
    pieces.push(marked[from] ? <u key={from}>{piece}</u> : piece)
    from = to
  }
  return pieces
}
