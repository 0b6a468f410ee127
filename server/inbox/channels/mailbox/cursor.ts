import type { Cursor } from '../adapter.ts'

/** How far one folder is read. */
export type FolderState = {
  validity: string
  /** The last UID that was taken; all below it were, but for `missing`. */
  uid: number
  /** Nothing that came before is taken: ISO. */
  since: string
  /** Taken last, ascending: what appears below the last one later is none of them. */
  recent: number[]
  /** UIDs that the server could not give, and how often they were asked for. */
  missing: Record<string, number>
  /** When all that was there had been taken: ISO. */
  read_at: string
  /** After the server gave all letters other numbers: up to which only what came lately is taken once more. */
  again?: { until: number; since: string }
}

export const stateOf = (cursor: Cursor, path: string): FolderState | null =>
  (cursor as { folders?: Record<string, FolderState> }).folders?.[path] ?? null

export const withState = (cursor: Cursor, path: string, state: FolderState): Cursor => ({
  ...cursor,
  folders: { ...(cursor as { folders?: object }).folders, [path]: state },
})

/** So many of the last are known one by one. */
const RECENT = 200

export const taken = (state: FolderState, uids: readonly number[]): FolderState => ({
  ...state,
  uid: Math.max(state.uid, ...uids),
  recent: [...new Set([...state.recent, ...uids])].sort((a, b) => a - b).slice(-RECENT),
  missing: Object.fromEntries(Object.entries(state.missing).filter(([uid]) => !uids.includes(Number(uid)))),
})
