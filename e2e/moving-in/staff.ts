import type { Page } from '@playwright/test'
import { expect } from '../story.ts'

const rowOf = (page: Page, name: string) =>
  page.getByRole('table', { name: 'Приглашения' }).getByRole('row', { name: new RegExp(name) })

/** Takes an invitation back before anybody came by it. */
export async function withdraw(page: Page, name: string): Promise<void> {
  await page.goto('/settings/people')
  await rowOf(page, name).getByRole('button', { name: 'Отозвать' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Отозвать' }).click()
  await expect(rowOf(page, name).getByText('Отозвано').filter({ visible: true })).toBeVisible()
}

/** A link that leads nowhere any more says so. */
export async function seesGone(page: Page, link: string): Promise<void> {
  await page.goto(link)
  await expect(page.getByText('Приглашение устарело, отозвано или уже принято')).toBeVisible()
}

/** The invitation that ran out is made anew and printed: what stands on the sheet under its code. */
export async function printAgain(page: Page, name: string): Promise<string> {
  await page.goto('/settings/people')
  await expect(rowOf(page, name).getByText('Просрочено').filter({ visible: true })).toBeVisible()
  await rowOf(page, name).getByRole('button', { name: 'Новая ссылка' }).click()
  await page.evaluate(() => {
    window.print = () => {}
  })
  await page.getByRole('button', { name: 'Распечатать' }).click()
  await page.emulateMedia({ media: 'print' })
  const sheet = page.getByRole('article')
  await expect(sheet.getByRole('heading', { name })).toBeVisible()
  await expect(sheet.getByRole('img', { name: 'Код со ссылкой' })).toBeVisible()
  const link = (await sheet.getByText(/^http/).textContent()) ?? ''
  await page.emulateMedia({ media: 'screen' })
  await page.evaluate(() => window.dispatchEvent(new Event('afterprint')))
  await page.getByRole('button', { name: 'Готово' }).click()
  return link
}

/** Joins with the account that he has, and says that his head is another: one who has not come yet. */
export async function joinExpecting(page: Page, link: string, head: string): Promise<void> {
  await page.goto(link)
  await page.getByText('Другой, назову после входа').click()
  await page.getByRole('button', { name: 'Присоединиться' }).click()
  const dialog = page.getByRole('dialog', { name: 'Кто ваш руководитель?' })
  await dialog.getByText('Ещё не присоединился').click()
  await dialog.getByLabel('Имя и фамилия').fill(head)
  await dialog.getByRole('button', { name: 'Назвать' }).click()
  await expect(dialog).toBeHidden()
}

/** The head says that who names him is his. */
export async function answer(
  page: Page,
  name: string,
  word: 'Принять' | 'Да, мой сотрудник' | 'Нет, не мой',
): Promise<void> {
  await page.goto('/people/structure')
  await page
    .getByRole('region', { name: `Вопрос о подчинённом: ${name}` })
    .getByRole('button', { name: word })
    .click()
  await expect(page.getByText('Ответ записан')).toBeVisible()
}

/** Who has the right says whose a person is. */
export async function settle(page: Page, name: string, head: string): Promise<void> {
  await page.goto('/people/unconfirmed')
  await page.getByRole('button', { name: `Решить: ${name}` }).click()
  const dialog = page.getByRole('dialog', { name: `Чей подчинённый ${name}?` })
  await dialog.getByText(head, { exact: true }).click()
  await dialog.getByRole('button', { name: 'Решить' }).click()
  await expect(dialog).toBeHidden()
}

/** An expected head is invited from where he is expected. */
export async function inviteExpected(page: Page, name: string): Promise<void> {
  await page.goto('/people/unconfirmed')
  await page.getByRole('button', { name: `Пригласить: ${name}` }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Пригласить', exact: true }).click()
  await page.getByRole('button', { name: 'Готово' }).click()
}
