import { readFileSync } from 'node:fs'
import { expect, type Locator } from '@playwright/test'
import { strFromU8, unzipSync } from 'fflate'
import { drag, ORDER, sees, type Cast } from './cast.ts'
import { go } from './owner.ts'

/** Figures of a row as hundredths, the way the screen groups them. */
async function figures(row: Locator): Promise<number[]> {
  const words = (await row.getByRole('cell').allInnerTexts()).map((cell) => cell.trim())
  return words.filter((cell) => /^[\d\s]+,\d\d$/.test(cell)).map((cell) => Number(cell.replaceAll(/\D/g, '')))
}

/** Order → worker → entries; each figure opens, and they agree (S6, S64). */
async function openReport({ manager, shot }: Cast): Promise<number[]> {
  await go(manager, 'Отчёты')
  const row = (words: string) => manager.getByRole('row').filter({ hasText: words })
  await expect(row(ORDER)).toContainText('5,1')
  await manager
    .getByRole('button', { name: /Раскрыть заказ № / })
    .first()
    .click()
  // 3:09 and 1:59 at 28,37.
  await expect(row('Монтаж короба')).toContainText('89,37')
  await expect(row('Подключение')).toContainText('56,27')
  await shot(manager, '12-report')
  const [labour = 0, price = 0, margin = 0] = (await figures(row(ORDER))).slice(-3)
  const [pavel = 0, igor = 0] = [
    (await figures(row('Павел Жук'))).at(-1),
    (await figures(row('Игорь Лисовский'))).at(-1),
  ]
  expect([price, pavel + igor, price - labour]).toEqual([186_000, labour, margin])
  return [labour, margin]
}

/** The sheet has real numbers, not words that look like them (S64). */
async function takeSheet({ manager }: Cast, known: number[]): Promise<void> {
  const waiting = manager.waitForEvent('download')
  await manager.getByRole('link', { name: 'Выгрузить в XLSX' }).click()
  const file = await (await waiting).path()
  const sheets = Object.entries(unzipSync(readFileSync(file))).filter(([name]) => /worksheets\/sheet/.test(name))
  const cells = sheets.map(([, sheet]) => strFromU8(sheet)).join('')
  for (const figure of known) expect(cells).toContain(`<v>${figure / 100}</v>`)
}

/** A later rate from an earlier day changes nothing that was logged (S7). */
async function changeRate({ manager, shot }: Cast, known: number[]): Promise<void> {
  await go(manager, 'Исполнители')
  await manager.getByRole('table').getByText('Павел Жук').click()
  await manager.getByRole('button', { name: 'Новая ставка' }).click()
  await manager.getByLabel('Стоимость часа').fill('99')
  await manager.getByLabel('Действует с').fill('02.01.2026')
  await shot(manager, '12-new-rate')
  await manager.getByRole('button', { name: 'Записать ставку' }).click()
  await sees(manager, /99,00\sBYN в час/)
  await go(manager, 'Отчёты')
  const row = manager.getByRole('row').filter({ hasText: ORDER })
  await expect(row).toBeVisible()
  const [labour, , margin] = (await figures(row)).slice(-3)
  expect([labour, margin]).toEqual(known)
}

/** What the order cost, as a sheet, and unmoved by a later rate. */
export async function countCosts(cast: Cast): Promise<void> {
  const known = await openReport(cast)
  await takeSheet(cast, known)
  await changeRate(cast, known)
}

/** A card is dragged; a move that may not be springs back with its reason (S3, S40). */
export async function dragOnBoard({ manager, shot }: Cast): Promise<void> {
  await go(manager, 'Воронки')
  const column = (name: string) => manager.getByRole('region', { name, exact: true })
  const card = (words: string) => manager.getByRole('article').filter({ hasText: words })
  await drag(card('Филипенко'), column('Согласование условий'))
  await expect(manager.getByRole('alert')).toContainText('Сначала укажите заказчика')
  await expect(column('Новый').getByText('Филипенко').first()).toBeVisible()
  await shot(manager, '13-drag-refused')
  await drag(card('Протекает'), column('Согласование условий'))
  await expect(column('Согласование условий').getByText('Протекает').first()).toBeVisible()
  await manager.reload()
  await expect(column('Согласование условий').getByText('Протекает').first()).toBeVisible()
  await shot(manager, '13-board')
}

/** The list says in its address what it shows (S66). */
export async function filterList({ manager, owner, shot }: Cast): Promise<void> {
  await manager.getByText('Список', { exact: true }).click()
  await expect(manager.getByRole('row').filter({ hasText: ORDER })).toBeVisible()
  await manager.getByRole('searchbox').or(manager.getByPlaceholder('Номер, слова, адрес')).first().fill('Протекает')
  await expect(manager.getByRole('row').filter({ hasText: ORDER })).toBeHidden()
  await expect(manager).toHaveURL(/search=/)
  await shot(manager, '13-list')
  await owner.goto(manager.url())
  await expect(owner.getByRole('row').filter({ hasText: 'Протекает' })).toBeVisible()
  await expect(owner.getByRole('row').filter({ hasText: ORDER })).toBeHidden()
}
