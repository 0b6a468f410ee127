import { Problem } from './problem.ts'

type Ask = () => Promise<boolean>

let asks: Ask | null = null

/** For the dialog of a page: how a person is asked to show that it is he; null when the page is left. */
export const askProofBy = (ask: Ask | null): void => void (asks = ask)

/**
 * Does an act; where the server wants to see first that it is he, asks the person and goes on with the same act. Who
 * closes the dialog has thought better of it: that is no error and is not shown as one. A page without such a dialog gets
 * the refusal.
 */
export const proved = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch(async (refused: unknown) => {
    if (!(refused instanceof Problem && ASKED.has(refused.code) && asks)) throw refused
    if (!(await asks())) throw new Problem(refused.status, { code: LET_BE })
    return act()
  })

const ASKED: ReadonlySet<string> = new Set(['account.proof_needed', 'account.second_proof_needed'])
const LET_BE = 'account.let_be'

/** Whether an act was let be by the person himself: there is nothing to tell him. */
export const letBe = (error: unknown): boolean => error instanceof Problem && error.code === LET_BE
