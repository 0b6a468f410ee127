import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { run } from 'node:test'
import { spec } from 'node:test/reporters'
import { makeTemplate, startCluster, TEMPLATE } from '#test/cluster.ts'
import { filesLike, root } from './tree.ts'

export type Count = Record<'passed' | 'failed' | 'skipped', number>
/** What a part counts as that could not even be run. */
export const broken: Count = { passed: 0, failed: 1, skipped: 0 }

/** Some of the files by words in their names, or all. */
const chosen = (files: string[], words: string[]): string[] =>
  words.length ? files.filter((file) => words.some((word) => file.includes(word))) : files

/** Runs the tests of the files whose paths contain one of the words, on a PostgreSQL of this run's own. */
export async function serverTests(words: string[]): Promise<Count> {
  const files = chosen(filesLike('**/*.test.ts'), words)
  if (!files.length) return broken
  const cluster = await startCluster()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cluster.stop().then(() => process.exit(1)))
  try {
    process.env[TEMPLATE] = cluster.url(await makeTemplate(cluster))
    if (words.length)
      return await counted(
        files.map((file) => root + file),
        300_000,
      )
    return await counted(together(files), 300_000)
  } finally {
    await cluster.stop()
  }
}

/** Every process loads the product: compiled once it is kept, where start.js keeps it, and costs a third less. */
const COMPILED = `${root}node_modules/.cache/node`

const GROUPS = `${root}.tmp/groups/`

/** How many files share a process and its product: to load and start one takes longer than most files run. */
const SHARE = 10

/** What says in a test file that it needs a process of its own, and why. */
const ALONE = /^\/\/ Alone: /m

/** Files that make one process each: those that stand alone, and the rest in groups. */
function together(files: string[]): string[] {
  const alone = files.filter((file) => ALONE.test(readFileSync(root + file, 'utf8')))
  const rest = files.filter((file) => !alone.includes(file))
  rmSync(GROUPS, { recursive: true, force: true })
  mkdirSync(GROUPS, { recursive: true })
  const groups = Array.from({ length: Math.ceil(rest.length / SHARE) }, (_, n) =>
    rest.slice(n * SHARE, (n + 1) * SHARE),
  )
  return [...alone.map((file) => root + file), ...groups.map(groupOf)]
}

/** A file that runs the tests of several in one process. */
function groupOf(files: string[], n: number): string {
  const path = `${GROUPS}${String(n + 1).padStart(2, '0')}.test.ts`
  const first = `import { allLoaded } from '../../test/all-loaded.ts'\n`
  writeFileSync(path, `${first}${files.map((file) => `import '../../${file}'\n`).join('')}allLoaded()\n`)
  return path
}

/** A process that takes longer than `timeout`, in milliseconds, hangs and has failed. */
function counted(files: string[], timeout: number): Promise<Count> {
  process.env['NODE_COMPILE_CACHE'] ??= COMPILED
  const tests = run({ files, concurrency: 2, timeout })
  return new Promise((resolve, reject) => {
    tests.on('test:summary', ({ file, counts }) => {
      if (file) return
      const { tests: all, passed, skipped, todo } = counts
      resolve({ passed, skipped: skipped + todo, failed: all - passed - skipped - todo })
    })
    tests.on('error', reject)
    const told = tests.compose(new spec()) as NodeJS.ReadableStream
    told.pipe(process.stdout, { end: false })
  })
}
