import { expect, type Page } from '@playwright/test'
import { CUSTOMER, drag, sees, type Cast } from './cast.ts'
import { openOrder } from './orders.ts'
import { fillOurRequisites } from './owner.ts'
import { fillTheirRequisites } from './roster.ts'

/** Before the act the order cannot be completed: the card springs back and says why (S57). */
export async function completeTooEarly({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('navigation', { name: 'Разделы' }).getByRole('link', { name: 'Воронки' }).click()
  const card = manager.getByRole('article').filter({ hasText: 'световой короб' })
  await drag(card, manager.getByRole('button', { name: /Завершён, развернуть колонку/ }))
  await expect(manager.getByRole('alert')).toContainText('остался в «Закрывающие документы»')
  await expect(manager.getByRole('alert')).toContainText('Сначала выставьте акт')
  await expect(manager.getByRole('region', { name: 'Закрывающие документы' }).getByText('световой короб')).toBeVisible()
  await shot(manager, '11-completing-refused')
}

/** Without requisites there is no invoice: the dialog says which, and where to fill them in (S77). */
export async function lackRequisites({ manager, shot }: Cast): Promise<void> {
  await openOrder({ manager })
  await manager.getByRole('button', { name: 'Выписать счёт и акт' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Счёт и акт' })
  await sees(dialog, 'Без этих реквизитов документ не выписать')
  await expect(dialog.getByRole('button', { name: 'Выписать документы' })).toBeDisabled()
  await shot(manager, '10-requisites-missing')
  await dialog.getByRole('button', { name: 'Отмена' }).click()
}

/** Invoice and act: sum, VAT line, sum in words; as PDF (S56, S77). */
export async function issuePapers(cast: Cast): Promise<void> {
  const { manager, shot } = cast
  await fillOurRequisites(cast)
  await fillTheirRequisites(cast)
  await openOrder({ manager })
  await manager.getByRole('button', { name: 'Выписать счёт и акт' }).click()
  const dialog = manager.getByRole('dialog', { name: 'Счёт и акт' })
  await sees(dialog, /Итого 1\s860,00\sBYN/)
  await sees(dialog, 'в т. ч. НДС 310,00')
  await sees(dialog, /Одна тысяча восемьсот шестьдесят белорусских рублей/i)
  await shot(manager, '10-papers')
  await dialog.getByRole('button', { name: 'Выписать документы' }).click()
  await sees(dialog, 'Документы выписаны')
  await shot(manager, '10-issued')
  await dialog.getByRole('button', { name: 'Закрыть', exact: true }).last().click()
}

/** The customer downloads both at his link; the bytes are the same at every download and on both sides (S56). */
export async function download({ marina, manager, shot }: Cast): Promise<void> {
  await marina.reload()
  await expect(marina.getByRole('link', { name: /^Скачать: / }).first()).toBeVisible()
  await shot(marina, '10-customer-papers')
  const theirs = await bytesOf(marina, marina.getByRole('link', { name: /^Скачать: / }))
  await manager.getByRole('tab', { name: /Документы/ }).click()
  const ours = await bytesOf(manager, manager.getByRole('link', { name: /^(Счёт|Акт) № / }))
  await shot(manager, '10-papers-of-order')
  expect(theirs).toHaveLength(2)
  for (const pdf of theirs) expect(pdf.slice(0, 8)).toBe(Buffer.from('%PDF-1').toString('base64').slice(0, 8))
  expect(theirs.toSorted()).toEqual(ours.toSorted())
}

async function bytesOf(page: Page, links: ReturnType<Page['getByRole']>): Promise<string[]> {
  const addresses = await links.evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
  const files: string[] = []
  for (const address of addresses) {
    const answer = await page.request.get(address)
    expect(answer.ok()).toBe(true)
    files.push((await answer.body()).toString('base64'))
  }
  return files
}

/** Completed: read-only from here on (S57). */
export async function complete({ manager, marina, shot }: Cast): Promise<void> {
  await manager.getByRole('tab', { name: 'Обзор' }).click()
  await manager.getByRole('button', { name: 'Завершить заказ' }).click()
  const dialog = manager.getByRole('dialog', { name: /^Завершить заказ № / })
  await dialog.getByRole('button', { name: 'Завершить заказ' }).click()
  await expect(manager.getByRole('button', { name: 'Открыть заново' })).toBeVisible()
  await sees(manager, 'Завершён')
  await expect(manager.getByRole('button', { name: 'Изменить договорённости' })).toBeHidden()
  await manager.getByRole('button', { name: 'Другие действия' }).click()
  await sees(manager, 'Заказ завершён и не меняется')
  await shot(manager, '11-completed')
  await manager.keyboard.press('Escape')
  await marina.reload()
  await expect(marina.getByRole('heading', { level: 1 })).toContainText('Заказ завершён')
}

/** Reopening wants a reason and stands in the history (S57). */
export async function reopen({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('button', { name: 'Открыть заново' }).click()
  const dialog = manager.getByRole('dialog', { name: /заново/ })
  await dialog.getByLabel('Зачем').fill('Заказчик просит ещё один короб')
  await dialog.getByRole('button', { name: 'Открыть заново' }).click()
  await expect(dialog).toBeHidden()
  await manager.getByRole('tab', { name: 'История' }).click()
  await sees(manager, /Заказчик просит ещё один короб/)
  await shot(manager, '13-history')
}

/** The counterparty's own card has the order and the papers. */
export async function seeCounterparty({ manager, shot }: Cast): Promise<void> {
  await manager.getByRole('link', { name: CUSTOMER }).first().click()
  await sees(manager, 'световой короб')
  await shot(manager, '13-counterparty')
}
