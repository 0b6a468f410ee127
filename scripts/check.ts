/**
 * `npm run check`: every check, two at a time, and a line for each.
 * `npm run check -- levels words`: only these, with all they say.
 */
import { availableParallelism } from 'node:os'
import { runProgram } from './run-program.ts'

const own = (name: string): string[] => ['node', `scripts/check-${name}.ts`]

/** The longest first, so that both lanes end at about the same time. */
const checks: Record<string, string[]> = {
  lint: own('lint'),
  types: own('types'),
  bundle: own('bundle'),
  unused: ['knip', '--no-progress'],
  format: ['oxfmt', '--check', '.'],
  levels: own('levels'),
  folders: own('folders'),
  rules: own('rules'),
  refusals: own('refusals'),
  words: own('words'),
  migrations: own('migrations'),
  schema: own('schema'),
  docs: own('docs'),
}
/** What is only looked at, never a reason to fail. */
const tables: Record<string, string[]> = { coverage: own('coverage') }

/**
 * The compiler and the linter are Go programs that take every core for themselves, infer on each anew what they have inferred
 * on another, and collect their memory at every turn: two checks share the cores, and either costs a quarter less.
 */
const shared = { GOMAXPROCS: String(Math.ceil(availableParallelism() / 2)), GOGC: '200' }

/** Runs checks two at a time, tells of each as it ends, and gives the names of those that failed. */
async function runAll(names: string[], loud: boolean): Promise<string[]> {
  const all = { ...checks, ...tables }
  const queue = [...names]
  const failed: string[] = []
  const lane = async (): Promise<void> => {
    for (let name = queue.shift(); name; name = queue.shift()) {
      const { code, said, seconds } = await runProgram(all[name] ?? [], undefined, { NO_COLOR: '1', ...shared })
      if (code !== 0) failed.push(name)
      if (loud || code !== 0) console.log(said.trimEnd())
      if (!tables[name])
        console.log(`${code === 0 ? 'ok    ' : 'FAILED'} ${name.padEnd(11)} ${seconds.toFixed(1).padStart(5)} s`)
    }
  }
  await Promise.all([lane(), lane()])
  return failed
}

const asked = process.argv.slice(2)
const unknown = asked.find((name) => !(name in checks) && !(name in tables))
if (unknown) {
  console.log(`No check is called ${unknown}. There are: ${Object.keys({ ...checks, ...tables }).join(' ')}`)
  process.exit(1)
}
const names = asked.length ? asked : Object.keys(checks)
const failed = await runAll(names, asked.length > 0)
if (failed.length || !asked.length)
  console.log(`checks: ${names.length - failed.length} passed, ${failed.length} failed ${failed.join(' ')}`.trimEnd())
process.exitCode = failed.length ? 1 : 0
