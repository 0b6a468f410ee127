import { Suspense, useEffect, useState } from 'react'
import { MutationCache, QueryClient, QueryClientProvider } from '@tanstack/react-query'
import { Route, Switch } from 'wouter'
import { getMe } from '#contract/people.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { whenStranger } from '#web/platform/call.ts'
import { setTimeZone } from '#web/platform/format.ts'
import { startLive } from '#web/platform/live.ts'
import { Problem } from '#web/platform/problem.ts'
import { Screen } from '#web/ui/phone/screen.tsx'
import { Waiting } from './cards-skeleton.tsx'
import { DayScreen } from './day-screen.tsx'
import { DaysOffScreen } from './days-off/days-off-screen.tsx'
import { Refused, sayRefused } from './refused.tsx'
import { Staff, Stranger } from './stranger.tsx'
import { TaskScreen } from './task/task-screen.tsx'

const client = new QueryClient({
  defaultOptions: { queries: { staleTime: 30_000, retry: false }, mutations: { retry: false } },
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
  if (me.member?.kind !== 'performer') return <Staff />
  setTimeZone(zone ?? 'Europe/Minsk')
  return <Screens me={me.member} />
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
