import type { Page } from '@playwright/test'
import { expect } from '../story.ts'

type Placed = { id: string; name: string; head_id: string | null; confirmed: boolean; performers: number }

/** Who stands under whom, by name, as the company's own program reads it. */
export async function treeSeenBy(page: Page): Promise<Record<string, string | null>> {
  const rows = await page.evaluate(
    async () => ((await (await fetch('/api/structure')).json()) as { rows: Placed[] }).rows,
  )
  const names = new Map(rows.map(({ id, name }) => [id, name]))
  return Object.fromEntries(rows.map(({ name, head_id }) => [name, head_id && (names.get(head_id) ?? null)]))
}

/** The picture shows everybody. */
export async function seeAll(page: Page, names: readonly string[]): Promise<void> {
  await page.goto('/people/structure')
  for (const name of names) await expect(page.getByRole('treeitem', { name: new RegExp(`^${name}`) })).toBeVisible()
}
