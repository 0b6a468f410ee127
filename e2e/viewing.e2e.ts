import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** What these pages offer to who looks with his own eyes. */
const OFFERS: readonly (readonly [string, RegExp])[] = [
  ['/counterparties?new=1', /^Добавить/],
  ['/performers?new=1', /^Добавить|списком/],
  ['/pools?new=1', /^Новый пул|^Добавить/],
  ['/structure?new=true', /^Пригласить/],
  ['/settings/people?new=1', /^Пригласить|ссылка/],
  ['/settings/absences?new=true', /^Добавить/],
  ['/performers/list', /^Проверить/],
  ['/settings', /^Сохранить/],
]

inDemo(
  'S93: with the eyes of another one sees what he sees, is offered to begin nothing, and comes back',
  async ({ atDesk, onPhone, shot }) => {
    for (const [size, at] of [
      ['desk', atDesk],
      ['phone', onPhone],
    ] as const) {
      const anna = await at(`anna-${size}`)
      await signIn(anna, 'anna@gorodservis.example')
      await anna.goto('/orders')
      await expect(anna.getByRole('button', { name: 'Новый заказ' }).first()).toBeVisible()
      await anna.goto('/settings/roles')
      await anna.getByRole('button', { name: 'Посмотреть как роль «Менеджер»' }).first().click()

      const banner = anna.getByRole('complementary', { name: 'Просмотр глазами другого' })
      await expect(banner).toContainText('Смотрите как роль «Менеджер»')
      await expect(anna.getByRole('button', { name: /^Создать/ })).toHaveCount(0)
      await anna.goto('/orders')
      await expect(anna.getByRole('heading', { level: 1 })).toBeVisible()
      await shot(anna, `viewing-board-${size}`)
      await expect(anna.getByRole('button', { name: 'Новый заказ' })).toHaveCount(0)
      // An address that asks for the form is an offer too.
      await anna.goto('/orders?view=list&new=1')
      await expect(anna.getByRole('link', { name: /^№|^[А-Я]/ }).first()).toBeVisible()
      await expect(anna.getByRole('dialog')).toHaveCount(0)

      // Nor do other pages offer to write anything, nor the cards on them.
      for (const [path, offer] of OFFERS) {
        await anna.goto(path)
        await expect(anna.getByRole('heading').first()).toBeVisible()
        await expect(anna.getByRole('button', { name: offer })).toHaveCount(0)
        await expect(anna.getByRole('link', { name: offer })).toHaveCount(0)
        await expect(anna.getByRole('dialog')).toHaveCount(0)
      }

      await banner.getByRole('button', { name: 'Закончить просмотр' }).click()
      await expect(banner).toHaveCount(0)
      await anna.goto('/orders')
      await expect(anna.getByRole('button', { name: 'Новый заказ' }).first()).toBeVisible()
    }
  },
)
