import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

const RULES = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice']

/** What would keep somebody out, in either theme: the rule, the place and the theme. */
async function faultsOn(page: Page): Promise<string[]> {
  await expect(page.locator('[aria-busy="true"]')).toHaveCount(0)
  const found: string[] = []
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
    // Legacy mode: no frame of ours is of another origin, so that nothing is gathered in a window of its own.
    const axe = new AxeBuilder({ page }).setLegacyMode().options({ resultTypes: ['violations'] })
    // The other theme changes colours and nothing else.
    const { violations } = await (
      colorScheme === 'light' ? axe.withTags(RULES) : axe.withRules(['color-contrast'])
    ).analyze()
    for (const { id, impact, nodes } of violations)
      if (impact === 'serious' || impact === 'critical')
        found.push(`${new URL(page.url()).pathname} ${colorScheme}: ${id} at ${String(nodes[0]?.target)}`)
  }
  return found
}

async function faultsAt(page: Page, addresses: readonly string[]): Promise<string[]> {
  const found: string[] = []
  for (const address of addresses) {
    await page.goto(address)
    await expect(page.locator('h1:visible').first()).toBeVisible()
    found.push(...(await faultsOn(page)))
  }
  return found
}

/** The address of a thing, by what its list says of it. */
async function addressOf(page: Page, list: string, words: string): Promise<string> {
  const { rows } = (await (await page.request.get(`/api/${list}`)).json()) as { rows: { id: string }[] }
  const row = rows.find((one) => JSON.stringify(one).includes(words))
  if (!row) throw new Error(`no «${words}» among ${list}`)
  return `/${list.split('?')[0]}/${row.id}`
}

/** The address of a dialogue of a kind of channel. */
async function dialogueOf(page: Page, kind: string): Promise<string> {
  return (await addressOf(page, 'conversations', kind)).replace('/conversations/', '/contacts?open=')
}

/** An import of a table with a row that cannot be right, begun as the page begins it. */
async function anImport(page: Page): Promise<string> {
  const buffer = Buffer.from('Клиент;Телефон;Район\nООО «Свет»;80296112233;Центр\nООО «Тепло»;не помню;Центр')
  const sent = await page.request.post('/api/files', {
    multipart: { file: { name: 'Клиенты.csv', mimeType: 'text/csv', buffer } },
  })
  const { id: file_id } = (await sent.json()) as { id: string }
  const begun = await page.request.post('/api/imports', { data: { file_id } })
  return `/counterparties/import/${((await begun.json()) as { id: string }).id}`
}

inDemo('S68: nothing keeps anybody out: every page in both themes, the card at each step', async ({ atDesk }) => {
  const [stranger, olga, anna] = [await atDesk('stranger'), await atDesk('olga'), await atDesk('anna')]
  expect(await faultsAt(stranger, ['/sign-in', '/register', '/reset-password'])).toEqual([])
  await signIn(olga, 'olga@gorodservis.example')
  await signIn(anna, 'anna@gorodservis.example')
  const orders = await Promise.all(
    [
      'Подключить световой короб',
      'Нет горячей воды',
      'Восстановить освещение',
      'Аварийный выезд',
      'Насос повышения',
    ].map((title) => addressOf(olga, 'orders?limit=50', title)),
  )
  const [task, customer] = [await addressOf(olga, 'tasks', 'Монтаж'), await addressOf(olga, 'counterparties', 'Немига')]
  const pool = await addressOf(olga, 'pools', 'Электрики')
  const pavel = await addressOf(olga, 'performers', 'Павел Жук')
  const his = ['', '?tab=hours', '?tab=returns', '?tab=papers', '?tab=history'].map((tab) => `${pavel}${tab}`)
  const tabs = ['tasks', 'documents', 'history'].map((tab) => `${orders[4]}?tab=${tab}`)
  const lists = ['/', '/orders', '/orders?view=list', '/orders?new=1', '/orders?new=call', '/tasks', '/counterparties']
  expect(
    await faultsAt(olga, [...lists, ...orders, ...tabs, task, customer, '/performers', ...his, '/pools', pool]),
  ).toEqual([])
  await olga.goto(orders[0] ?? '')
  await olga.getByRole('button', { name: 'Выбрать' }).click()
  const vera = olga.getByRole('checkbox', { name: 'Вера Лапко' })
  await vera.click()
  await expect(vera).toBeChecked()
  expect(await faultsOn(olga)).toEqual([])
  const owners = [
    '/counterparties/import',
    '/documents',
    '/performers/load',
    '/reports/order-costs',
    '/settings',
    '/settings/absences',
    '/settings/calendar',
    '/settings/roles',
    '/settings/outbox',
    '/settings/people',
    '/settings/specialities',
    '/profile',
  ]
  expect(await faultsAt(anna, owners)).toEqual([])
  await anna.goto(await anImport(anna))
  await expect(anna.getByRole('combobox').first()).toBeVisible()
  expect(await faultsOn(anna)).toEqual([])
  await anna.getByRole('button', { name: 'Проверить строки' }).click()
  await expect(anna.getByRole('button', { name: 'Загрузить 1 строку' })).toBeVisible()
  expect(await faultsOn(anna)).toEqual([])
})

