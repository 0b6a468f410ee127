import type { Page } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** The dialog in which a task of this order is given. */
async function giveTaskOf(page: Page, title: string) {
  await page.goto('/orders?view=list')
  await page.getByText(title).first().click()
  await page
    .getByRole('button', { name: /^(Назначить исполнителей|Дать задачу)$/ })
    .first()
    .click()
  const dialog = page.getByRole('dialog', { name: 'Задача исполнителям' })
  await expect(dialog.getByLabel('Ваш пул')).toBeVisible()
  return dialog
}

inDemo(
  'S22 S23 S24 S36: another’s performer is asked of his curator and then assigned; a pool is handed over with its tasks',
  async ({ atDesk, shot }) => {
    const [olga, dmitry] = [await atDesk('olga'), await atDesk('dmitry')]
    await signIn(olga, 'olga@gorodservis.example')
    await signIn(dmitry, 'dmitry@gorodservis.example')

    // Own people first; another's only by his curator, who is named.
    const dialog = await giveTaskOf(olga, 'Свет в тамбуре, подъезд 2')
    await dialog.getByLabel('Имя или телефон').fill('Рудько')
    const others = dialog.getByRole('region', { name: 'Другие пулы' })
    await expect(others.getByText('куратор Дмитрий Левчук')).toBeVisible()
    await expect(others.getByRole('checkbox')).toHaveCount(0)
    await others.getByRole('button', { name: 'Запросить: Денис Рудько' }).click()
    const ask = olga.getByRole('dialog', { name: 'Запросить: Денис Рудько' })
    await ask.getByLabel('Зачем').fill('Нужен сантехник на час')
    await shot(olga, 'pools-ask')
    await ask.getByRole('button', { name: 'Отправить запрос' }).click()
    await expect(others.getByText('ждём ответа куратора')).toBeVisible()

    // It waits for the curator, who lets him go.
    await dmitry.goto('/')
    await dmitry
      .getByRole('link', { name: /Просят вашего исполнителя.*Нужен сантехник на час/ })
      .first()
      .click()
    await dmitry.getByRole('button', { name: 'Разрешить: Денис Рудько' }).click()
    await expect(dmitry.getByText('Разрешено: Денис Рудько')).toBeVisible()

    // The screen of who asked hears it by itself.
    await others.getByRole('checkbox', { name: 'Денис Рудько' }).check()
    await dialog.getByLabel('Что сделать').fill('Проверить стояк')
    await dialog.getByRole('button', { name: 'Дать задачу' }).click()
    await expect(dialog).toBeHidden()

    await handOver(olga)
    await shot(olga, 'pools-handed')
    await dmitry.goto('/pools?mine=1')
    await expect(dmitry.getByRole('row', { name: /^Электрики.*Дмитрий Левчук/ })).toBeVisible()
  },
)

/** What goes along is seen first, and goes in one step. */
async function handOver(page: Page): Promise<void> {
  await page.goto('/pools')
  await page.getByRole('row', { name: /^Электрики/ }).click()
  await page.getByRole('button', { name: 'Передать пул' }).click()
  const dialog = page.getByRole('dialog', { name: 'Передать пул «Электрики»' })
  await dialog.getByRole('combobox', { name: 'Кому' }).click()
  await page.getByRole('option', { name: /Дмитрий Левчук/ }).click()
  const tasks = dialog.getByRole('region', { name: /Перейдут открытые задачи/ })
  await expect(tasks.getByText('Монтаж и подключение короба')).toBeVisible()
  await dialog.getByRole('button', { name: 'Передать', exact: true }).click()
  await expect(page.getByText(/Пул ведёт Дмитрий Левчук/)).toBeVisible()
  await expect(dialog).toBeHidden()
}
