/** Types of the server, the web, the widget and the stories, and that each file stands in one of the four. */
import { spawnSync } from 'node:child_process'
import { availableParallelism } from 'node:os'
import { isAbsolute } from 'node:path'
import { filesLike, root } from './tree.ts'

// Each checker infers anew what another has inferred: four of them, as is usual, take twice the processor of one. The checks
// go two at a time, so that half of the cores are ours.
const checkers = String(Math.min(Math.ceil(availableParallelism() / 2), 4))

const seen = new Set<string>()
let wrong = 0
for (const project of ['tsconfig.json', 'web/tsconfig.json', 'widget/tsconfig.json', 'e2e/tsconfig.json']) {
  const ran = spawnSync('tsc', ['-p', project, '--checkers', checkers, '--pretty', 'false', '--listFiles'], {
    cwd: root,
    encoding: 'utf8',
    maxBuffer: 2 ** 28,
  })
  const lines = (ran.stdout + ran.stderr).trimEnd().split('\n')
  for (const line of lines) if (line.startsWith(root)) seen.add(line.slice(root.length))
  if (ran.status === 0) continue
  wrong += 1
  console.log(lines.filter((line) => !isAbsolute(line)).join('\n'))
}
const unseen = filesLike('**/*.{ts,tsx}').filter((path) => !seen.has(path))
for (const path of unseen) console.log(`${path} stands in no tsconfig.json`)
process.exitCode = wrong + unseen.length ? 1 : 0
