import { useEffect, useRef } from 'react'
import { setLocale } from '#contract/access/account.ts'
import type { Me } from '#contract/people.ts'
import { call } from '#web/platform/call.ts'
import { locale } from '#web/platform/words.ts'

/** Tells the server in which language this person reads: letters to him come in it. What fails is told next time. */
export function useOwnLocale({ user, viewing }: Pick<Me, 'user' | 'viewing'>): void {
  const told = useRef(user.locale)
  const spoken = locale()
  useEffect(() => {
    if (viewing !== null || spoken === told.current) return
    told.current = spoken
    call(setLocale, { locale: spoken }).catch(() => {})
  }, [viewing, spoken])
}
