/**
 * `npm test`: checks, server tests on a PostgreSQL of the run's own, browser stories.
 * `node scripts/test.ts server [file…]` and `e2e [story…]` run a part of it.
 */
import { mkdirSync, readFileSync, rmSync } from 'node:fs'
import { buildWeb } from './build-web.ts'
import { runProgram } from './run-program.ts'
import { broken, serverTests, type Count } from './server-tests.ts'
import { root } from './tree.ts'

const aloud = (part: string) => void process.stdout.write(part)

async function checks(): Promise<Count> {
  const { said } = await runProgram(['node', 'scripts/check.ts'], aloud)
  const [, passed, failed] = /^checks: (\d+) passed, (\d+) failed/m.exec(said) ?? []
  return passed && failed ? { passed: Number(passed), failed: Number(failed), skipped: 0 } : broken
}

async function stories(words: string[]): Promise<Count> {
  const report = `${root}.tmp/e2e.json`
  rmSync(report, { force: true })
  mkdirSync(`${root}.tmp`, { recursive: true })
  // Before the two products that start first: each would build them for itself.
  await buildWeb()
  const { code } = await runProgram(['playwright', 'test', '-c', 'e2e', ...words], aloud, {
    PLAYWRIGHT_JSON_OUTPUT_FILE: report,
  })
  try {
    const { stats } = JSON.parse(readFileSync(report, 'utf8')) as { stats: Record<string, number> }
    const { expected = 0, unexpected = 0, flaky = 0, skipped = 0 } = stats
    return { passed: expected, failed: unexpected + flaky || (code === 0 && expected ? 0 : 1), skipped }
  } catch {
    return broken
  }
}

const [part, ...words] = process.argv.slice(2)
const parts = [
  ...(part ? [] : [checks]),
  ...(part && part !== 'server' ? [] : [() => serverTests(words)]),
  ...(part && part !== 'e2e' ? [] : [() => stories(words)]),
]
if (!parts.length) console.log(`There is no part ${part}: it is server or e2e, or nothing for all`)
const total: Count = { passed: 0, failed: 0, skipped: 0 }
for (const each of parts) {
  const count = await each().catch((error: unknown) => (console.error(error), broken))
  for (const key of ['passed', 'failed', 'skipped'] as const) total[key] += count[key]
}
console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped ? `, ${total.skipped} skipped` : ''}`)
process.exitCode = total.failed || !total.passed ? 1 : 0
