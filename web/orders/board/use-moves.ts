import { useState } from 'react'
import { flushSync } from 'react-dom'
import { moveOrder, type OrderRow } from '#contract/orders.ts'
import { useCall } from '#web/platform/ask.ts'
import { springBack } from '#web/platform/drag.ts'
import { Problem } from '#web/platform/problem.ts'
import type { Stage } from './stage.ts'

export type Refused = { order: OrderRow; code: string; facts: Record<string, unknown> }
export type Act = 'send' | 'complete' | 'cancel'
export type Asked = { order_id: string; act: Act }

/** Moves that need more than a drop: the server names the act, its dialog opens. */
const INSTEAD: Record<string, Act> = {
  'order.send_instead': 'send',
  'order.complete_instead': 'complete',
  'order.cancel_instead': 'cancel',
}

/**
 * Cards on their way: shown in the new column at once, and until the server has answered and the board was asked
 * again. A refused card goes back to its place, seen to go, with the reason beside it.
 */
export function useMoves() {
  const [moves, setMoves] = useState<ReadonlyMap<string, Stage>>(new Map())
  const [refused, setRefused] = useState<Refused | null>(null)
  const [asked, setAsked] = useState<Asked | null>(null)
  const call = useCall(moveOrder, { inline: true })

  const settle = (id: string) =>
    setMoves((now) => {
      const next = new Map(now)
      next.delete(id)
      return next
    })
  const back = (order: OrderRow, problem: Problem) => {
    const from = cardOf(order.id)?.getBoundingClientRect()
    flushSync(() => {
      settle(order.id)
      const act = INSTEAD[problem.code]
      if (act) setAsked({ order_id: order.id, act })
      else setRefused({ order, code: problem.code, facts: problem.facts })
    })
    cardOf(order.id)?.parentElement?.scrollIntoView({ block: 'nearest', inline: 'nearest' })
    if (from) springBack(cardOf(order.id), from)
  }
  const move = (order: OrderRow, stage: Stage) => {
    setRefused(null)
    setMoves((now) => new Map(now).set(order.id, stage))
    call
      .mutateAsync({ order_id: order.id, stage_id: stage.id })
      .then(() => settle(order.id))
      .catch((error: unknown) => {
        back(order, error instanceof Problem ? error : new Problem(0, {}))
      })
  }
  return { moves, move, refused, forget: () => setRefused(null), asked, answered: () => setAsked(null) }
}

const cardOf = (id: string): HTMLElement | null => document.querySelector(`[data-order="${id}"]`)
