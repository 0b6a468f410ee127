import { startTransition } from 'react'
import { createRoot } from 'react-dom/client'
import { QueryClientProvider } from '@tanstack/react-query'
import { getMe } from '#contract/people.ts'
import { staff } from '#words/ru/index.ts'
import { replyOf } from '#web/platform/ask.ts'
import { whenStranger } from '#web/platform/call.ts'
import { startWords } from '#web/platform/words.ts'
import { apply } from '#web/ui/theme/choice.ts'
import { LookProvider } from '#web/ui/theme/provider.tsx'
import { queries } from './queries.ts'
import { fetchFor, Pages, toSignIn } from './pages.tsx'
import { isOpen } from './paths.ts'

apply()
whenStranger(toSignIn)
fetchFor(location.pathname)
// Asked while the page's own code is still on its way.
if (!isOpen(location.pathname)) queries.query(replyOf(getMe, {})).catch(() => undefined)
await startWords({ ru: () => staff, en: () => import('#words/en/index.ts').then((words) => words.staff) })

const root = document.getElementById('root')
if (root) {
  const shown = createRoot(root)
  // In small pieces: the frame of the page stands already, and a finger may be on it.
  startTransition(() =>
    shown.render(
      <LookProvider>
        <QueryClientProvider client={queries}>
          <Pages />
        </QueryClientProvider>
      </LookProvider>,
    ),
  )
}
