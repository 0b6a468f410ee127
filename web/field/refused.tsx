import { useEffect, useState, useSyncExternalStore } from 'react'
import type { Problem } from '#web/platform/problem.ts'
import css from './field.module.css'

/** How long a refusal stays in sight. */
const SHOWN = 8000

let last: { words: string; at: number } | null = null
const listeners = new Set<() => void>()

/** Shows a refusal at the bottom of the screen, over everything. */
export function sayRefused(problem: Problem): void {
  last = { words: problem.words, at: Date.now() }
  listeners.forEach((listener) => listener())
}

const subscribe = (listener: () => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** The place where refusals appear; it leaves by itself or by a tap. */
export function Refused() {
  const said = useSyncExternalStore(subscribe, () => last)
  const [hidden, setHidden] = useState<number | null>(null)
  useEffect(() => {
    if (!said) return
    const timer = setTimeout(() => setHidden(said.at), SHOWN)
    return () => clearTimeout(timer)
  }, [said])
  const shown = said && said.at !== hidden ? said : null
  return (
    <div aria-live="assertive" className={css.refused_place}>
      {shown && (
        <button type="button" className={css.refused} onClick={() => setHidden(shown.at)}>
          {shown.words}
        </button>
      )}
    </div>
  )
}
