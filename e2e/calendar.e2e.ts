import type { Page } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** A day so many days from now, as people type it and as a phone's field takes it. */
const dayIn = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const typed = (day: string) => day.split('-').toReversed().join('.')
const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Боковая панель' })

/** The reason is the manager's, and the phone shows it. */
const REASON = 'В этот день некому закрыть объект'

inDemo(
  'S2 S24 S36: a performer asks for days off from his phone, the manager answers, and the load shows it',
  async ({ atDesk, onPhone, product, shot }) => {
    const [olga, pavel] = [await atDesk('olga'), await onPhone('pavel')]
    await signIn(olga, 'olga@gorodservis.example')
    const links = product.said().match(/http\S+\/l\/\S+/g) ?? []
    await pavel.goto(links[0] ?? '')
    await pavel.getByRole('button', { name: 'Войти' }).click()
    await pavel.getByRole('button', { name: /Павел Жук/ }).click()
    await pavel.getByRole('button', { name: 'Мои выходные' }).click()

    const [first, second] = [dayIn(40), dayIn(47)]
    await askFor(pavel, first)
    await askFor(pavel, second)
    await shot(pavel, 'calendar-phone-asked')

    await olga.goto('/settings/absences?waiting=1')
    const waiting = olga.getByRole('row', { name: /Павел Жук/ })
    // The demo company has one of his already, of earlier days.
    await expect(waiting).toHaveCount(3)
    await waiting.first().click()
    await panelOf(olga).getByRole('button', { name: 'Отказать' }).click()
    const refusal = olga.getByRole('dialog', { name: 'Отказать в просьбе' })
    await refusal.getByLabel('Причина').fill(REASON)
    await refusal.getByRole('button', { name: 'Отказать' }).click()
    await expect(olga.getByText('Отказ отправлен')).toBeVisible()
    // What is refused does not wait any more; the first row is now the other one.
    await expect(waiting).toHaveCount(2)
    await waiting.first().click()
    await panelOf(olga).getByRole('button', { name: 'Подтвердить' }).click()
    await expect(olga.getByText('Подтверждено', { exact: true })).toBeVisible()

    await pavel.goto('/f/days-off')
    await expect(pavel.getByText(`Причина: ${REASON}`)).toBeVisible()
    await expect(pavel.getByText('подтверждено', { exact: true })).toBeVisible()

    await inTheLoad(olga, first)
    await shot(olga, 'calendar-load')
    await onThePhoneToo(await onPhone('olga'), first)
  },
)

/** From «Мои выходные», which stands behind the face of whoever holds the phone. */
async function askFor(phone: Page, day: string): Promise<void> {
  await phone.getByRole('button', { name: 'Попросить выходной' }).click()
  const sheet = phone.getByRole('dialog', { name: 'Попросить выходной' })
  await sheet.getByLabel('С какого дня').fill(day)
  await sheet.getByRole('button', { name: 'Отправить' }).click()
  await expect(sheet).toBeHidden()
  await expect(phone.getByText('ждёт ответа').first()).toBeVisible()
}

/** His day says why, what stands on it opens beside, and whoever looks for the free is told. */
async function inTheLoad(page: Page, day: string): Promise<void> {
  await page.goto(`/performers/load?on=${day}&view=month`)
  await page.getByRole('button', { name: /^Павел Жук.*выходной/ }).click()
  await expect(panelOf(page).getByText('На этот день ничего не запланировано.')).toBeVisible()
  await page.keyboard.press('Escape')
  await page.getByRole('button', { name: 'Кто свободен?' }).click()
  await panelOf(page).getByLabel('День').fill(typed(day))
  await panelOf(page).getByLabel('С', { exact: true }).fill('12:00')
  await panelOf(page).getByLabel('До', { exact: true }).fill('16:00')
  await expect(page).toHaveURL(/since=12%3A00|since=12:00/)
  const his = panelOf(page).getByRole('listitem').filter({ hasText: 'Павел Жук' })
  await expect(his.getByText(/выходной/)).toBeVisible()
}

/** The same on the manager's phone, where nothing runs out of the screen. */
async function onThePhoneToo(phone: Page, day: string): Promise<void> {
  await signIn(phone, 'olga@gorodservis.example')
  await phone.goto(`/performers/load?on=${day}&view=week`)
  await expect(phone.getByRole('button', { name: /^Павел Жук.*выходной/ })).toBeVisible()
  expect(await phone.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(412)
}
