import { expect } from '@playwright/test'
import { BUYER } from '#test/stories/props.ts'
import { CUSTOMER, SECRETS, sees, type Cast } from './cast.ts'
import { go, handedOver } from './owner.ts'

/** Two performers in a row: name, phone, trade, cost per hour from a date (S21, S24, S7). */
export async function addPerformers(cast: Cast): Promise<void> {
  const { manager, shot } = cast
  await go(manager, 'Исполнители')
  await shot(manager, '02-no-performers')
  await manager.getByRole('button', { name: 'Добавить исполнителя' }).click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await panel.getByLabel('Имя и фамилия').fill('Павел Жук')
  await panel.getByLabel('Телефон').fill('12')
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await sees(panel, 'Не похоже на номер телефона')
  await panel.getByLabel('Телефон').fill('+375 29 111-22-33')
  await panel.getByRole('combobox', { name: 'Специальности' }).fill('Электрики')
  await panel.getByRole('combobox', { name: 'Специальности' }).press('Enter')
  await panel.getByLabel('Стоимость часа').fill(SECRETS.rate)
  await panel.getByLabel('Действует с').fill('01.01.2026')
  await shot(manager, '02-new-performer')
  await panel.getByRole('button', { name: 'Сохранить и добавить ещё' }).click()
  await sees(manager, 'Павел Жук теперь среди исполнителей')
  await panel.getByLabel('Имя и фамилия').fill('Игорь Лисовский')
  await panel.getByLabel('Телефон').fill('8 029 111-22-44')
  await panel.getByRole('button', { name: 'Сохранить', exact: true }).click()
  await sees(manager, 'Игорь Лисовский теперь среди исполнителей')
  await letIn(cast, 'Игорь Лисовский')
  await letIn(cast, 'Павел Жук')
  await shot(manager, '02-performers')
}

/** A personal link and no password: looking at it uses nothing up (S24). */
async function letIn({ manager, pavel, igor, shot }: Cast, name: string): Promise<void> {
  const phone = name === 'Павел Жук' ? pavel : igor
  await manager.getByRole('table').getByText(name).click()
  await manager.getByRole('button', { name: 'Дать личную ссылку' }).click()
  const link = await handedOver(manager)
  await shot(manager, `02-personal-link-${phone === pavel ? 'pavel' : 'igor'}`)
  await manager.getByRole('button', { name: 'Готово' }).click()
  await phone.goto(link)
  await expect(phone.getByRole('heading', { level: 1 })).toContainText(`Здравствуйте, ${name.split(' ')[0]}`)
  await shot(phone, '02-phone-link')
  await phone.getByRole('button', { name: 'Войти' }).click()
  await sees(phone, 'На сегодня задач нет')
  await shot(phone, '02-phone-no-tasks')
  await manager.keyboard.press('Escape')
}

/** The customer with contact and site; the same tax number twice is refused (S19, S34). */
export async function addCustomer({ manager, shot }: Cast): Promise<void> {
  await go(manager, 'Контрагенты')
  await shot(manager, '03-no-counterparties')
  await manager.getByRole('button', { name: 'Добавить контрагента' }).first().click()
  const panel = manager.getByRole('complementary', { name: 'Боковая панель' })
  await panel.getByLabel('Название').fill(CUSTOMER)
  await panel.getByLabel('УНП').fill(BUYER.tax_number ?? '')
  await panel.getByLabel('Имя и фамилия').fill('Марина Ковалевич')
  await panel.getByLabel('Телефон').fill('+375 29 700-10-20')
  await panel.getByLabel('Почта').fill('marina@example.test')
  await panel.getByLabel('Адрес').fill('ул. Кальварийская, 41')
  await panel.getByLabel('Как попасть').fill('Вход с торца, пропуск у охраны')
  await shot(manager, '03-new-counterparty')
  await panel.getByRole('button', { name: 'Сохранить' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('Немига')
  await shot(manager, '03-counterparty')
  await go(manager, 'Контрагенты')
  await manager.getByRole('button', { name: 'Добавить контрагента' }).first().click()
  await panel.getByLabel('Название').fill('Немига ещё раз')
  await panel.getByLabel('УНП').fill(BUYER.tax_number ?? '')
  await panel.getByRole('button', { name: 'Сохранить' }).click()
  await sees(panel, /уже есть у контрагента/)
  await expect(panel.getByRole('alert').getByRole('link')).toContainText(CUSTOMER)
  await shot(manager, '03-double-refused')
  await panel.getByRole('button', { name: 'Отмена' }).click()
}

/** Who the customer is on paper (S77). */
export async function fillTheirRequisites({ manager, shot }: Cast): Promise<void> {
  await go(manager, 'Контрагенты')
  await manager.getByRole('table').getByText(CUSTOMER).click()
  const section = manager.getByRole('heading', { name: 'Реквизиты' }).locator('..')
  await section.getByRole('button').click()
  const dialog = manager.getByRole('dialog', { name: 'Реквизиты' })
  const field = (name: string) => dialog.getByLabel(name, { exact: true })
  await field('Полное название').fill(BUYER.legal_name ?? '')
  await field('Короткое название').fill(BUYER.short_name ?? '')
  await field('Юридический адрес').fill(BUYER.legal_address ?? '')
  await field('Кто подписывает').fill(BUYER.signatory_name ?? '')
  await field('Должность').fill(BUYER.signatory_position ?? '')
  await field('Действует на основании').fill(BUYER.signatory_basis ?? '')
  await shot(manager, '10-their-requisites')
  await dialog.getByRole('button', { name: 'Сохранить' }).click()
  await expect(dialog).toBeHidden()
}
