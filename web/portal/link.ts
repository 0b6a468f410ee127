import { useQueryClient } from '@tanstack/react-query'
import { openLink, type Purchase } from '#contract/portal.ts'
import { call } from '#web/platform/call.ts'
import { setTimeZone } from '#web/platform/zone.ts'
import { Problem } from '#web/platform/problem.ts'

/** The two parts of the personal link in the page's address: `/z/<id>.<secret>`. */
export const [link_id = '', secret = ''] = (location.pathname.split('/')[2] ?? '').split('.')

export const fileUrl = (file_id: string, width?: number): string =>
  `/api/portal/${link_id}/files/${file_id}${width ? `?w=${width}` : ''}`

/** The order behind the link; the browser keeps the secret for pictures and answers. */
export async function openPurchase(): Promise<Purchase> {
  if (!/^[0-9a-f-]{36}$/.test(link_id) || !secret) throw new Problem(404, { code: 'portal.link_missing' })
  const purchase = await call(openLink, { link_id, secret }, taken())
  setTimeZone(purchase.time_zone, purchase.clock)
  return purchase
}

/** Under what the order is kept on this page. */
export const PURCHASE = ['purchase'] as const

/** Shows the order as the answer to a decision has it, without waiting for another question to the server. */
export function useShow(): (decided: Purchase) => void {
  const client = useQueryClient()
  return (decided) => void client.setQueryData(PURCHASE, decided)
}

declare global {
  /** The answer that open.js asked for ahead of the page's code. */
  var opening: Promise<Response> | undefined
}

/** The answer that is on its way, once: whoever asks again asks anew, and open.js, should it come later, not at all. */
function taken(): { ahead?: Promise<Response> } {
  const ahead = globalThis.opening
  globalThis.opening = undefined
  return ahead ? { ahead } : {}
}
