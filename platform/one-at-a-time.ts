/** Runs at most one at a time; a call meanwhile means one more round. */
export function oneAtATime(step: () => Promise<void>, failed: (error: unknown) => void): () => void {
  let running = false
  let again = false
  const wake = () => {
    if (running) {
      again = true
      return
    }
    running = true
    step()
      .catch(failed)
      .finally(() => {
        running = false
        if (again) {
          again = false
          wake()
        }
      })
  }
  return wake
}
