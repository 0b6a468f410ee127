import { setTimeout as pause } from 'node:timers/promises'
import { ChannelFault, type Following } from './adapter.ts'

/** Longer pauses are the node's matter, who says since when the channel waits. */
const PATIENCE_MS = 60_000

/** Does as a provider asks when it wants a pause, if it is a short one. */
export async function patiently<T>(
  { world, signal, alive }: Pick<Following, 'world' | 'signal' | 'alive'>,
  act: () => Promise<T>,
): Promise<T> {
  for (;;) {
    try {
      return await act()
    } catch (error) {
      const at = error instanceof ChannelFault ? error.retry_at : null
      const wait = at ? at.getTime() - world.now().getTime() : null
      if (wait === null || wait > PATIENCE_MS) throw error
      await alive()
      await pause(Math.max(0, wait), undefined, { signal })
    }
  }
}
