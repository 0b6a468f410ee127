import { Problem } from './problem.ts'

type Ask = () => Promise<boolean>

let asks: Ask | null = null

/** For the dialog of a page: how a person is asked to show that it is he; null when the page is left. */
export const askProofBy = (ask: Ask | null): void => void (asks = ask)

/**
 * Does an act; where the server wants to see first that it is he, asks the person and goes on with the same act. Who
 * closes the dialog gets the refusal, and so does a page that has no such dialog.
 */
export const proved = <T>(act: () => Promise<T>): Promise<T> =>
  act().catch(async (refused: unknown) => {
    if (!(refused instanceof Problem && refused.code === 'account.proof_needed' && (await asks?.()))) throw refused
    return act()
  })
