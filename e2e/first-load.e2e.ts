import type { Page } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

type Load = { asked: string[]; waited: string[] }

/** Opens a page afresh: what it asked the server, and what of that only when its own code was running. */
async function load(page: Page, address: string, shown: string): Promise<Load> {
  const asked: string[] = []
  const waited: string[] = []
  const note = ({ url, type }: { url: string; type: string }) => {
    const { pathname, search } = new URL(url)
    if (!pathname.startsWith('/api/') || pathname === '/api/live') return
    asked.push(pathname + search)
    if (type === 'fetch') waited.push(pathname + search)
  }
  page.on('request', (request) => note({ url: request.url(), type: request.resourceType() }))
  await page.goto(address)
  await expect(page.getByText(shown).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  page.removeAllListeners('request')
  return { asked, waited }
}

/** An order on a slow line: its number, title and request are read while the page's code is still coming. */
async function saysBeforeItsCode(page: Page, address: string, title: string): Promise<void> {
  let let_through = (): void => undefined
  const held = new Promise<void>((resolve) => (let_through = resolve))
  await page.route('**/assets/*.js', async (route) => {
    await held
    await route.continue()
  })
  await page.goto(address, { waitUntil: 'commit' })
  const frame = page.locator('#first')
  await expect(frame).toContainText(title)
  await expect(frame).toContainText(/№ \d+/)
  await expect(page.getByRole('heading', { level: 1 })).toHaveCount(0)
  let_through()
  await expect(page.getByRole('heading', { level: 1 })).toContainText(title)
  await expect(frame).toHaveCount(0)
  await page.unrouteAll()
}

/** The page whose script for asking ahead comes after its own code: what it asks then. */
async function loadWithout(page: Page, script: string, address: string, shown: string): Promise<string[]> {
  let let_through = (): void => undefined
  const held = new Promise<void>((resolve) => (let_through = resolve))
  await page.route(`**/${script}`, async (route) => {
    await held
    await route.continue()
  })
  const asked: string[] = []
  page.on('request', (request) => asked.push(new URL(request.url()).pathname))
  await page.goto(address, { waitUntil: 'commit' })
  await expect(page.getByText(shown).first()).toBeVisible()
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  let_through()
  // A page is loaded when its scripts have run, late ones too.
  await page.waitForLoadState('load')
  page.removeAllListeners('request')
  await page.unrouteAll()
  return asked
}

inDemo(
  'S66: what a page is drawn from comes with it, is asked once, and nothing is fetched for nothing',
  async ({ atDesk, onPhone, product }) => {
    const olga = await atDesk('olga')
    const unused: string[] = []
    const listen = (page: Page) =>
      page.on('console', (said) => said.text().includes('preload') && unused.push(said.text()))
    listen(olga)
    await signIn(olga, 'olga@gorodservis.example')
    const { rows } = (await (await olga.request.get('/api/orders')).json()) as { rows: { id: string; title: string }[] }
    const { id = '', title = '' } = rows.find((row) => row.title.includes('Аварийный выезд')) ?? {}
    for (const [address, shown, ahead] of [
      ['/orders?view=list', title, ['/api/me', '/api/orders', '/api/funnels', '/api/board']],
      ['/orders', title, ['/api/me', '/api/board', '/api/funnels']],
      [`/orders/${id}`, title, ['/api/me', `/api/orders/${id}`, `/api/orders/${id}/timeline`]],
    ] as const) {
      const { asked, waited } = await load(olga, address, shown)
      expect(
        waited.filter((url) => (ahead as readonly string[]).includes(url)),
        `${address} waits`,
      ).toEqual([])
      for (const url of ahead)
        expect(
          asked.filter((one) => one === url),
          `${address} asks ${url}`,
        ).toHaveLength(1)
    }
    await saysBeforeItsCode(olga, `/orders/${id}`, title)
    const late = await loadWithout(olga, 'facts.js', `/orders/${id}`, title)
    expect(late.filter((url) => url === `/api/orders/${id}`)).toHaveLength(1)
    // An answer that lies there untaken would be the old state, shown after the next change.
    expect(await olga.evaluate(() => Object.keys((window as { asked?: object }).asked ?? {}))).toEqual([])
    const pavel = await onPhone('pavel')
    listen(pavel)
    const links = product.said().match(/http\S+\/[lz]\/\S+/g) ?? []
    await pavel.goto(links.find((link) => link.includes('/l/')) ?? '')
    await pavel.getByRole('button', { name: 'Войти' }).click()
    await expect(pavel.getByRole('heading', { name: 'Сегодня' })).toBeVisible()
    const day = await load(pavel, '/f', 'Сегодня')
    expect(day.waited).toEqual([])
    expect(day.asked).toHaveLength(2)
    const marina = await onPhone('marina')
    const purchase = links.find((link) => link.includes('/z/')) ?? ''
    const facade = 'Восстановить освещение фасада'
    const { asked } = await load(marina, purchase, facade)
    expect(asked.filter((url) => url.endsWith('/open'))).toHaveLength(1)
    const opened = await loadWithout(marina, 'open.js', purchase, facade)
    expect(opened.filter((url) => url.endsWith('/open'))).toHaveLength(1)
    expect(unused).toEqual([])
  },
)
