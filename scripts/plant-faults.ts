/**
 * Sees every check fail: plants one fault after another in a copy of the project and runs the check that must find it.
 * `node scripts/plant-faults.ts [check…]` prints a table, and fails when a fault passed unseen.
 */
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { ofMeaning } from './planted/plants-of-meaning.ts'
import { ofCode, type Plant } from './planted/plants.ts'
import { runProgram } from './run-program.ts'
import { filesLike, root } from './tree.ts'

const copy = mkdtempSync(join(tmpdir(), 'naryad-plants-'))

function makeCopy(): void {
  for (const path of filesLike('**/*', '.*')) cpSync(join(root, path), join(copy, path))
  symlinkSync(join(root, 'node_modules'), join(copy, 'node_modules'))
  mkdirSync(join(copy, '.tmp'))
}

const check = (name: string) => runProgram(['node', join(copy, 'scripts/check.ts'), name])

/** Writes the faults, and gives what takes them away again. */
function plant({ files }: Plant): () => void {
  const undo = Object.entries(files).map(([path, edit]) => {
    const at = join(copy, path)
    const before = existsSync(at) ? readFileSync(at, 'utf8') : null
    mkdirSync(dirname(at), { recursive: true })
    const text = typeof edit === 'string' ? edit : edit(before ?? '')
    if (text === before) throw new Error(`${path}: the fault could not be planted`)
    writeFileSync(at, text)
    return () => (before === null ? rmSync(at) : writeFileSync(at, before))
  })
  return () => {
    for (const each of undo) each()
    // Folders that only the fault needed would be faults themselves.
    for (const path of ['odd', 'server/weather', 'test/many', 'test/a'])
      rmSync(join(copy, path), { recursive: true, force: true })
  }
}

/** Whether the check fails with the fault and does not speak of it without. */
async function seen(each: Plant, without: string): Promise<boolean> {
  const restore = plant(each)
  const { code, said } = await check(each.check)
  restore()
  const caught = code !== 0 && each.says.test(said) && !each.says.test(without)
  if (!caught) console.log(`NOT SEEN: ${each.check}: ${each.fault}\n${said}`)
  return caught
}

try {
  makeCopy()
  const asked = process.argv.slice(2)
  const plants = [...ofCode, ...ofMeaning].filter((each) => !asked.length || asked.includes(each.check))
  const before = new Map<string, string>()
  let unseen = 0
  console.log('| check | planted fault | seen |\n|---|---|---|')
  for (const each of plants) {
    if (!before.has(each.check)) before.set(each.check, (await check(each.check)).said)
    const ok = await seen(each, before.get(each.check) ?? '')
    unseen += ok ? 0 : 1
    console.log(`| ${each.check} | ${each.fault} | ${ok ? 'yes' : 'NO'} |`)
  }
  console.log(`\n${plants.length - unseen} of ${plants.length} faults were seen`)
  process.exitCode = unseen ? 1 : 0
} finally {
  rmSync(copy, { recursive: true, force: true })
}
