import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium, type BrowserContext } from '@playwright/test'
import { findChromium } from '#test/chromium.ts'
import { freePort } from '#test/started.ts'

/** A browser that Lighthouse can reach, with a profile of its own. */
export async function withDebugged<T>(use: (context: BrowserContext, port: number) => Promise<T>): Promise<T> {
  const { executablePath, args, env } = await findChromium()
  const [profile, port] = [mkdtempSync(join(tmpdir(), 'naryad-lighthouse-')), await freePort()]
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: [...args, `--remote-debugging-port=${port}`, '--accept-lang=ru-RU,ru'],
    env: { ...(process.env as Record<string, string>), ...env },
  })
  try {
    return await use(context, port)
  } finally {
    await context.close()
    rmSync(profile, { recursive: true, force: true })
  }
}
