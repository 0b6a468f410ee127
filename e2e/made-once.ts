import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { tidyUp } from '#test/cluster.ts'
import { startProduct } from '#test/started.ts'

/** How a run tells its stories where to ask for the demo company. */
const ASK = 'NARYAD_DEMO_OF_RUN'

/** The folder of the run's demo company, for copies; who asks first waits until it is made, at most some minutes. */
export async function demoOfRun(): Promise<string> {
  const answer = await fetch(process.env[ASK] ?? '')
  const said = await answer.text()
  if (!answer.ok) throw new Error(said)
  return said
}

/** Open to the user of PostgreSQL: where root's folder is closed to him the database would lie elsewhere, and a copy share it. */
export function demoFolder(): string {
  const made = mkdtempSync(join(tmpdir(), 'naryad-demo-'))
  chmodSync(made, 0o711)
  return made
}

export const startDemo = (data_dir: string, env: Record<string, string> = {}) =>
  startProduct({ data_dir, args: ['--demo'], env, within_ms: 240_000 })

/** Makes the demo company once for all workers of a run, when the first story asks for it; it goes away with the run. */
// oxlint-disable-next-line import/no-default-export -- Playwright takes what it is to run first by that
export default async function onceForTheRun(): Promise<() => Promise<void>> {
  const folder = demoFolder()
  let made: Promise<string> | undefined
  const server = createServer((_, answer) => {
    made ??= makeDemo(folder)
    made.then(
      (path) => answer.end(path),
      (error: unknown) => answer.writeHead(500).end(String(error)),
    )
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  process.env[ASK] = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
  return async () => {
    server.close()
    await made?.catch(() => null)
    rmSync(folder, { recursive: true, force: true })
  }
}

async function makeDemo(folder: string): Promise<string> {
  const product = await startDemo(folder)
  await product.stop()
  await tidyUp(folder)
  return folder
}
