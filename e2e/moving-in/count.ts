import type { Page } from '@playwright/test'

/** `clicks`: presses of a button, link or choice by hand; `screens`: pages that were opened, dialogs among them. */
export type Count = { clicks: number; screens: number }

/** Counts what a person does on a page from now on, whatever he opens there. */
export async function counting(page: Page): Promise<{ now: () => Promise<Count>; add: (count: Count) => void }> {
  const count: Count = { clicks: 0, screens: 0 }
  await page.exposeFunction('countClick', () => {
    count.clicks += 1
  })
  await page.exposeFunction('countScreen', () => {
    count.screens += 1
  })
  await page.addInitScript(watch)
  return {
    now: async () => {
      // What the page has told by now has come before this answer.
      await page.evaluate(() => 0)
      return { ...count }
    },
    add: ({ clicks, screens }) => {
      count.clicks += clicks
      count.screens += screens
    },
  }
}

/** In the page. A field is filled by typing, so a click into it is none of the steps. */
function watch(): void {
  const told = globalThis as unknown as { countClick: () => void; countScreen: () => void }
  addEventListener(
    'click',
    ({ isTrusted, target }) => {
      const field = target instanceof Element && target.closest('input:not([type=radio], [type=checkbox]), textarea')
      if (isTrusted && !field) told.countClick()
    },
    true,
  )
  let shown = ''
  const look = (): void => {
    const place = location.pathname + (document.querySelector('dialog, [role=dialog]') ? '#dialog' : '')
    if (place === shown) return
    shown = place
    told.countScreen()
  }
  document.addEventListener('DOMContentLoaded', () => {
    look()
    new MutationObserver(look).observe(document.body, { childList: true, subtree: true })
  })
}
