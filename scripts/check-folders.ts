/** Folders that a person can take in at a glance, and files named for what they hold. */
import { filesLike, verdict } from './tree.ts'

// One file is added for each change or decision and none ever leaves: order by number is all that is asked of them.
// The contract and the catalogues have one file for each context and screen, found by the name that it shares with them.
const append = new Set(['contract', 'db/migrations', 'docs/decisions', 'words/en', 'words/ru'])
const empty = /^(utils?|helpers?|common|misc|types|constants)$/

const faults: string[] = []
const folders = new Map<string, number>()
const all = filesLike('**/*', '.*', '.ci/*')
for (const path of all) {
  const parts = path.split('/')
  const name = parts.pop() ?? ''
  const folder = parts.join('/')
  folders.set(folder, (folders.get(folder) ?? 0) + 1)
  if (parts.length > 4) faults.push(`${path} lies ${parts.length} folders deep; 4 is the most`)
  const hollow = [...parts, name.replace(/\..*$/, '')].find((part) => empty.test(part))
  if (hollow && path !== 'db/types.ts') faults.push(`${path}: «${hollow}» says nothing of what is inside`)
}
for (const [folder, count] of folders)
  if (count > 25 && !append.has(folder)) faults.push(`${folder || 'the root'} holds ${count} files; 25 is the most`)

verdict(faults, `${all.length} files in ${folders.size} folders`)
