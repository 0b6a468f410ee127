import { useMutation } from '@tanstack/react-query'
import type { Problem } from '#web/platform/problem.ts'

/** An act of sign-in: its button waits, its refusal is shown by the form. */
export function useAct<V, R>(act: (values: V) => Promise<R>, onSuccess?: (reply: R) => void) {
  return useMutation<R, Problem, V>({
    mutationFn: act,
    meta: { inline: true },
    ...(onSuccess && { onSuccess: (reply: R) => onSuccess(reply) }),
  })
}

/** Where to go after sign-in: back to the page that asked for it, if it is ours. */
export function goBack(): void {
  const back = new URLSearchParams(location.search).get('back') ?? '/'
  location.assign(/^\/(?![/\\])/.test(back) ? back : '/')
}
