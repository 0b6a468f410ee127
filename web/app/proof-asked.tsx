import { lazy, Suspense, useSyncExternalStore } from 'react'
import { proofAsked, whenProofAsked } from '#web/platform/proof.ts'

// Few come here, and seldom.
const ProofDialog = lazy(() =>
  import('#web/identity/proof-dialog.tsx').then((module) => ({ default: module.ProofDialog })),
)

/** Draws the dialog while some act waits for the person to show that it is he. */
export function ProofAsked() {
  const settle = useSyncExternalStore(whenProofAsked, proofAsked)
  if (!settle) return null
  return (
    <Suspense>
      <ProofDialog onDone={settle} />
    </Suspense>
  )
}
