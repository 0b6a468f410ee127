import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startProduct } from '#test/started.ts'
import { expect, test } from './story.ts'

const folder = () => mkdtempSync(join(tmpdir(), 'naryad-demo-'))
const startDemo = (data_dir: string) => startProduct({ data_dir, args: ['--demo'], within_ms: 240_000 })

/**
 * `test` of stories that begin in the middle of a company's month: with the demo company. It is made once, and each story
 * has a copy of its own.
 */
export const inDemo = test.extend<object, { made: string }>({
  made: [
    // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
    async ({}, use) => {
      const made = folder()
      const product = await startDemo(made)
      await product.stop()
      await use(made)
      rmSync(made, { recursive: true, force: true })
    },
    { scope: 'worker', timeout: 300_000 },
  ],
  product: async ({ made }, use) => {
    const data_dir = folder()
    cpSync(made, data_dir, { recursive: true })
    const product = await startDemo(data_dir)
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
