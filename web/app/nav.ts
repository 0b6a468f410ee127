import {
  IconBuilding,
  IconChartBar,
  IconChecklist,
  IconFileText,
  IconHelpCircle,
  IconHome,
  IconLayoutKanban,
  IconMessages,
  IconSettings,
  IconSitemap,
  IconUsers,
  IconUsersGroup,
  type TablerIcon,
} from '@tabler/icons-react'
import type { Word } from '#words/index.ts'
import { useMayBegin, useRight } from './me.ts'
import { staffPaths } from './paths.ts'

export type Place = { to: string; word: Word; icon: TablerIcon; right?: string }

/** The rail, in its order. A place is shown when its page exists and the role may use it. */
export const places: readonly Place[] = [
  { to: '/', word: 'nav.home', icon: IconHome },
  { to: '/contacts', word: 'nav.inbox', icon: IconMessages, right: 'dialogues.read' },
  { to: '/orders', word: 'nav.orders', icon: IconLayoutKanban, right: 'orders.read' },
  { to: '/tasks', word: 'nav.tasks', icon: IconChecklist },
  { to: '/performers', word: 'nav.performers', icon: IconUsers, right: 'performers.manage' },
  { to: '/pools', word: 'nav.pools', icon: IconUsersGroup, right: 'performers.manage' },
  { to: '/people/structure', word: 'nav.structure', icon: IconSitemap },
  { to: '/counterparties', word: 'nav.counterparties', icon: IconBuilding, right: 'orders.read' },
  { to: '/documents', word: 'nav.documents', icon: IconFileText, right: 'documents.issue' },
  { to: '/reports', word: 'nav.reports', icon: IconChartBar, right: 'reports.read' },
]
/** What stands at the foot of the rail. */
export const atFoot: readonly Place[] = [
  { to: '/settings', word: 'nav.settings', icon: IconSettings },
  { to: '/help', word: 'nav.help', icon: IconHelpCircle },
]

/** What can be begun from anywhere (`C`): the list's page opens its form for `?new=1`. */
type Creation = { to: string; search: Record<string, string>; word: Word; right?: string }
const creations: readonly Creation[] = [
  { to: '/orders', search: { new: '1' }, word: 'create.order', right: 'orders.lead' },
  { to: '/orders', search: { new: 'call' }, word: 'create.call', right: 'orders.lead' },
  { to: '/counterparties', search: { new: '1' }, word: 'create.counterparty', right: 'counterparties.manage' },
  { to: '/performers', search: { new: '1' }, word: 'create.performer', right: 'performers.manage' },
  { to: '/settings/people', search: { new: '1' }, word: 'create.invitation' },
]

/** Which of these exist and are this person's. */
export function useAllowed(): <P extends { to: string; right?: string }>(all: readonly P[]) => P[] {
  const right = useRight()
  return (all) => all.filter((place) => staffPaths.has(place.to) && (!place.right || right(place.right)))
}

/** What this person may begin here: nothing while he looks with the eyes of another. */
export function useCreations(): Creation[] {
  const may = useMayBegin()
  return useAllowed()(creations).filter(({ right }) => may(right))
}
