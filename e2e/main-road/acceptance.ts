import { expect, type Locator, type Page, type Response } from '@playwright/test'
import { picture } from './pictures.ts'
import { ORDER, REWORK, SECRETS, sees, type Cast } from './cast.ts'
import { handedOver } from './owner.ts'

/** Everything that a browser receives from now on, to be searched for what must not be there (S75). */
export function listen(page: Page): () => Promise<string[]> {
  const answers: Response[] = []
  page.context().on('response', (response) => answers.push(response))
  return async () => {
    const found: string[] = []
    for (const response of answers) {
      const words = await response.text().catch(() => '')
      const told = response.url().includes('/api/')
      const secrets = [
        SECRETS.inside,
        'аржа',
        'ебестоимость',
        ...(told ? [SECRETS.rate, SECRETS.rate_minor, ...FIELDS] : []),
      ]
      for (const secret of secrets) if (words.includes(secret)) found.push(`${response.url()}: ${secret}`)
    }
    if (answers.length === 0) throw new Error('nothing was heard')
    return found
  }
}

const FIELDS = ['cost', 'margin', 'labour', 'rate_']

/** The result goes out as a personal link, with the photos that the manager picks (S49, S50). */
export async function send({ manager, shot }: Cast, round: 1 | 2, summary?: string): Promise<string> {
  await manager.getByRole('button', { name: 'Отправить на приёмку' }).click()
  const dialog = manager.getByRole('dialog', { name: `Отправить на приёмку, сдача ${round}` })
  await expect(dialog.getByText(/Выполняли: /)).toContainText('Павел Жук')
  if (summary) await dialog.getByLabel('Что сделано').fill(summary)
  for (const box of await dialog.getByRole('checkbox').all()) await box.check()
  await shot(manager, `09-send-${round}`)
  await dialog.getByRole('button', { name: 'Отправить заказчику' }).click()
  const link = await handedOver(manager, 'Личная ссылка заказчика')
  await shot(manager, `09-sent-${round}`)
  await dialog.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
  await sees(manager, 'На приёмке')
  return link
}

/** Without an account, on a phone: what was done, by whom, photos; then «Качество» and words (S51–S53). */
export async function reject({ marina, manager, shot }: Cast, link: string): Promise<void> {
  await marina.goto(link)
  await expect(marina.getByRole('heading', { level: 1 })).toContainText(`${ORDER}: готово`)
  await sees(marina, 'Павел Жук')
  await sees(marina, 'Игорь Лисовский')
  await loaded(marina.getByRole('img', { name: /^После/ }).first())
  await shot(marina, '09-customer')
  await marina.getByRole('button', { name: 'Отклонить' }).click()
  const sheet = marina.getByRole('dialog', { name: 'Что не так?' })
  await sheet.getByRole('button', { name: 'Отклонить и вернуть в работу' }).click()
  await sees(sheet, 'Укажите причину')
  await sheet.getByText('Другое').click()
  await sheet.getByRole('button', { name: 'Отклонить и вернуть в работу' }).click()
  await sees(sheet, 'Опишите словами, что не так')
  await sheet.getByText('Качество').click()
  await sheet.getByLabel('Опишите, что исправить').fill('Мигает левый угол')
  await sheet.locator('input[type=file]').setInputFiles(picture('мигает'))
  await loaded(sheet.getByRole('img', { name: 'Фото', exact: true }))
  await shot(marina, '09-reject')
  await sheet.getByRole('button', { name: 'Отклонить и вернуть в работу' }).click()
  await expect(marina.getByRole('heading', { level: 1 })).toContainText('Исправляем по вашему замечанию')
  await sees(manager, 'В работе')
  await sees(manager, 'Мигает левый угол')
  await shot(manager, '09-rejected')
  await shot(marina, '09-customer-waits')
}

/** What was rejected is a task again: the next step of the order says so (S54). */
export async function rework({ manager, pavel, shot }: Cast): Promise<void> {
  await manager.getByRole('button', { name: 'Назначить исполнителей' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Задача исполнителям' })
  await dialog.getByLabel('Что сделать').fill(REWORK)
  await dialog.getByLabel('Начало').fill('сегодня 17:00')
  await dialog.getByRole('checkbox', { name: 'Павел Жук' }).check()
  await dialog.getByRole('button', { name: 'Дать задачу' }).click()
  await expect(dialog).toBeHidden()
  await pavel
    .getByRole('link', { name: 'Назад' })
    .or(pavel.getByRole('button', { name: 'Назад' }))
    .first()
    .click()
  await pavel.getByRole('button', { name: 'Принять' }).click()
  await pavel.getByRole('button', { name: 'Начать' }).click()
  await sees(pavel, REWORK)
  await pavel.getByRole('button', { name: 'Готово' }).click()
  await sees(pavel, 'Сделано. Менеджер проверит и закроет')
  await manager
    .getByRole('button', { name: new RegExp(REWORK) })
    .first()
    .click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await panel.getByRole('button', { name: 'Проверено, закрыть' }).click()
  await sees(panel, 'Закрыта')
  await panel.getByRole('button', { name: 'Закрыть', exact: true }).click()
  await shot(manager, '09-rework-done')
}

/** The second round, by a link of its own; both rounds are kept on both sides (S54, S55). */
export async function accept({ marina, manager, shot }: Cast, link: string): Promise<void> {
  await marina.goto(link)
  await expect(marina.getByRole('heading', { level: 1 })).toContainText('исправили. Проверьте ещё раз')
  await sees(marina, 'Мигает левый угол')
  await shot(marina, '09-customer-again')
  await marina.getByRole('button', { name: 'Принять работу' }).click()
  const sheet = marina.getByRole('dialog', { name: 'Принять работу?' })
  await sees(sheet, /Марина Ковалевич/)
  await sheet.getByLabel('Отзыв (необязательно)').fill('Теперь хорошо')
  // In the lift there is no air at all: he is told, and what he wrote stays.
  await marina.context().setOffline(true)
  await sheet.getByRole('button', { name: 'Принять работу' }).click()
  await sees(sheet, 'Нет связи с сервером')
  await shot(marina, '09-customer-no-air')
  await marina.context().setOffline(false)
  // On the way home the air is gone right after the answer: it says all that is shown.
  await marina.route('**/api/portal/*/open', (route) => route.abort())
  await sheet.getByRole('button', { name: 'Принять работу' }).click()
  await expect(marina.getByRole('heading', { level: 1 })).toContainText('Работа принята')
  await marina.unroute('**/api/portal/*/open')
  await shot(marina, '09-customer-accepted')
  await sees(manager, 'Закрывающие документы')
  await sees(manager, 'Сдача 1')
  await sees(manager, 'Сдача 2')
  await shot(manager, '09-accepted')
}

/** Performers see no prices, no other's orders: the desk is shut to them. */
export async function deskIsShut({ pavel }: Cast): Promise<void> {
  await pavel.goto('/orders')
  await expect(pavel).toHaveURL(/\/f\/$/)
  await sees(pavel, 'Сегодня')
}

/** A picture is there and is one: not the browser's sign of a torn sheet. */
const loaded = (image: Locator): Promise<void> =>
  expect(image)
    .toHaveJSProperty('complete', true)
    .then(() => expect(image).not.toHaveJSProperty('naturalWidth', 0))
