// Plain JavaScript on purpose: an older Node must be able to read it, and to say what it lacks.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import module from 'node:module'
import { fileURLToPath } from 'node:url'

const NEEDED = 24
const ours = fileURLToPath(new URL('node_modules/node/bin/node', import.meta.url))

if (Number(process.versions.node.split('.')[0]) >= NEEDED) await start()
else if (existsSync(ours)) startOnOurs()
else refuse()

async function start() {
  // Compiled code is kept from start to start: that saves a fifth of a second.
  module.enableCompileCache(fileURLToPath(new URL('node_modules/.cache/node', import.meta.url)))
  if (process.argv.includes('--dev')) return import('./scripts/dev.ts')
  if (process.env.ROLE !== 'worker') await (await import('./scripts/build-web.ts')).buildWeb()
  return import('./server/main.ts')
}

/** The package brings its Node along. The channel tells the child when we are gone, however that came about. */
function startOnOurs() {
  const child = spawn(ours, process.argv.slice(1), { stdio: ['inherit', 'inherit', 'inherit', 'ipc'] })
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => child.kill(signal))
  child.on('exit', (code, signal) => process.exit(signal ? 1 : (code ?? 1)))
}

function refuse() {
  console.error(`Нужен Node ${NEEDED} или новее, а это ${process.version}. Выполните «npm ci»: он приносит свой Node.`)
  console.error(
    `Node ${NEEDED} or newer is needed, this is ${process.version}. Run "npm ci": it brings a Node of its own.`,
  )
  process.exit(1)
}
