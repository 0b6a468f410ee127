import { Problem } from './problem.ts'

type Waiting = (proved: boolean) => void

let waiting: Waiting | null = null
const listeners = new Set<() => void>()

/** For the dialog: whether somebody is to show that it is he, and how it ended. */
export const proofAsked = (): Waiting | null => waiting
export function whenProofAsked(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/**
 * Does an act; where the server wants to see first that it is he, asks the person and goes on with the same act. Who
 * closes the dialog gets the refusal. On pages that have no such dialog nobody listens.
 */
export async function proved<T>(act: () => Promise<T>): Promise<T> {
  try {
    return await act()
  } catch (refused) {
    const asks = refused instanceof Problem && refused.code === 'account.proof_needed' && listeners.size > 0
    if (!asks || !(await ask())) throw refused
    return act()
  }
}

async function ask(): Promise<boolean> {
  const shown = await new Promise<boolean>((resolve) => {
    waiting = resolve
    tell()
  })
  waiting = null
  tell()
  return shown
}

const tell = () => listeners.forEach((listener) => listener())
