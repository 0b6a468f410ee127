import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import { startProduct } from '#test/started.ts'
import { expect, test } from './story.ts'

/** `test` of stories that begin in the middle of a company's month: with the demo company. */
export const inDemo = test.extend({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
  product: async ({}, use) => {
    const data_dir = mkdtempSync(join(tmpdir(), 'naryad-accessible-'))
    const product = await startProduct({ data_dir, args: ['--demo'], within_ms: 240_000 })
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
