import { expect, type Locator } from '@playwright/test'
import { CUSTOMER, REQUEST, TASK, sees, type Cast } from './cast.ts'
import { go } from './owner.ts'

/** The phone rings: the caller is found by a part of the number, his words are read (S31–S35, S39). */
export async function takeCall({ manager, shot }: Cast): Promise<void> {
  await go(manager, 'Воронки')
  await shot(manager, '04-no-orders')
  await manager.keyboard.press('c')
  await manager.getByRole('menuitem', { name: 'Звонок' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Звонок' })
  await dialog.getByRole('button', { name: 'Создать заказ' }).click()
  await sees(dialog, 'Запишите, что просят')
  await dialog.getByLabel('Телефон').fill('29700')
  await dialog.getByRole('button', { name: /Марина Ковалевич/ }).click()
  await dialog.getByLabel('Что просят, слово в слово').fill(REQUEST)
  await sees(dialog, /электрики × 2, 10 мар.* 12:00/)
  await shot(manager, '04-quick-entry')
  await dialog.getByRole('button', { name: 'Создать заказ' }).click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await sees(panel, REQUEST)
  await sees(panel, 'электрики 0 из 2')
  await sees(panel, CUSTOMER)
  await shot(manager, '04-order-in-panel')
  await manager.keyboard.press('Escape')
}

/** Three words and Enter are an order; nothing else is asked (S35). */
export async function takeBareCall({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('main').getByRole('button', { name: 'Новый заказ' }).first().click()
  await manager.getByLabel('Что просят, слово в слово').fill('Филипенко 12, нет горячей воды')
  await manager.keyboard.press('Enter')
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await sees(panel, 'Филипенко 12, нет горячей воды')
  await manager.keyboard.press('Escape')
  await expect(panel).toBeHidden()
  await shot(manager, '04-board')
}

/** A stranger calls: contact and counterparty are made on the spot (S32, S34). */
export async function takeStrangersCall({ manager }: Cast): Promise<void> {
  await manager.keyboard.press('c')
  await manager.getByRole('menuitem', { name: 'Звонок' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Звонок' })
  await dialog.getByLabel('Телефон').fill('+375 33 600-70-80')
  await sees(dialog, 'Такого номера нет')
  await dialog.getByLabel('Кто звонит').fill('Сергей Гончар')
  await dialog.getByLabel('Заказчик').fill('ЧУП «Весна-Сервис»')
  await dialog.getByLabel('Что просят, слово в слово').fill('Протекает кран на кухне, ул. Сурганова, 7')
  await dialog.getByRole('button', { name: 'Создать заказ' }).click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await sees(panel, 'Сергей Гончар')
  await sees(panel, 'ЧУП «Весна-Сервис»')
  await manager.keyboard.press('Escape')
}

/** The order on a page of its own. */
export async function openOrder({ manager: page }: Pick<Cast, 'manager'>): Promise<void> {
  await go(page, 'Воронки')
  await page
    .getByRole('button', { name: /световой короб/ })
    .first()
    .click()
  await page.getByRole('link', { name: 'Открыть страницу' }).first().click()
  await expect(page).toHaveURL(/orders\/[0-9a-f-]{36}/)
}

/** By Ctrl+K and two words, wherever one is (S66). */
export async function findOrder({ manager, shot }: Cast): Promise<void> {
  await manager.keyboard.press('Control+k')
  const palette = manager.getByRole('dialog', { name: 'Поиск и команды' })
  await palette.getByRole('combobox').fill('световых коробов')
  await expect(palette.getByRole('option', { name: /световой короб/ }).first()).toBeVisible()
  await shot(manager, '13-palette')
  await palette
    .getByRole('option', { name: /световой короб/ })
    .first()
    .click()
  await expect(manager).toHaveURL(/orders\/[0-9a-f-]{36}/)
}

/** Terms are versions: what was agreed before stays, with who and when (S41). */
export async function agreeTerms({ manager, shot }: Cast): Promise<void> {
  await openOrder({ manager })
  const record = async (start: string, due: string, price: string) => {
    const dialog = manager.getByRole('dialog', { name: 'Договорённости' })
    await dialog.getByLabel('Начало').fill(start)
    await dialog.getByLabel('Срок').fill(due)
    await dialog.getByLabel('Цена заказа').fill(price)
    await dialog.getByRole('textbox', { name: 'НДС' }).fill('20')
    return dialog
  }
  await manager.getByRole('button', { name: 'Записать договорённости' }).first().click()
  const first = await record('завтра 12:00', 'сегодня 18:00', '1800')
  await first.getByRole('button', { name: 'Записать' }).click()
  await sees(first, 'Срок должен быть не раньше начала')
  await first.getByLabel('Срок').fill('завтра 18:00')
  await first.getByRole('button', { name: 'Записать' }).click()
  await expect(first).toBeHidden()
  await sees(manager, 'версия 1')
  await manager.getByRole('button', { name: 'Изменить договорённости' }).click()
  const second = await record('сегодня 12:00', 'завтра 18:00', '1860')
  await sees(second, 'Будет версия 2, прежние останутся')
  await shot(manager, '05-second-version')
  await second.getByRole('button', { name: 'Записать' }).click()
  await sees(manager, 'версия 2')
  await expect(manager.locator('s', { hasText: /1\s800,00/ })).toBeVisible()
  await sees(manager, /1\s860,00\sBYN за заказ/)
  await shot(manager, '05-terms')
}

/** One task for both: place and words come along, the demand is filled (S36, S44, S32). */
export async function giveTask({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('button', { name: 'Назначить исполнителей' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Задача исполнителям' })
  await expect(dialog.getByLabel('Место')).toHaveValue('ул. Кальварийская, 41')
  await expect(dialog.getByLabel('Задание')).toHaveValue(REQUEST)
  await expect(dialog.getByLabel('Начало')).toHaveValue(/10\.03\.\d{4} 12:00/)
  await dialog.getByLabel('Что сделать').fill(TASK)
  await dialog.getByLabel('Начало').fill('сегодня 12:00')
  await dialog.getByLabel('Окончание').fill('сегодня 16:00')
  await dialog.getByLabel('Пункты').fill('Закрепить короб\nПроверить нагрев')
  await dialog.getByLabel('Фото «после»').fill('1')
  await choose(dialog, 'Павел Жук')
  await choose(dialog, 'Игорь Лисовский')
  await sees(dialog, 'электрики 2 из 2')
  await shot(manager, '06-give-task')
  await dialog.getByRole('button', { name: 'Дать задачу 2 людям' }).click()
  await expect(dialog).toBeHidden()
  await sees(manager, 'электрики 2 из 2')
  await sees(manager, 'В работе')
}

const choose = (dialog: Locator, name: string) => dialog.getByRole('checkbox', { name }).check()

/** A second task for the same hours is warned of, and not forbidden (S33). */
export async function seeClash({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('button', { name: 'Дать задачу' }).first().click()
  const dialog = manager.getByRole('dialog', { name: 'Задача исполнителям' })
  await dialog.getByLabel('Начало').fill('сегодня 13:00')
  await dialog.getByLabel('Окончание').fill('сегодня 15:00')
  await sees(dialog, /занято 12:00–16:00, задача 1/)
  await shot(manager, '06-clash')
  await dialog.getByRole('button', { name: 'Отмена' }).click()
  await shot(manager, '06-order-in-work')
}
