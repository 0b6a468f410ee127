import { getMe, type Me } from '#contract/people.ts'
import { useReply } from '#web/platform/ask.ts'

/** Who is signed in, and where. */
export const useMe = (): Me => useReply(getMe, {})

/** Whether the role may do such a thing at all; whether to this very thing, the thing's own `can` says. */
export function useRight(): (right: string) => boolean {
  const { member } = useMe()
  return (right) => member?.rights.includes(right) ?? false
}

/** Whether he may begin such a thing: whoever looks with the eyes of another only reads (VIEW-3). */
export function useMayBegin(): (right?: string) => boolean {
  const { viewing } = useMe()
  const right = useRight()
  return (needed) => !viewing && (!needed || right(needed))
}

/** The company of the screens inside the shell, where there always is one. */
export function useCompany(): NonNullable<Me['company']> {
  const { company } = useMe()
  if (!company) throw new Error('no company is chosen')
  return company
}
