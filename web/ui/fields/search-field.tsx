import { useEffect, useEffectEvent, useState } from 'react'
import { IconSearch, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton } from '../button.tsx'
import css from './fields.module.css'

/** How long a person pauses before the list is asked: a word typed at once is one question, not seven. */
const PAUSE = 250

type Props = { label: string; value: string | undefined; onFind: (text: string | undefined) => void }

/** Finds in a list while one types; follows when the words are changed from outside. */
export function SearchField({ label, value, onFind }: Props) {
  const [typed, setTyped] = useState(value ?? '')
  const [sent, setSent] = useState(value)
  if (value !== sent) {
    setSent(value)
    setTyped(value ?? '')
  }
  const find = (next: string | undefined) => {
    setSent(next)
    onFind(next)
  }
  const send = useEffectEvent(() => {
    const next = typed.trim() || undefined
    if (next !== value) find(next)
  })
  useEffect(() => {
    const timer = setTimeout(() => send(), PAUSE)
    return () => clearTimeout(timer)
  }, [typed])
  return (
    <span className={css.search}>
      <IconSearch size={14} stroke={1.75} aria-hidden="true" />
      <input aria-label={label} placeholder={label} value={typed} onChange={(event) => setTyped(event.target.value)} />
      {typed && (
        <IconButton
          size="sm"
          label={t('do.clear')}
          icon={<IconX size={14} stroke={1.75} />}
          onClick={() => {
            setTyped('')
            find(undefined)
          }}
        />
      )}
    </span>
  )
}
