import { inDemo, signIn } from './in-demo.ts'
import { expect } from './story.ts'

inDemo('S39: a call becomes an order while it lasts, and the two name each other', async ({ atDesk, shot }) => {
  const olga = await atDesk('olga')
  await signIn(olga, 'olga@gorodservis.example')
  await olga.goto('/contacts')
  await expect(olga.getByRole('button', { name: /Пётр Семашко/ })).toBeVisible()
  await shot(olga, 'phone-list')

  // The number finds who calls; a line says what about.
  await olga.getByRole('button', { name: 'Записать звонок' }).click()
  const dialog = olga.getByRole('dialog', { name: 'Записать звонок' })
  await dialog.getByLabel('Телефон').fill('8 029 663 18 12')
  await expect(dialog).toContainText('Пётр Семашко, ЖСПК «Филипенко 12»')
  await dialog.getByLabel('О чём говорили').fill('Нужен сантехник завтра к 12, Филипенко 12, течёт кран в подвале')
  await dialog.getByRole('button', { name: 'Записать', exact: true }).click()
  await expect(dialog).toHaveCount(0)

  const words = olga.getByRole('log', { name: 'Сообщения' })
  await expect(words).toContainText('течёт кран в подвале')
  await olga.getByRole('button', { name: 'Создать заказ из этого сообщения' }).last().click()
  const card = olga.getByRole('region', { name: 'Новый заказ' })
  // What was read is offered: who is wanted, where; the customer is known.
  await expect(card).toContainText('сантехники × 1')
  await expect(card).toContainText('ул. Филипенко, 12')
  await expect(card).toContainText('ЖСПК «Филипенко 12»')
  await shot(olga, 'phone-order')
  await card.getByRole('button', { name: 'Создать заказ' }).click()
  await expect(card).toHaveCount(0)

  const about = olga.getByRole('complementary', { name: 'О собеседнике' })
  const made = about.getByRole('link', { name: /кран/ }).first()
  await expect(made).toBeVisible()
  await made.click()
  await expect(olga.getByText(/^Звонок/).first()).toBeVisible()
  const talks = olga.getByRole('link', { name: /^Пётр Семашко, Звонок/ })
  await expect(talks).toBeVisible()
  await shot(olga, 'phone-card')
  await talks.click()
  await expect(words).toContainText('течёт кран в подвале')
})
