/** Builds the pages when what they are made of has changed since; run by start.js before the server. */
import { spawn } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from './tree.ts'

const folders = ['web', 'widget', 'words', 'contract', 'build']
const files = ['vite.config.ts', 'vite.widget.config.ts', 'package-lock.json']
const dist = join(root, 'dist')

/** Does nothing, in some milliseconds, when the pages are fresh, or were delivered without their sources. */
export async function buildWeb(): Promise<void> {
  if (!existsSync(join(root, 'web'))) return
  const stamp = stampOfSources()
  if (readStamp() === stamp) return
  console.log('Building the pages…')
  const draft = join(root, '.tmp', `web-${process.pid}`)
  mkdirSync(draft, { recursive: true })
  try {
    await vite('web', draft)
    await vite('widget', join(draft, 'chat'))
    writeFileSync(join(draft, '.stamp'), stamp)
    swap(draft)
  } finally {
    rmSync(draft, { recursive: true, force: true })
  }
}

/** By names, sizes and times of change: reading them all would cost a second start more than it has. */
function stampOfSources(): string {
  const hash = createHash('sha256')
  const within = folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name)),
  )
  for (const path of [...within, ...files.map((file) => join(root, file))].sort()) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path} ${size} ${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function readStamp(): string | null {
  const path = join(dist, '.stamp')
  return existsSync(path) ? readFileSync(path, 'utf8') : null
}

/** In a process of its own: the bundler's memory is not the server's. */
function vite(of: 'web' | 'widget', out: string): Promise<void> {
  const program = join(root, 'node_modules', 'vite', 'bin', 'vite.js')
  const config = of === 'widget' ? ['--config', 'vite.widget.config.ts'] : []
  const into = ['--outDir', relative(join(root, of), out), '--emptyOutDir', '--logLevel', 'error']
  const args = [program, 'build', ...config, ...into]
  const child = spawn(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'] })
  return new Promise((resolve, reject) => {
    child.on('error', reject)
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error('The pages could not be built'))))
  })
}

/** A kill at any moment leaves whole pages or none, and never half of them under the name. */
function swap(draft: string): void {
  const old = `${draft}.old`
  if (existsSync(dist)) renameSync(dist, old)
  renameSync(draft, dist)
  rmSync(old, { recursive: true, force: true })
}
