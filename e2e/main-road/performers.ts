import { expect, type Page } from '@playwright/test'
import { picture } from './pictures.ts'
import { SECRETS, TASK, sees, type Cast } from './cast.ts'
import { openOrder } from './orders.ts'

/** Each accepts and starts on his phone; what is missing stands on the button itself (S44, S45). */
export async function acceptAndStart({ pavel, igor, shot }: Cast): Promise<void> {
  for (const phone of [pavel, igor]) {
    // Nobody reloads a phone: the task comes by itself.
    await sees(phone, TASK)
    await shot(phone, `07-day-${phone === pavel ? 'pavel' : 'igor'}`)
    await phone.getByRole('button', { name: 'Принять' }).click()
    await phone.getByRole('button', { name: 'Начать' }).click()
    await expect(phone.getByRole('heading', { name: TASK })).toBeVisible()
    await expect(phone.getByRole('timer')).toBeVisible()
  }
  await sees(pavel, 'ул. Кальварийская, 41')
  await sees(pavel, 'Вход с торца, пропуск у охраны')
  await shot(pavel, '07-started')
}

/** «Готово» names what lacks: points, a photo; and hours, once those logged by mistake are struck out (S45). */
export async function doneTooEarly(cast: Cast): Promise<void> {
  const { pavel, igor, shot } = cast
  const done = pavel.getByRole('button', { name: /^Готово/ })
  await expect(done).toContainText('сначала 2 пункта, 1 фото «после»')
  for (const phone of [pavel, igor]) {
    await phone.getByRole('button', { name: 'Пауза' }).click()
    await sees(phone, 'Таймер не идёт')
  }
  await strikeHours(cast)
  await expect(done).toContainText('сначала часы, 2 пункта, 1 фото «после»')
  await shot(pavel, '07-done-refused')
  // The button leads to the first of what is missing.
  await done.click()
  await expect(pavel.getByRole('dialog', { name: 'Записать часы' })).toBeVisible()
  await pavel.keyboard.press('Escape')
  await expect(pavel.getByRole('dialog')).toBeHidden()
}

/** The clock ran on the way there: the manager strikes it out with a reason, and it stays visible. */
async function strikeHours({ manager, shot }: Cast): Promise<void> {
  await manager
    .getByRole('button', { name: new RegExp(TASK) })
    .first()
    .click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  for (const left of [2, 1]) {
    await expect(panel.getByRole('button', { name: 'Зачеркнуть' })).toHaveCount(left)
    await panel.getByRole('button', { name: 'Зачеркнуть' }).first().click()
    const dialog = manager.getByRole('dialog', { name: /^Зачеркнуть / })
    await dialog.getByLabel('Причина').fill('Таймер шёл в дороге')
    await dialog.getByRole('button', { name: 'Зачеркнуть' }).click()
    await expect(dialog).toBeHidden()
  }
  await sees(panel, 'не считается')
  await shot(manager, '07-hours-struck')
  await panel.getByRole('button', { name: 'Закрыть', exact: true }).click()
}

/** A question inside the task; unanswered, it shows on the order; the answer comes back to the phone (S47, S48). */
export async function askAndAnswer({ pavel, manager, shot }: Cast): Promise<void> {
  await pavel.getByRole('button', { name: 'Спросить менеджера' }).click()
  const sheet = pavel.getByRole('dialog', { name: 'Вопрос менеджеру' })
  await sheet.getByLabel('Ваш вопрос').fill('Автомат ставить на 16 А?')
  await shot(pavel, '07-question')
  await sheet.getByRole('button', { name: 'Спросить' }).click()
  await sees(pavel, /Ждёт ответа/)
  // The manager's card tells by itself.
  await sees(manager, '1 вопрос')
  await shot(manager, '07-question-on-order')
  await manager.getByRole('button', { name: 'Ответить' }).first().click()
  const answer = manager.getByRole('textbox', { name: /^Ответ: / })
  await answer.fill('Да, 16 А. Щит снимите после работ')
  await manager.getByRole('button', { name: 'Ответить' }).last().click()
  await sees(pavel, 'Да, 16 А. Щит снимите после работ')
  await expect(pavel.getByText(/Ждёт ответа/)).toBeHidden()
  await shot(pavel, '07-answered')
}

