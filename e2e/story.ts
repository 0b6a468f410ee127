import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import {
  test as base,
  devices,
  expect,
  type BrowserContext,
  type ConsoleMessage,
  type Page,
  type Request,
  type Response,
} from '@playwright/test'
import { startProduct, type Started } from '#test/started.ts'

export { expect }

type Story = {
  /** The product, freshly started on an empty folder and stopped after the story. */
  product: Started
  /** A person at a desk, with cookies of his own. */
  atDesk: (who: string) => Promise<Page>
  /** A person with a phone, with cookies of his own. */
  onPhone: (who: string) => Promise<Page>
  /** Keeps a picture of the page under `.tmp/shots/`, for people to look at. */
  shot: (page: Page, name: string) => Promise<void>
}

const shots = fileURLToPath(new URL('../.tmp/shots/', import.meta.url))
const phone = devices['Pixel 7']
const desk = { viewport: { width: 1440, height: 900 } }

/** `test` of the stories. A fault in a page's own script fails the story, wherever it happened. */
export const test = base.extend<Story & { faults: string[]; people: (who: string, kind: object) => Promise<Page> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads what a fixture needs off its parameter
  product: async ({}, use) => {
    const data_dir = mkdtempSync(join(tmpdir(), 'naryad-story-'))
    const product = await startProduct({ data_dir })
    await use(product)
    await product.stop()
    rmSync(data_dir, { recursive: true, force: true })
  },

  // oxlint-disable-next-line no-empty-pattern
  faults: async ({}, use) => {
    const faults: string[] = []
    await use(faults)
    expect(faults, 'faults in the pages').toEqual([])
  },

  people: async ({ browser, product, faults }, use, info) => {
    const contexts: BrowserContext[] = []
    const asked: string[] = []
    await use(async (who, kind) => {
      const context = await browser.newContext({
        baseURL: product.url,
        locale: 'ru-RU',
        timezoneId: 'Europe/Minsk',
        ...kind,
      })
      contexts.push(context)
      context.on('weberror', (error) => faults.push(`${who}: ${error.error().message}`))
      const note = (what: ConsoleMessage | Request | Response) => void asked.push(`${who}: ${lineOf(what)}`)
      context.on('console', note).on('requestfailed', note).on('response', note)
      return context.newPage()
    })
    if (info.status !== info.expectedStatus) await tell(contexts, asked, product.said())
    for (const context of contexts) await context.close()
  },

  atDesk: async ({ people }, use) => use((who) => people(who, desk)),
  onPhone: async ({ people }, use) => use((who) => people(who, { ...phone })),

  shot: async ({ product: _ }, use) => {
    mkdirSync(shots, { recursive: true })
    await use(async (page, name) => {
      await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
      await whole(page, () => page.screenshot({ path: join(shots, `${name}.png`), animations: 'disabled' }))
    })
  },
})

/** A phone as long as its page, so that what sticks to its lower edge does not stand in the middle of the picture. */
async function whole(page: Page, act: () => Promise<unknown>): Promise<void> {
  const size = page.viewportSize()
  if (!size || size.width > 600) return void (await act())
  const height = await page.evaluate(() => document.documentElement.scrollHeight)
  await page.setViewportSize({ width: size.width, height: Math.max(height, size.height) })
  await act()
  await page.setViewportSize(size)
}

/**
 * Where a story fails on a machine that nobody sees, its report is all there is: what the pages asked last, what stands
 * on them, what the product said.
 */
async function tell(contexts: BrowserContext[], asked: string[], said: string): Promise<void> {
  const pages = contexts.flatMap((context) => context.pages())
  const look = (page: Page) => page.locator('body').ariaSnapshot({ timeout: 5000 })
  const shown = await Promise.all(pages.map((page) => look(page).catch(String)))
  const stood = pages.map((page, at) => `${page.url()}\n${shown[at]?.slice(0, 4000)}`)
  process.stdout.write([...asked.slice(-80), ...stood, said.slice(-4000), ''].join('\n'))
}

/** What a page asked and was answered, or said, in one line: where a story fails there is nobody to look on. */
function lineOf(what: ConsoleMessage | Request | Response): string {
  const at = new Date().toISOString().slice(14, 23)
  if ('status' in what) return `${at} ${what.status()} ${what.request().method()} ${new URL(what.url()).pathname}`
  if ('failure' in what) return `${at} ${what.failure()?.errorText} ${what.method()} ${new URL(what.url()).pathname}`
  return `${at} ${what.type()}: ${what.text()}`
}
