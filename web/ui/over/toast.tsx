import { type ReactNode, useEffect, useState, useSyncExternalStore } from 'react'
import { IconX } from '@tabler/icons-react'
import { Problem } from '#web/platform/problem.ts'
import { letBe } from '#web/platform/proof.ts'
import { t } from '#web/platform/words.ts'
import { Reason } from '../reason.tsx'
import css from './over.module.css'

type Toast = { id: number; words: ReactNode; undo?: () => void; urgent: boolean }

/** How long an act can be taken back, in seconds; a refusal, which must be read, stays longer. */
const STAYS = 8
const REFUSAL_STAYS = 14

let toasts: readonly Toast[] = []
let last = 0
const listeners = new Set<() => void>()

function set(next: readonly Toast[]): void {
  toasts = next
  for (const listener of listeners) listener()
}

/** Says what was done; with `undo` it can be taken back for eight seconds. */
export function toast(words: ReactNode, undo?: () => void): void {
  set([...toasts.slice(-2), { id: ++last, words, urgent: false, ...(undo && { undo }) }])
}

/** Says what was refused and why, with links to what stands in the way. */
export function toastProblem(error: unknown): void {
  if (letBe(error)) return
  const words = error instanceof Problem ? <Reason code={error.code} facts={error.facts} /> : t('problem.page')
  set([...toasts.slice(-2), { id: ++last, words, urgent: true }])
}

const drop = (id: number) => set(toasts.filter((one) => one.id !== id))

/** Where toasts appear: once, at the root. */
export function Toasts() {
  const shown = useSyncExternalStore(
    (listener) => {
      listeners.add(listener)
      return () => listeners.delete(listener)
    },
    () => toasts,
  )
  return (
    <output className={css.toasts}>
      {shown.map((one) => (
        <Shown key={one.id} toast={one} />
      ))}
    </output>
  )
}

function Shown({ toast: { id, words, undo, urgent } }: { toast: Toast }) {
  const [left, setLeft] = useState(urgent ? REFUSAL_STAYS : STAYS)
  const [held, setHeld] = useState(false)
  useEffect(() => {
    if (held) return
    const timer = setTimeout(() => (left > 1 ? setLeft(left - 1) : drop(id)), 1000)
    return () => clearTimeout(timer)
  }, [left, held, id])
  return (
    <div
      className={css.toast}
      {...(urgent && { role: 'alert' })}
      onMouseEnter={() => setHeld(true)}
      onMouseLeave={() => setHeld(false)}
    >
      <p>{words}</p>
      {undo && (
        <button
          type="button"
          className={css.undo}
          onClick={() => {
            drop(id)
            undo()
          }}
        >
          {t('do.undo_in', { seconds: left })}
        </button>
      )}
      {!undo && (
        <button type="button" className={css.shut} aria-label={t('do.close')} onClick={() => drop(id)}>
          <IconX size={16} stroke={1.75} />
        </button>
      )}
    </div>
  )
}
