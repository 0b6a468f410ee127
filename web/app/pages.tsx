import { lazy, Suspense, useEffect } from 'react'
import { Route, Switch } from 'wouter'
import { whenNear } from '#web/platform/link.tsx'
import { go, usePath } from '#web/platform/route.ts'
import { Arrived } from '#web/ui/first/arrived.tsx'
import { Toasts } from '#web/ui/over/toast.tsx'
import { Boundary } from './boundary.tsx'
import { isOpen, staffPaths } from './paths.ts'
import { openPages, type Page, staffPages } from './routes.tsx'
import { Waiting } from './waiting.tsx'
import { Nowhere } from './trouble.tsx'

for (const { path } of staffPages) staffPaths.add(path)

// Rail, bar and menus are not needed to sign in.
const loadShell = () => import('./shell.tsx')
const Shell = lazy(() => loadShell().then((module) => ({ default: module.Shell })))

/** Begins to fetch what the address will draw, before anything is drawn. */
export function fetchFor(path: string): void {
  const open = isOpen(path)
  const page = (open ? openPages : staffPages).find((one) => fits(one, path))
  // A failure is said when the page is drawn, which asks again.
  void Promise.all([page?.load(), !open && loadShell()]).catch(() => undefined)
}

const fits = (page: Page, path: string): boolean => new RegExp(`^${page.path.replace(/:\w+/g, '[^/]+')}/?$`).test(path)

/** Draws the page of the address: those of the staff in the shell, the others bare. */
export function Pages() {
  usePreload()
  return (
    <>
      <Boundary key={isOpen(usePath()) ? 'open' : 'staff'}>
        <Suspense>
          <Arrived />
          <Switch>
            {routesOf(openPages)}
            <Route>
              <Shell>
                <StaffPages />
              </Shell>
            </Route>
          </Switch>
        </Suspense>
      </Boundary>
      <Toasts />
    </>
  )
}

/** Another address is another page, drawn from its start; a change of filters is not. */
function StaffPages() {
  return (
    <Boundary key={usePath()}>
      <Suspense fallback={<Waiting />}>
        <Switch>
          {routesOf(staffPages)}
          <Route>
            <Nowhere />
          </Route>
        </Switch>
      </Suspense>
    </Boundary>
  )
}

const routesOf = (pages: readonly Page[]) =>
  pages.map(({ path, Drawn }) => (
    <Route key={path} path={path}>
      <Drawn />
    </Route>
  ))

/** A page's code is fetched when a link to it is near. */
function usePreload(): void {
  useEffect(() => whenNear(fetchFor), [])
}

/** Sends to the sign-in screen, and remembers where from. */
export function toSignIn(): void {
  if (isOpen(location.pathname)) return
  go('/sign-in', { search: { back: location.pathname + location.search }, replace: true })
}
