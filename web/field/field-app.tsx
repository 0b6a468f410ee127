import { lazy, Suspense, useEffect, useState } from 'react'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import { getMe, type Me } from '#contract/people.ts'
import { useViewing } from '#web/identity/viewing/viewing.ts'
import { ASKED, useMaybe } from '#web/platform/ask.ts'
import { whenStranger } from '#web/platform/call.ts'
import { setTimeZone } from '#web/platform/zone.ts'
import { startLive } from '#web/platform/live.ts'
import { Problem } from '#web/platform/problem.ts'
import { Screen } from '#web/ui/phone/screen.tsx'
import { Waiting } from './cards-skeleton.tsx'
import { DayScreen } from './day-screen.tsx'
import { DaysOffScreen } from './days-off/days-off-screen.tsx'
import { Refused, sayRefused } from './refused.tsx'
import { Staff, Stranger } from './stranger.tsx'
import { TaskScreen } from './task/task-screen.tsx'
import css from './field.module.css'

// For those of the staff who look with a performer's eyes.
const ViewingBanner = lazy(() =>
  import('#web/identity/viewing/banner.tsx').then((module) => ({ default: module.ViewingBanner })),
)

const client = new QueryClient({
  defaultOptions: { ...ASKED, queries: { ...ASKED.queries, staleTime: 30_000 } },
  mutationCache: new MutationCache({
    onError: (error, _input, _context, mutation) => {
      if (mutation.meta?.['inline'] !== true && error instanceof Problem) sayRefused(error)
    },
  }),
})

/** The performer's page: his day, a task of it, his questions. */
export function FieldApp() {
  return (
    <QueryClientProvider client={client}>
      <Who />
      <Refused />
    </QueryClientProvider>
  )
}

function Who() {
  const [stranger, setStranger] = useState(false)
  useEffect(() => whenStranger(() => setStranger(true)), [])
  const me = useMaybe(getMe, {}, !stranger)
  const zone = me?.company?.time_zone
  const working = zone !== undefined && !stranger
  useEffect(() => (working ? startLive(client) : undefined), [working])
  if (stranger) return <Stranger />
  if (!me) return <Waiting />
  return <Known me={me} />
}

function Known({ me: { member, viewing, company, clock } }: { me: Me }) {
  useViewing(viewing)
  if (member?.kind !== 'performer') return <Staff />
  setTimeZone(company?.time_zone ?? 'Europe/Minsk', clock ?? undefined)
  if (!viewing) return <Screens me={member} />
  return (
    <div className={css.lent}>
      <Suspense>
        <ViewingBanner viewing={viewing} />
      </Suspense>
      <Screens me={member} />
    </div>
  )
}

function Screens({ me }: { me: { id: string; name: string } }) {
  return (
    <Suspense fallback={<Screen>{null}</Screen>}>
      <Switch>
        <Route path="/f/tasks/:task_id">
          <TaskScreen me={me} />
        </Route>
        <Route path="/f/days-off">
          <DaysOffScreen />
        </Route>
        <Route>
          <DayScreen me={me} />
        </Route>
      </Switch>
    </Suspense>
  )
}
