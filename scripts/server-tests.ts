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
  const files = chosen(filesLike('**/*.test.ts'), words).map((file) => root + file)
  if (!files.length) return broken
  const cluster = await startCluster()
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => void cluster.stop().then(() => process.exit(1)))
  try {
    process.env[TEMPLATE] = cluster.url(await makeTemplate(cluster))
    return await counted(files)
  } finally {
    await cluster.stop()
  }
}

function counted(files: string[]): Promise<Count> {
  const tests = run({ files, concurrency: 2, timeout: 120_000 })
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
