/** The linter, and that it looked at every file: a run that went blind fails instead of passing. */
import { spawnSync } from 'node:child_process'
import { filesLike, root } from './tree.ts'

const ran = spawnSync('oxlint', ['--format=default'], { cwd: root, encoding: 'utf8' })
const said = ran.stdout + ran.stderr
const looked = Number(/on (\d+) files?/.exec(said)?.[1] ?? 0)
const there = filesLike('**/*.{ts,tsx,js,mjs}').filter((path) => path !== 'db/types.ts').length
console.log(said.trimEnd())
if (looked < there) console.log(`The linter looked at ${looked} of ${there} files`)
process.exitCode = ran.status === 0 && looked >= there ? 0 : 1
