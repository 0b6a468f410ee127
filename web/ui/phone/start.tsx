import { type ReactNode, Fragment, startTransition, useSyncExternalStore } from 'react'
import { createRoot } from 'react-dom/client'
import { type Catalogues, locale, onLocale, startWords } from '#web/platform/words.ts'
import { apply } from '#web/ui/theme/choice.ts'
import '#web/ui/theme/tokens.css'
import '#web/ui/theme/font.css'
import '#web/ui/theme/base.css'
import '../first/first.css'
import './phone.css'

/** Starts a phone's page: theme, words, and its screens. No Mantine and no router: these pages load on 4G on a roof. */
export async function startPhone(catalogues: Catalogues, screens: ReactNode): Promise<void> {
  apply()
  await startWords(catalogues)
  const root = document.getElementById('root')
  if (!root) return
  const shown = createRoot(root)
  startTransition(() => shown.render(<Spoken>{screens}</Spoken>))
}

/** Draws everything anew when the language changes. */
function Spoken({ children }: { children: ReactNode }) {
  return <Fragment key={useSyncExternalStore(onLocale, locale)}>{children}</Fragment>
}
