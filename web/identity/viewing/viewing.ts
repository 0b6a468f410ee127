import { useEffect, useState } from 'react'
import { beginViewing, endViewing, type ViewingWish } from '#contract/access/viewing.ts'
import type { Me } from '#contract/people.ts'
import { call } from '#web/platform/call.ts'

const BACK = 'viewing.back'

/** Looks with the eyes of another from now on. The page is loaded anew, so that nothing of one's own stays in memory. */
export async function beginToView(wish: ViewingWish): Promise<void> {
  const { kind } = await call(beginViewing, wish)
  sessionStorage.setItem(BACK, location.pathname + location.search)
  location.assign(kind === 'performer' ? '/f/' : '/')
}

/** Back to where it began, with one's own eyes. */
export async function endTheView(): Promise<void> {
  await call(endViewing, {})
  goBack()
}

function goBack(): void {
  const back = sessionStorage.getItem(BACK)
  sessionStorage.removeItem(BACK)
  location.assign(back?.startsWith('/') ? back : '/')
}

/**
 * Loads the page anew when the view begins or ends elsewhere (in another tab, or by its time): whoever's it was, what is
 * on the screen is not his any more.
 */
export function useViewing(viewing: Me['viewing']): void {
  const [first] = useState(viewing?.until)
  const until = viewing?.until
  useEffect(() => {
    if (until !== first) goBack()
  }, [until, first])
  useEffect(() => {
    if (!until) return
    const timer = setTimeout(goBack, Math.max(0, Date.parse(until) - Date.now()))
    return () => clearTimeout(timer)
  }, [until])
}
