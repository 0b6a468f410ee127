import type { Phase } from '#contract/orders.ts'

export type Stage = { id: string; name: string; phase: Phase }

/** Completed and cancelled orders take no part in the day. */
export const isEnded = (phase: Phase): boolean => phase === 'done' || phase === 'cancelled'
