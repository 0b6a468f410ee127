import { lazy, type ReactNode, Suspense, useEffect, useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { Redirect } from 'wouter'
import { setTimeZone } from '#web/platform/zone.ts'
import { startLive } from '#web/platform/live.ts'
import { t } from '#web/platform/words.ts'
import { roleName } from '#web/people/role-name.ts'
import { useViewing } from '#web/identity/viewing/viewing.ts'
import { withAccountWords } from './account-words.ts'
import { useMe } from './me.ts'
import { withPeopleWords } from './people-words.ts'
import { Rail } from './rail.tsx'
import { TopBar } from './top-bar.tsx'
import { useOwnLocale } from '#web/identity/use-own-locale.ts'
import css from './shell.module.css'

// Few come here, and once.
const WaitingPage = lazy(() =>
  withPeopleWords(() => import('#web/identity/waiting-page.tsx')).then((module) => ({ default: module.WaitingPage })),
)

const FactorNeeded = lazy(() =>
  withAccountWords(() => import('#web/identity/factor-needed.tsx')).then((module) => ({
    default: module.FactorNeeded,
  })),
)

const ViewingBanner = lazy(() =>
  import('#web/identity/viewing/banner.tsx').then((module) => ({ default: module.ViewingBanner })),
)

/** The frame of every page of the staff. Who has no company yet makes one; performers have a page of their own. */
export function Shell({ children }: { children: ReactNode }) {
  const { member, company, clock, waiting, second_factor_from, viewing } = useMe()
  useViewing(viewing)
  const [opened] = useState(() => Date.now())
  if (member?.kind === 'performer') return <ToPhone />
  if (!member && waiting.length > 0) return <WaitingPage waiting={waiting} />
  if (!company || !member) return <Redirect to="/register" replace />
  setTimeZone(company.time_zone, clock ?? undefined)
  if (second_factor_from && Date.parse(second_factor_from) <= opened) return <FactorNeeded />
  if (!viewing) return <Frame>{children}</Frame>
  return (
    <div className={css.lent}>
      <Suspense>
        <ViewingBanner viewing={viewing} role={roleName(member)} />
      </Suspense>
      <Frame>{children}</Frame>
    </div>
  )
}

function Frame({ children }: { children: ReactNode }) {
  const client = useQueryClient()
  useOwnLocale(useMe())
  const [connected, setConnected] = useState(true)
  useEffect(() => startLive(client, setConnected), [client])
  return (
    <div className={css.app}>
      <a className={css.skip} href="#main">
        {t('nav.skip')}
      </a>
      <Rail />
      <TopBar connected={connected} />
      <main className={css.main} id="main" tabIndex={-1}>
        {children}
      </main>
    </div>
  )
}

function ToPhone() {
  useEffect(() => location.replace('/f/'), [])
  return null
}
