/** Types of the server, the web, the widget and the stories, and that each file stands in one of the four. */
import { spawnSync } from 'node:child_process'
import { isAbsolute } from 'node:path'
import { filesLike, root } from './tree.ts'

const seen = new Set<string>()
let wrong = 0
for (const project of ['tsconfig.json', 'web/tsconfig.json', 'widget/tsconfig.json', 'e2e/tsconfig.json']) {
  const ran = spawnSync('tsc', ['-p', project, '--pretty', 'false', '--listFiles'], {
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