/** Павел by hand and with a note, Игорь by his own words; points, a photo, «Готово» (S45, S46). */
export async function work({ pavel, igor, shot }: Cast): Promise<void> {
  await logHours(pavel, { hours: '3', minutes: '9', note: 'Монтаж короба' })
  for (const point of ['Закрепить короб', 'Проверить нагрев']) {
    await pavel.getByText(point).click()
    await expect(pavel.getByRole('checkbox', { name: point })).toBeChecked()
  }
  await pavel.locator('input[type=file]').first().setInputFiles(picture('после'))
  await expect(pavel.getByRole('img', { name: 'после' })).toBeVisible()
  await shot(pavel, '07-ready')
  await sayDone(pavel)
  await sees(pavel, 'Вы закончили. Ждём остальных')
  await logHours(igor, { hours: '1', minutes: '59', note: 'Подключение' })
  await sayDone(igor)
  await sees(igor, 'Сделано. Менеджер проверит и закроет')
  await shot(igor, '07-done')
}

async function sayDone(phone: Page): Promise<void> {
  const done = phone.getByRole('button', { name: 'Готово' })
  await expect(done).not.toContainText('сначала')
  await done.click()
}

type Hours = { hours: string; minutes: string; note: string }

async function logHours(phone: Page, { hours, minutes, note }: Hours): Promise<void> {
  await phone.getByRole('button', { name: 'Записать часы вручную' }).click()
  const sheet = phone.getByRole('dialog', { name: 'Записать часы' })
  await sheet.getByLabel('Часы', { exact: true }).fill('25')
  await sees(sheet, 'Укажите от 1 минуты до 24 часов')
  await sheet.getByLabel('Часы', { exact: true }).fill(hours)
  await sheet.getByLabel('Минуты').fill(minutes)
  await sheet.getByLabel('Что делали (необязательно)').fill(note)
  await sheet.getByRole('button', { name: /^Записать/ }).click()
  await expect(sheet).toBeHidden()
  await sees(phone, note)
}

/** The manager looks, writes inside, and gives the task back with a reason (S9). */
export async function giveBack({ manager, pavel, igor, shot }: Cast): Promise<void> {
  await manager
    .getByRole('button', { name: new RegExp(TASK) })
    .first()
    .click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await panel.getByRole('textbox', { name: 'Написать исполнителям' }).fill(SECRETS.inside)
  await panel.getByRole('button', { name: 'Написать' }).click()
  await sees(panel, SECRETS.inside)
  await shot(manager, '08-task-done')
  await panel.getByRole('button', { name: 'Вернуть' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Вернуть задачу 1' })
  await dialog.getByRole('button', { name: 'Вернуть' }).click()
  await sees(dialog, 'Заполните это поле')
  await dialog.getByLabel('Что переделать').fill('Не видно бирки на автомате')
  await shot(manager, '08-return')
  await dialog.getByRole('button', { name: 'Вернуть' }).click()
  await sees(panel, 'Возвращена')
  for (const phone of [pavel, igor]) await sees(phone, 'Не видно бирки на автомате')
  await shot(pavel, '08-returned')
}

/** Sending is refused while the task is open, with its name and a link to it (S49). */
export async function sendTooEarly({ manager, shot }: Cast): Promise<void> {
  await openOrder({ manager })
  const send = manager.getByRole('button', { name: 'Отправить на приёмку' })
  await expect(send).toHaveAttribute('aria-disabled', 'true')
  await sees(manager, 'Сначала закройте задачу')
  await expect(manager.getByRole('link', { name: 'задача 1' }).or(manager.getByTitle(TASK)).first()).toBeVisible()
  await send.press('Enter')
  await expect(manager.getByRole('dialog')).toBeHidden()
  await shot(manager, '09-sending-refused')
}

/** Done again, checked and closed (S9). */
export async function closeTask({ manager, pavel, igor, shot }: Cast): Promise<void> {
  for (const phone of [pavel, igor]) await sayDone(phone)
  await manager
    .getByRole('button', { name: new RegExp(TASK) })
    .first()
    .click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await sees(panel, 'Сделана, ждёт проверки')
  await panel.getByRole('button', { name: 'Проверено, закрыть' }).click()
  await sees(panel, 'Закрыта')
  await shot(manager, '09-closed')
  await panel.getByRole('button', { name: 'Закрыть', exact: true }).click()
  await sees(pavel, 'Задача закрыта, спасибо')
}
