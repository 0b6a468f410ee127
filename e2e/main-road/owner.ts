import { expect, type Page } from '@playwright/test'
import { SELLER } from '#test/stories/props.ts'
import { sees, type Cast } from './cast.ts'

/** A company begins: one screen, and its owner is inside (S13). */
export async function registerCompany({ owner, shot }: Cast): Promise<void> {
  await owner.goto('/')
  await expect(owner).toHaveURL(/sign-in/)
  await shot(owner, '01-sign-in')
  await owner.getByRole('link', { name: 'Зарегистрировать компанию' }).click()
  await owner.getByRole('button', { name: 'Создать компанию' }).click()
  await expect(owner.getByLabel('Название компании')).toHaveAttribute('aria-invalid', 'true')
  await owner.getByLabel('Название компании').fill('ООО «ГородСервис»')
  await owner.getByLabel('Ваше имя и фамилия').fill('Анна Владимировна')
  await owner.getByLabel('Электронная почта').fill('anna@example.test')
  await owner.getByRole('textbox', { name: 'Пароль' }).fill('короткий')
  await owner.getByRole('button', { name: 'Создать компанию' }).click()
  await sees(owner, 'Нужно хотя бы 10 знаков')
  await owner.getByRole('textbox', { name: 'Пароль' }).fill('очень длинный пароль')
  await shot(owner, '01-register')
  await owner.getByRole('button', { name: 'Создать компанию' }).click()
  await expect(owner.getByRole('heading', { level: 1 })).toContainText('Здравствуйте, Анна')
  await shot(owner, '01-home-of-new-company')
}

/** A manager is invited by a link, and joins with a password of her own (S14). */
export async function inviteManager(cast: Cast): Promise<void> {
  const { owner, manager, shot } = cast
  await go(owner, 'Настройки')
  await owner.getByRole('link', { name: 'Сотрудники' }).click()
  await owner.getByRole('button', { name: 'Пригласить сотрудника' }).first().click()
  const dialog = owner.getByRole('dialog', { name: 'Пригласить сотрудника' })
  await dialog.getByLabel('Имя и фамилия').fill('Ольга Санько')
  await dialog.getByRole('button', { name: 'Пригласить' }).click()
  const link = await handedOver(owner)
  await shot(owner, '01-invitation')
  await owner.getByRole('button', { name: 'Готово' }).click()
  await manager.goto(link)
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('ГородСервис')
  await sees(manager, 'Ваша роль: Менеджер')
  await manager.getByLabel('Электронная почта').fill('olga@example.test')
  await manager.getByRole('textbox', { name: 'Пароль' }).fill('ещё один длинный пароль')
  await shot(manager, '01-join')
  await manager.getByRole('button', { name: 'Присоединиться' }).click()
  await expect(manager.getByRole('heading', { level: 1 })).toContainText('Здравствуйте, Ольга')
  await usedUp(cast, link)
}

/** An invitation is for one person: whoever comes second is told so. */
async function usedUp({ marina }: Cast, link: string): Promise<void> {
  await marina.goto(link)
  await sees(marina, 'Приглашение устарело, отозвано или уже принято')
}

/** Who the company is on paper, when the first invoice asks for it; check digits are looked at (S77). */
export async function fillOurRequisites({ owner, shot }: Cast): Promise<void> {
  await go(owner, 'Настройки')
  const field = (name: string) => owner.getByLabel(name, { exact: true })
  await field('Полное название').fill(SELLER.legal_name ?? '')
  await field('Короткое название').fill(SELLER.short_name ?? '')
  await field('УНП').fill(SELLER.tax_number ?? '')
  await field('Юридический адрес').fill(SELLER.legal_address ?? '')
  await field('Банк').fill(SELLER.bank_name ?? '')
  await field('Расчётный счёт (IBAN)').fill('BY21OLMP31350000001000000933')
  await field('БИК банка (SWIFT)').fill(SELLER.bic ?? '')
  await field('Кто подписывает').fill(SELLER.signatory_name ?? '')
  await field('Должность').fill(SELLER.signatory_position ?? '')
  await field('Действует на основании').fill(SELLER.signatory_basis ?? '')
  await owner.getByRole('button', { name: 'Сохранить' }).click()
  await sees(owner, 'Контрольные цифры не сходятся')
  await field('Расчётный счёт (IBAN)').fill(SELLER.account ?? '')
  await owner.getByRole('button', { name: 'Сохранить' }).click()
  await expect(owner.getByText('Контрольные цифры не сходятся')).toBeHidden()
  await shot(owner, '10-our-requisites')
}

/** By the rail, as people go. */
export async function go(page: Page, section: string): Promise<void> {
  await page.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: section }).click()
  await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible()
}

/** The link that is shown once, as the person who got it would have it. */
export async function handedOver(page: Page, label = 'Ссылка'): Promise<string> {
  const link = page.getByRole('dialog').getByRole('textbox', { name: label })
  await expect(link).toHaveValue(/^http/)
  return link.inputValue()
}
