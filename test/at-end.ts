import { after } from 'node:test'

const steps: (() => Promise<unknown>)[] = []

/** Runs when the whole test file is done, the last asked for first. (Inside a test, `after` would mean that test.) */
export function atEnd(step: () => Promise<unknown>): void {
  steps.unshift(step)
}

after(async () => {
  for (const step of steps) await step()
})
