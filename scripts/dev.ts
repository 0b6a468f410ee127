/** `npm run dev`: the server starts again when its files change, and Vite shows the pages as they are written. */
import { type ChildProcess, spawn } from 'node:child_process'
import { join } from 'node:path'
import { root } from './tree.ts'

const port = process.env['PORT'] ?? '3000'
const env = { ...process.env, API_URL: `http://127.0.0.1:${port}` }
const node = (...args: string[]): ChildProcess => spawn(process.execPath, args, { cwd: root, env, stdio: 'inherit' })

const children = [
  node('--watch', '--watch-preserve-output', join(root, 'server', 'main.ts'), ...process.argv.slice(2)),
  node(join(root, 'node_modules', 'vite', 'bin', 'vite.js')),
]

// Ctrl-C reaches the children by itself; here it must only not be faster than they are.
process.on('SIGINT', () => {})
process.on('SIGTERM', () => stop())
for (const child of children) child.on('exit', stop)

function stop(): void {
  for (const child of children) if (child.exitCode === null) child.kill('SIGTERM')
}
