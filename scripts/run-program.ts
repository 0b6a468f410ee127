import { spawn } from 'node:child_process'
import { root } from './tree.ts'

export type Ran = { code: number | null; said: string; seconds: number }

/** Runs a program of the project's own or of its packages; `hear` gets what it prints as it comes. */
export function runProgram(
  [program = '', ...args]: string[],
  hear: (part: string) => void = () => {},
  env: NodeJS.ProcessEnv = {},
): Promise<Ran> {
  const began = performance.now()
  const PATH = `${root}node_modules/.bin:${process.env['PATH']}`
  const child = spawn(program, args, {
    cwd: root,
    env: { ...process.env, ...env, PATH },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  const listen = (part: string) => {
    said += part
    hear(part)
  }
  for (const pipe of [child.stdout, child.stderr]) pipe.setEncoding('utf8').on('data', listen)
  return new Promise((resolve) => {
    const end = (code: number | null) => resolve({ code, said, seconds: (performance.now() - began) / 1000 })
    child.on('error', (error) => {
      listen(error.message)
      end(1)
    })
    child.on('close', end)
  })
}
