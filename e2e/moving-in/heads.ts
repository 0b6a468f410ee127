import type { Page } from '@playwright/test'
import type { LetterBox } from '#test/letter-box.ts'
import { expect } from '../story.ts'
import { chooseHead, linksIn, PASSWORD } from './cast.ts'

type Invited = { name: string; email?: string; position?: string; role?: string }

/** Invites one person and gives the link as the screen shows it. */
export async function inviteOne(page: Page, { name, email, position, role }: Invited): Promise<string> {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Пригласить сотрудника' }).first().click()
  const dialog = page.getByRole('dialog', { name: 'Пригласить сотрудника' })
  await dialog.getByLabel('Имя и фамилия').fill(name)
  if (position) await dialog.getByLabel('Должность').fill(position)
  if (role) await choose(page, dialog.getByRole('combobox', { name: 'Роль' }), role)
  if (email) await dialog.getByLabel('Почта').fill(email)
  await dialog.getByRole('button', { name: 'Пригласить', exact: true }).click()
  return shownLink(page)
}

export async function choose(page: Page, field: ReturnType<Page['getByRole']>, option: string): Promise<void> {
  await field.click()
  await page.getByRole('option', { name: option, exact: true }).click()
}

/** The link that is shown this once; the dialog is shut after. */
export async function shownLink(page: Page): Promise<string> {
  const field = page.getByRole('dialog').getByRole('textbox', { name: 'Ссылка' })
  await expect(field).toHaveValue(/^http/)
  const link = await field.inputValue()
  await page.getByRole('button', { name: 'Готово' }).click()
  return link
}

/** The link of the letter that came to an address. */
export async function linkOfLetter(letters: LetterBox, address: string): Promise<string> {
  const { text = '', subject = '' } = await letters.letterTo(address)
  expect(subject).toContain('ГородСервис')
  return linksIn(text)[0] ?? ''
}

/** A list of people as it was copied from a table; gives each one's link by name. */
export async function inviteList(page: Page, text: string, role?: string): Promise<Map<string, string>> {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Списком' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('Список').fill(text)
  await dialog.getByRole('button', { name: 'Проверить' }).click()
  if (role) await choose(page, dialog.getByRole('combobox', { name: 'Роль, если в строке её нет' }), role)
  await dialog.getByRole('button', { name: /^Пригласить \d+/ }).click()
  await expect(dialog.getByText(/^Приглаш/).first()).toBeVisible()
  const links = new Map<string, string>()
  for (const field of await dialog.getByRole('textbox').all()) {
    const label = (await field.getAttribute('aria-label')) ?? (await labelOf(page, field))
    links.set(label.split(',')[0] ?? '', await field.inputValue())
  }
  await dialog.getByRole('button', { name: 'Готово' }).click()
  return links
}

async function labelOf(page: Page, field: ReturnType<Page['getByRole']>): Promise<string> {
  const id = await field.getAttribute('id')
  return (await page.locator(`label[for="${id}"]`).textContent()) ?? ''
}

/** One link for all, for who has a head to name. */
export async function makeJoiningLink(page: Page): Promise<string> {
  await page.goto('/settings/people')
  await page.getByRole('button', { name: 'Общая ссылка' }).click()
  await page.getByRole('button', { name: 'Сделать ссылку' }).click()
  return shownLink(page)
}

type Newcomer = { name: string; email: string; head?: string; expects?: [name: string, email: string] }

/** Comes by the common link, and names his head: one who is here, or one who is to come. */
export async function askToJoin(page: Page, link: string, { name, email, head, expects }: Newcomer) {
  await page.goto(link)
  await page.getByLabel('Ваше имя и фамилия').fill(name)
  await page.getByLabel('Электронная почта').fill(email)
  await page.getByRole('textbox', { name: 'Пароль' }).fill(PASSWORD)
  await page.getByRole('button', { name: 'Дальше' }).click()
  await expect(page.getByText('Шаг 2 из 2')).toBeVisible()
  if (head) await chooseHead(page, page.getByRole('combobox', { name: 'Руководитель' }), head)
  if (expects) {
    await page.getByText('Ещё не присоединился').click()
    await page.getByLabel('Имя и фамилия').fill(expects[0])
    await page.getByLabel('Почта, если знаете').fill(expects[1])
  }
  await page.getByRole('button', { name: 'Отправить' }).click()
  await expect(page.getByRole('heading', { name: 'Ждём подтверждения' })).toBeVisible()
}
