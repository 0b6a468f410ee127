import { type ReactNode, Fragment, useSyncExternalStore } from 'react'
import { MantineProvider } from '@mantine/core'
import { onLocale, locale } from '#web/platform/words.ts'
import { onTheme, shownTheme } from './choice.ts'
import { cssVariables, theme } from './theme.ts'
import './tokens.css'
import './font.css'
import './base.css'
import './mantine.css'
import '../first/first.css'

/** Looks and language of the staff's application: a change of either redraws everything under it. */
export function LookProvider({ children }: { children: ReactNode }) {
  const shown = useSyncExternalStore(onTheme, shownTheme)
  const spoken = useSyncExternalStore(onLocale, locale)
  return (
    <MantineProvider theme={theme} cssVariablesResolver={cssVariables} forceColorScheme={shown}>
      <Fragment key={spoken}>{children}</Fragment>
    </MantineProvider>
  )
}
