import { MutationCache, QueryClient } from '@tanstack/react-query'
import { ASKED } from '#web/platform/ask.ts'
import { toastProblem } from '#web/ui/over/toast.tsx'

/**
 * What the screens have asked. Replies stay fresh until the live stream says otherwise; failed networks are tried
 * again in call.ts, so nothing is retried here. A refused act is said in a toast, unless its form says it itself.
 */
export const queries = new QueryClient({
  defaultOptions: {
    ...ASKED,
    queries: { ...ASKED.queries, staleTime: 60_000, gcTime: 10 * 60_000, refetchOnWindowFocus: true },
  },
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (mutation.meta?.['inline'] !== true) toastProblem(error)
    },
  }),
})
