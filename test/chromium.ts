import { existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'

export type Chromium = { executablePath: string; args: string[]; env: Record<string, string> }

const ARGS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--disable-dev-shm-usage',
  '--font-render-hinting=none',
]

const SYSTEM = ['/usr/bin/chromium', '/usr/bin/chromium-browser', '/usr/bin/google-chrome']

/**
 * A Chromium that starts here: the system's if there is one, else the one that npm brings.
 *
 * `CHROMIUM_PATH` names another, `CHROMIUM=npm` takes npm's although the system has its own.
 */
export async function findChromium(): Promise<Chromium> {
  const { CHROMIUM_PATH, CHROMIUM } = process.env
  if (CHROMIUM_PATH) return { executablePath: CHROMIUM_PATH, args: ARGS, env: {} }
  const system = SYSTEM.find((path) => existsSync(path))
  if (system && CHROMIUM !== 'npm') return { executablePath: system, args: ARGS, env: {} }
  if (process.platform !== 'linux' || process.arch !== 'x64')
    throw new Error('npm brings Chromium for Linux on x64 only: name yours in CHROMIUM_PATH')
  const folder = await unpacked()
  const fonts = existsSync('/etc/fonts/fonts.conf') ? '/etc/fonts' : join(folder, 'fonts')
  return {
    executablePath: join(folder, 'chromium'),
    args: ARGS,
    env: { LD_LIBRARY_PATH: join(folder, 'al2023/lib'), FONTCONFIG_PATH: fonts },
  }
}

/**
 * npm's Chromium with the libraries that a bare system lacks, unpacked once for each version and user.
 *
 * The package itself unpacks into the temporary folder and never looks which version lies there, and two
 * workers at once would break it: so it unpacks into a folder of this process, which is then renamed.
 */
async function unpacked(): Promise<string> {
  const home = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(readFileSync(join(home, 'package.json'), 'utf8')) as { version: string }
  const folder = join(tmpdir(), `naryad-chromium-${version}-${process.getuid?.() ?? 0}`)
  if (existsSync(folder)) return folder
  const part = `${folder}.${process.pid}`
  mkdirSync(part, { recursive: true, mode: 0o700 })
  await unpackInto(part)
  try {
    renameSync(part, folder)
  } catch (error) {
    rmSync(part, { recursive: true, force: true })
    if (!existsSync(folder)) throw error
  }
  return folder
}

/** The package reads where to, and that libraries are wanted too, from the environment of a cloud function. */
async function unpackInto(folder: string): Promise<void> {
  const names = ['TMPDIR', 'AWS_EXECUTION_ENV', 'FONTCONFIG_PATH', 'LD_LIBRARY_PATH']
  const before = names.map((name) => [name, process.env[name]] as const)
  process.env['TMPDIR'] = folder
  process.env['AWS_EXECUTION_ENV'] = 'AWS_Lambda_nodejs22.x'
  try {
    const { default: chromium } = await import('@sparticuz/chromium')
    await chromium.executablePath()
  } finally {
    for (const [name, value] of before)
      if (value === undefined) delete process.env[name]
      else process.env[name] = value
  }
}
