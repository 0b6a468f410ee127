import { execFileSync } from 'node:child_process'
import { lstatSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { demoFolder, demoOfRun, startDemo } from './made-once.ts'
import { expect, test } from './story.ts'

/** A copy with the owners of its files. */
function copyOf(made: string): string {
  if (lstatSync(join(made, 'pg')).isSymbolicLink()) throw new Error(`the database of ${made} lies elsewhere`)
  const copy = demoFolder()
  execFileSync('cp', ['-a', `${made}/.`, copy])
  return copy
}

/**
 * `test` of stories that begin in the middle of a company's month: with the demo company. It is made once a run, and
 * each story has a copy of its own.
 */
export const inDemo = test.extend<{ nearby: Record<string, string> }, { made: string }>({
  made: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
    async ({}, use) => use(await demoOfRun()),
    { scope: 'worker', timeout: 300_000 },
  ],
  /** What stands around the product, in its environment: a story with providers of its own says where they are. */
  nearby: {},
  product: async ({ made, nearby }, use) => {
    const data_dir = copyOf(made)
    const product = await startDemo(data_dir, nearby)
    await use(product)
    await product.stop()
    rmSync(data_dir, { recursive: true, force: true })
  },
})

/** Everybody of the demo company has the same password. */
export async function signIn(page: Page, email: string): Promise<void> {
  await page.goto('/sign-in')
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByLabel('Пароль', { exact: true }).fill('gorodservis')
  await page.getByLabel('Пароль', { exact: true }).press('Enter')
  await expect(page.getByRole('heading', { level: 1 })).toContainText('Здравствуйте')
}
