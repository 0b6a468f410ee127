import { globSync, readFileSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'

/** The repository's root, with a slash at its end. */
export const root = fileURLToPath(new URL('../', import.meta.url))

// What a machine made, or what belongs to nobody's review.
const apart = /(^|\/)(node_modules|dist|data|data-demo|test-results|playwright-report|\.git|\.tmp)(\/|$)/

/** Paths of files from the root, sorted, with forward slashes: `server/orders/close-order.ts`. */
export function filesLike(...globs: string[]): string[] {
  const found = globs.flatMap((glob) => globSync(glob, { cwd: root, exclude: (name) => apart.test(name) }))
  const paths = found.map((path) => path.replaceAll('\\', '/')).filter((path) => !apart.test(path))
  return [...new Set(paths)].filter((path) => statSync(root + path).isFile()).sort()
}

export const textOf = (path: string): string => readFileSync(root + path, 'utf8')

/** Everything that Node or the browser runs and people wrote. */
export const sources = (): string[] => filesLike('**/*.{ts,tsx,js}').filter((path) => path !== 'db/types.ts')

/**
 * Says what a check found and sets the exit code.
 *
 * A check that looked at nothing has proved nothing, so `seen` is always told.
 */
export function verdict(faults: string[], seen: string): void {
  for (const fault of faults) console.log(fault)
  console.log(faults.length ? `${faults.length} found; ${seen}` : seen)
  process.exitCode = faults.length ? 1 : 0
}
