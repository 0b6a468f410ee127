import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

/** Three pages of the list, and more people than any screen holds. */
const NEW = 150

inDemo(
  'S2 S24: of many performers the load draws those that are seen, goes on by itself, and keeps its head, names and focus',
  async ({ atDesk, onPhone, shot }) => {
    const anna = await atDesk('anna')
    await signIn(anna, 'anna@gorodservis.example')
    const status = await anna.evaluate(async (count) => {
      const lines = Array.from({ length: count }, (_, n) => ({
        name: `Бурильщик ${String(n + 1).padStart(3, '0')}`,
        phone: `+37533${String(6_000_000 + n)}`,
        // The last of the trades by name.
        specialities: 'Ямобуры',
        rate: '',
      }))
      const headers = { 'content-type': 'application/json', 'idempotency-key': crypto.randomUUID().replaceAll('-', '') }
      return (await fetch('/api/performers/many', { method: 'POST', headers, body: JSON.stringify({ lines }) })).status
    }, NEW)
    expect(status).toBe(200)

    await anna.goto('/performers/load')
    const grid = anna.getByRole('table', { name: 'Загрузка' })
    const names = grid.getByRole('rowheader')
    const drawn = () => grid.locator('tbody button[data-day]').count()
    await expect(names.first()).toBeVisible()
    const all = Number(await grid.getAttribute('aria-rowcount'))
    expect(all).toBeGreaterThan(NEW)
    const few = await drawn()
    expect(few).toBeLessThan(50 * 14)

    // By keys from the first day of the first person far below what was drawn; the focus takes the page along.
    const first = grid.locator('tbody button[data-day]').first()
    await first.focus()
    for (let step = 0; step < 60; step++) await anna.keyboard.press('ArrowDown')
    const held = anna.locator('button[data-day]:focus')
    await expect(held).toBeInViewport()
    const row = anna.locator('tr', { has: held })
    // Who is quicker than the next page comes to its end, and goes on when it is there.
    await expect
      .poll(async () => {
        await anna.keyboard.press('ArrowDown')
        return Number(await row.getAttribute('aria-rowindex'))
      })
      .toBeGreaterThan(60)
    await expect(held).toBeInViewport()
    await expect(grid.getByRole('columnheader', { name: 'Исполнитель' })).toBeInViewport()

    // By the wheel to the end: further people come without a press, and the line of the focus is not lost.
    const last = grid.getByRole('rowheader', { name: new RegExp(`^Бурильщик ${NEW}`) })
    await expect
      .poll(async () => {
        await grid.evaluate((table) => table.parentElement!.scrollBy(0, 4000))
        return last.isVisible()
      })
      .toBe(true)
    await expect(held).toHaveCount(1)
    expect(await drawn()).toBeLessThan(70 * 14)
    await shot(anna, 'load-many')

    // On paper stand all.
    await anna.evaluate(() => dispatchEvent(new Event('beforeprint')))
    expect(await grid.locator('tbody tr[aria-rowindex]').count()).toBe(all - 2)
    await anna.evaluate(() => dispatchEvent(new Event('afterprint')))
    await expect.poll(drawn).toBeLessThan(70 * 14)

    const phone = await onPhone('anna')
    await signIn(phone, 'anna@gorodservis.example')
    await phone.goto('/performers/load?view=week')
    await expect(phone.getByRole('rowheader').first()).toBeVisible()
    await shot(phone, 'load-many-phone')
  },
)
