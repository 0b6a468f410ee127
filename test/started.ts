import { spawn } from 'node:child_process'
import { createServer, type AddressInfo } from 'node:net'
import { fileURLToPath } from 'node:url'

export type Started = {
  url: string
  /** The process that people start: for tests that kill it. */
  pid: number
  /** Everything it printed so far. */
  said(): string
  /** As Ctrl-C does; fails when it does not end well. */
  stop(): Promise<void>
}

export type HowToStart = {
  data_dir: string
  env?: Record<string, string>
  args?: string[]
  /** A first start on a busy machine makes a database and builds the web application. */
  within_ms?: number
}

const root = fileURLToPath(new URL('../', import.meta.url))

/** The product as people start it, `node start.js`, on a port of its own. */
export async function startProduct(how: HowToStart): Promise<Started> {
  const { data_dir, env = {}, args = [], within_ms = 120_000 } = how
  const port = env['PORT'] ?? String(await freePort())
  const url = `http://127.0.0.1:${port}`
  const child = spawn(process.execPath, ['start.js', ...args], {
    cwd: root,
    env: { ...process.env, PORT: port, HOST: '127.0.0.1', PUBLIC_URL: url, DATA_DIR: data_dir, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const ended = new Promise<string>((resolve) => child.on('close', (code, signal) => resolve(String(code ?? signal))))
  const bad = (what: string) => new Error(`the product ${what}:\n${said.slice(-4000)}`)
  // The address is the last word of a start: it answers from here on.
  const up = new Promise<void>((resolve) => {
    for (const pipe of [child.stdout, child.stderr])
      pipe.on('data', (part: Buffer) => {
        said += part.toString()
        if (said.includes(url)) resolve()
      })
  })
  const late = setTimeout(() => child.kill(), within_ms)
  const code = await Promise.race([up, ended])
  clearTimeout(late)
  if (typeof code === 'string') throw bad(`ended with ${code} and printed no address within ${within_ms} ms`)
  return {
    url,
    pid: child.pid ?? 0,
    said: () => said,
    async stop() {
      child.kill('SIGINT')
      const last = await ended
      if (last !== '0') throw bad(`ended with ${last}`)
    },
  }
}

/** A port that nobody listens on now. */
export function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer().on('error', reject)
    server.listen(0, '127.0.0.1', () => {
      const { port } = server.address() as AddressInfo
      server.close(() => resolve(port))
    })
  })
}
