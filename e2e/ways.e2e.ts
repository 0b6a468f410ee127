import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

inDemo(
  'S93: a page that one may not open says so and leads home, at a desk and on a phone',
  async ({ atDesk, shot }) => {
    const olga = await atDesk('olga')
    await signIn(olga, 'olga@gorodservis.example')
    await olga.goto('/settings/security')
    const denied = olga.getByRole('alert').filter({ hasText: 'Нет доступа' })
    await expect(denied).toContainText('Настройки компании меняют владелец и администратор')
    await expect(denied.getByRole('button', { name: 'Повторить' })).toHaveCount(0)
    await shot(olga, 'denied')
    await olga.setViewportSize({ width: 390, height: 844 })
    await shot(olga, 'denied-390')
    await denied.getByRole('link', { name: 'Главная' }).click()
    await expect(olga.getByRole('heading', { level: 1 })).toContainText('Здравствуйте, Ольга')
  },
)

inDemo('on a phone the open tab stands in view, however many stand before it', async ({ atDesk, shot }) => {
  const olga = await atDesk('olga')
  await signIn(olga, 'olga@gorodservis.example')
  await olga.setViewportSize({ width: 390, height: 844 })
  await olga.goto('/settings/reply-templates')
  const open = olga.getByRole('navigation').locator('[aria-current=page]', { hasText: 'Шаблоны' })
  // All but the line of ink under it, which lies over the border of the row.
  await expect(open).toBeInViewport({ ratio: 0.95 })
  await shot(olga, 'tab-in-view-390')
})
