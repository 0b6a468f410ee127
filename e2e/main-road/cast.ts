import { expect, type Locator, type Page } from '@playwright/test'

/** Who walks the main road, each in a browser of his own. */
export type Cast = {
  owner: Page
  manager: Page
  /** Performers and the customer hold a phone. */
  pavel: Page
  igor: Page
  marina: Page
  shot: (page: Page, name: string) => Promise<void>
}

/** What must never reach the customer's browser. */
export const SECRETS = {
  /** Павел's hour, as a person types it. */
  rate: '28,37',
  /** The same as the server keeps it. */
  rate_minor: '2837',
  inside: 'Между нами: люстру уронили ещё в прошлом году',
}

export const ORDER = 'Подключить световой короб'
export const REQUEST = '10 марта к 12:00 нужны два электрика на ул. Кальварийская, 41, подключить световой короб'
export const TASK = 'Монтаж и подключение короба'
export const REWORK = 'Устранить мигание в левом углу'
export const CUSTOMER = 'ООО «Бизнес-центр Немига»'

/** The words stand somewhere on it. */
export const sees = (where: Page | Locator, words: string | RegExp): Promise<void> =>
  expect(where.getByText(words).first()).toBeVisible()

/** By the mouse, as a hand does it: picked up, moved, and put down where the target stands by then. */
export async function drag(card: Locator, to: Locator): Promise<void> {
  const { mouse } = card.page()
  await card.hover({ position: { x: 40, y: 12 } })
  await mouse.down()
  const from = await card.boundingBox()
  await mouse.move((from?.x ?? 0) + 60, (from?.y ?? 0) + 30, { steps: 4 })
  for (const steps of [6, 2]) {
    const box = await to.boundingBox()
    if (!box) throw new Error('there is nowhere to drop it')
    await mouse.move(box.x + box.width / 2, box.y + Math.min(box.height / 2, 120), { steps })
  }
  await mouse.up()
}