inDemo('S68: nothing keeps anybody out of dialogues, channels and a customer’s card', async ({ atDesk }) => {
  const [olga, anna] = [await atDesk('olga'), await atDesk('anna')]
  await signIn(olga, 'olga@gorodservis.example')
  await signIn(anna, 'anna@gorodservis.example')
  const kinds = ['"telegram"', '"email"', '"web_chat"', '"phone"']
  const dialogues = await Promise.all(kinds.map((kind) => dialogueOf(olga, kind)))
  const customer = await addressOf(olga, 'counterparties', 'Немига')
  const lists = ['/contacts', '/contacts?view=closed', '/contacts?q=нетакого', '/contacts?call=new']
  expect(await faultsAt(olga, [...lists, ...dialogues, customer, `${customer}?tab=contracts`])).toEqual([])
  await olga.goto(customer)
  await olga.getByRole('button', { name: 'Объединить' }).first().click()
  await expect(olga.getByRole('dialog')).toBeVisible()
  expect(await faultsOn(olga)).toEqual([])
  expect(await faultsAt(anna, ['/settings/channels', '/settings/reply-templates', '/settings/site-chat'])).toEqual([])
  for (const channel of ['Telegram', 'MAX', 'Почта']) {
    await anna.goto('/settings/channels')
    await anna.getByRole('button', { name: `Подключить: ${channel}` }).click()
    await expect(anna.getByRole('dialog').getByRole('textbox').first()).toBeFocused()
    expect(await faultsOn(anna)).toEqual([])
  }
  // At the width of a phone the frame stands otherwise.
  for (const page of [olga, anna]) await page.setViewportSize({ width: 390, height: 844 })
  expect(await faultsAt(olga, ['/', '/orders', '/tasks', '/contacts', dialogues[1] ?? '', customer])).toEqual([])
  // Who it is with stands behind a button where there is no room beside the words.
  await olga.goto(dialogues[1] ?? '')
  await olga.getByRole('button', { name: 'О собеседнике' }).click()
  const about = olga.getByRole('complementary').filter({ hasText: 'О собеседнике' })
  await expect(about.getByRole('link', { name: /@/ })).toBeVisible()
  expect(await faultsOn(olga)).toEqual([])
  await olga.keyboard.press('Escape')
  await expect(about).toBeHidden()
  expect(await faultsAt(anna, ['/settings/channels', '/settings/site-chat', '/settings/people'])).toEqual([])
})

inDemo('S73: nothing keeps a performer or a customer with a phone out', async ({ onPhone, product }) => {
  const [pavel, marina] = [await onPhone('pavel'), await onPhone('marina')]
  const links = product.said().match(/http\S+\/[lz]\/\S+/g) ?? []
  await pavel.goto(links.find((link) => link.includes('/l/')) ?? '')
  await pavel.getByRole('button', { name: 'Войти' }).click()
  await expect(pavel.getByRole('heading', { name: 'Сегодня' })).toBeVisible()
  expect(await faultsOn(pavel)).toEqual([])
  await pavel.getByRole('button', { name: 'Продолжить' }).first().click()
  await expect(pavel.getByText('Что сделать')).toBeVisible()
  expect(await faultsOn(pavel)).toEqual([])
  for (const link of links.filter((each) => each.includes('/z/'))) expect(await faultsAt(marina, [link])).toEqual([])
  await marina.goto(links.find((link) => link.includes('/z/')) ?? '')
  await marina.getByRole('button', { name: 'Отклонить' }).click()
  await expect(marina.getByText('Что не так?').first()).toBeVisible()
  expect(await faultsOn(marina)).toEqual([])
})
