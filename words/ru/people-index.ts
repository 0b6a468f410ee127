import { absencePages } from './absence-pages.ts'
import { absences } from './absences.ts'
import { access } from './access.ts'
import { calendar } from './calendar.ts'
import { calendarPages } from './calendar-pages.ts'
import { doubles } from './doubles.ts'
import { joining } from './joining.ts'
import { leaving } from './leaving.ts'
import { mergingPages } from './merging-pages.ts'
import { performers } from './performers.ts'
import { performerPage } from './performer-page.ts'
import { poolPages } from './pool-pages.ts'
import { pools } from './pools.ts'
import { load } from './load.ts'
import { loadPage } from './load-page.ts'
import { structure } from './structure.ts'
import { tree } from './tree.ts'

/** What only pages about people say: fetched with them, so that the first load does not carry it. */
export const peoplePages = {
  ...absences,
  ...absencePages,
  ...access,
  ...calendar,
  ...calendarPages,
  ...doubles,
  ...joining,
  ...leaving,
  ...mergingPages,
  ...load,
  ...loadPage,
  ...performers,
  ...performerPage,
  ...poolPages,
  ...pools,
  ...structure,
  ...tree,
} as const
