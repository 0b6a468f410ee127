import type { Locator } from '@playwright/test'
import { inDemo, signIn } from './in-demo.ts'
import { drag } from './main-road/cast.ts'
import { expect } from './story.ts'

/** The nearest row above that stands one level higher: the head as the list shows him. */
const headOf = (row: Locator): Promise<string | null> =>
  row.evaluate((element) => {
    const level = Number(element.getAttribute('aria-level'))
    for (let above = element.previousElementSibling; above; above = above.previousElementSibling)
      if (Number(above.getAttribute('aria-level')) === level - 1) return above.getAttribute('aria-label')
    return null
  })

inDemo(
  'S18: in «Структура» a person goes under another head by the mouse, by keys, and back again',
  async ({ atDesk, shot }) => {
    const anna = await atDesk('anna')
    await signIn(anna, 'anna@gorodservis.example')
    await anna.goto('/people/structure?as=list')
    const row = (name: string) => anna.getByRole('treeitem', { name: new RegExp(`^${name}`) })
    await expect(row('Анна Владимирова')).toBeVisible()
    const openAll = anna.getByRole('button', { name: 'Развернуть всё' })
    if (await openAll.isVisible()) await openAll.click()
    await expect.poll(() => headOf(row('Максим Гончар'))).toMatch(/^Ольга Санько/)

    // By the mouse; the toast takes it back.
    await drag(row('Максим Гончар'), row('Дмитрий Левчук'))
    await expect.poll(() => headOf(row('Максим Гончар'))).toMatch(/^Дмитрий Левчук/)
    await shot(anna, 'structure-moved')
    await anna.getByRole('button', { name: /^Вернуть/ }).click()
    await expect.poll(() => headOf(row('Максим Гончар'))).toMatch(/^Ольга Санько/)

    // Who leads others is asked about: with them, and a head below him is none.
    await drag(row('Ольга Санько'), row('Дмитрий Левчук'))
    const asked = anna.getByRole('dialog', { name: 'Перевести: Ольга Санько' })
    await expect(asked.getByRole('radio', { name: 'Переходят вместе с ним' })).toBeChecked()
    await anna.keyboard.press('Escape')
    await expect(asked).toHaveCount(0)
    await expect.poll(() => headOf(row('Ольга Санько'))).toMatch(/^Анна Владимирова/)

    // By keys alone: to the person, into his panel, to the new head.
    await row('Анна Владимирова').focus()
    for (let step = 0; step < 20; step++) {
      if (await row('Максим Гончар').evaluate((element) => element === document.activeElement)) break
      await anna.keyboard.press('ArrowDown')
    }
    await expect(row('Максим Гончар')).toBeFocused()
    await anna.keyboard.press('Enter')
    const move = anna.getByRole('button', { name: 'Перевести', exact: true })
    await move.focus()
    await anna.keyboard.press('Enter')
    const dialog = anna.getByRole('dialog', { name: 'Перевести: Максим Гончар' })
    await dialog.getByLabel('Новый руководитель').focus()
    await anna.keyboard.type('Левчук')
    await expect(anna.getByRole('option', { name: 'Дмитрий Левчук' })).toBeVisible()
    await anna.keyboard.press('ArrowDown')
    await anna.keyboard.press('Enter')
    await dialog.getByRole('button', { name: 'Перевести' }).focus()
    await anna.keyboard.press('Enter')
    await expect(dialog).toHaveCount(0)
    await expect.poll(() => headOf(row('Максим Гончар'))).toMatch(/^Дмитрий Левчук/)
  },
)
