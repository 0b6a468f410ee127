import type { Page } from '@playwright/test'
import { expect } from '../story.ts'
import { linksIn } from './cast.ts'

/** Performers from a table, all at once, with a personal link for each; gives the links by name. */
export async function addPerformers(page: Page, table: string): Promise<Map<string, string>> {
  await page.goto('/performers/list')
  return addPasted(page, table)
}

/** The same on the page of the list, when one has come there. */
export async function addPasted(page: Page, table: string): Promise<Map<string, string>> {
  await page.getByLabel('Список исполнителей').fill(table)
  await page.getByRole('button', { name: 'Прочитать' }).click()
  await page.getByRole('button', { name: /^Добавить \d+/ }).click()
  await page.getByRole('button', { name: /^Сделать \d+ личн/ }).click()
  await expect(page.getByText('Ссылки показываем один раз', { exact: false })).toBeVisible()
  const links = new Map<string, string>()
  for (const label of await page.getByRole('main').locator('label').all()) {
    const name = (await label.textContent()) ?? ''
    links.set(name, await page.getByLabel(name, { exact: true }).inputValue())
  }
  return links
}

/** One more by hand, and his link from his own panel. */
export async function addPerformer(page: Page, name: string, phone: string, trade: string): Promise<string> {
  await page.goto('/performers')
  await page.getByRole('button', { name: 'Добавить исполнителя' }).click()
  const panel = page.getByRole('complementary', { name: 'Боковая панель' })
  await panel.getByLabel('Имя и фамилия').fill(name)
  await panel.getByLabel('Телефон').fill(phone)
  await panel.getByRole('combobox', { name: 'Специальности' }).fill(trade)
  await panel.getByRole('combobox', { name: 'Специальности' }).press('Enter')
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await expect(page.getByText(`${name} теперь среди исполнителей`)).toBeVisible()
  await page.getByRole('button', { name: 'Дать личную ссылку' }).click()
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' })
  await expect(field).toHaveValue(/^http/)
  const link = await field.inputValue()
  await page.getByRole('button', { name: 'Готово' }).click()
  return linksIn(link)[0] ?? ''
}

/** A performer opens his link on the phone, and is inside. */
export async function comeIn(phone: Page, name: string, link: string): Promise<void> {
  await phone.context().clearCookies()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(`Здравствуйте, ${name.split(' ')[0]}`)
  await phone.getByRole('button', { name: 'Войти' }).click()
  await expect(phone.getByText('На сегодня задач нет')).toBeVisible()
}

/** A pool of whoever makes it, with these people. */
export async function makePool(page: Page, pool: string, people: readonly string[]): Promise<void> {
  await page.goto('/pools')
  await page.getByRole('button', { name: 'Создать пул' }).first().click()
  const form = page.getByRole('dialog', { name: 'Новый пул' })
  await form.getByLabel('Название').fill(pool)
  await form.getByRole('button', { name: 'Создать пул' }).click()
  await expect(form).toBeHidden()
  await page.getByRole('button', { name: 'Добавить людей' }).click()
  const dialog = page.getByRole('dialog', { name: `Добавить в пул «${pool}»` })
  for (const name of people) await dialog.getByRole('checkbox', { name, exact: true }).check()
  await dialog.getByRole('button', { name: /^Добавить/ }).click()
  await expect(dialog).toBeHidden()
  for (const name of people) await expect(page.getByRole('link', { name, exact: true })).toBeVisible()
}
