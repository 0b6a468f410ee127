import { type ComponentType, lazy } from 'react'
import { withImportWords } from '#web/importing/import-words.ts'
import { withInboxWords } from '#web/inbox/inbox-words.ts'
import { withChannelWords } from '#web/settings/channels/channel-words.ts'
import { withRoleWords } from '#web/settings/role-words.ts'
import { withChatWords } from '#web/settings/site-chat/chat-words.ts'
import { withAccountWords } from './account-words.ts'
import { withPeopleWords } from './people-words.ts'

/** A page: its address, and the file that draws it, fetched when the page is first opened or its link is near. */
export type Page = { path: string; load: () => Promise<unknown>; Drawn: ComponentType }

function page<M extends Record<string, unknown>, N extends keyof M & string>(
  path: string,
  load: () => Promise<M>,
  name: M[N] extends ComponentType ? N : never,
): Page {
  return { path, load, Drawn: lazy(() => load().then((module) => ({ default: module[name] as ComponentType }))) }
}

/** Pages inside the shell, for the staff: a line each. */
export const staffPages: readonly Page[] = [
  page('/', () => withPeopleWords(() => import('./home-page.tsx')), 'HomePage'),
  page('/contacts', () => withInboxWords(() => import('#web/inbox/inbox-page.tsx')), 'InboxPage'),
  page('/orders', () => import('#web/orders/orders-page.tsx'), 'OrdersPage'),
  page('/orders/:order_id', () => import('#web/orders/order-page.tsx'), 'OrderPage'),
  page('/tasks', () => import('#web/tasks/tasks-page.tsx'), 'TasksPage'),
  page('/tasks/:task_id', () => import('#web/tasks/task-page.tsx'), 'TaskPage'),
  page(
    '/performers',
    () => withPeopleWords(() => import('#web/people/performers/performers-page.tsx')),
    'PerformersPage',
  ),
  page('/performers/list', () => withPeopleWords(() => import('#web/people/adding/add-many-page.tsx')), 'AddManyPage'),
  page('/performers/load', () => withPeopleWords(() => import('#web/people/load/load-page.tsx')), 'LoadPage'),
  page(
    '/performers/:member_id',
    () => withPeopleWords(() => import('#web/people/performer/performer-page.tsx')),
    'PerformerPage',
  ),
  page('/pools', () => withPeopleWords(() => import('#web/people/pools/pools-page.tsx')), 'PoolsPage'),
  page('/pools/:pool_id', () => withPeopleWords(() => import('#web/people/pools/pool-page.tsx')), 'PoolPage'),
  page('/counterparties', () => import('#web/counterparties/counterparties-page.tsx'), 'CounterpartiesPage'),
  // Before the card: «import» is no counterparty.
  page('/counterparties/import', () => withImportWords(() => import('#web/importing/imports-page.tsx')), 'ImportsPage'),
  page(
    '/counterparties/import/:import_id',
    () => withImportWords(() => import('#web/importing/import-page.tsx')),
    'ImportPage',
  ),
  page(
    '/counterparties/:counterparty_id',
    () => import('#web/counterparties/counterparty-page.tsx'),
    'CounterpartyPage',
  ),
  page('/documents', () => import('#web/documents/documents-page.tsx'), 'DocumentsPage'),
  page('/reports', () => import('#web/reports/reports-page.tsx'), 'ReportsPage'),
  page('/reports/order-costs', () => import('#web/reports/order-costs-page.tsx'), 'OrderCostsPage'),
  page('/settings', () => import('#web/settings/company-page.tsx'), 'CompanyPage'),
  page(
    '/settings/channels',
    () => withChannelWords(() => import('#web/settings/channels/channels-page.tsx')),
    'ChannelsPage',
  ),
  page('/settings/outbox', () => import('#web/settings/outbox-page.tsx'), 'OutboxPage'),
  page('/settings/roles', () => withRoleWords(() => import('#web/settings/roles-page.tsx')), 'RolesPage'),
  page(
    '/settings/reply-templates',
    () => withInboxWords(() => import('#web/settings/templates/templates-page.tsx')),
    'TemplatesPage',
  ),
  page(
    '/settings/site-chat',
    () => withChatWords(() => import('#web/settings/site-chat/site-chat-page.tsx')),
    'SiteChatPage',
  ),
  page('/settings/security', () => withAccountWords(() => import('#web/settings/security-page.tsx')), 'SecurityPage'),
  page(
    '/settings/specialities',
    () => withPeopleWords(() => import('#web/people/pools/specialities-page.tsx')),
    'SpecialitiesPage',
  ),
  page(
    '/settings/calendar',
    () => withPeopleWords(() => import('#web/people/calendar/calendar-page.tsx')),
    'CalendarPage',
  ),
  page(
    '/settings/absences',
    () => withPeopleWords(() => import('#web/people/absences/absences-page.tsx')),
    'AbsencesPage',
  ),
  page('/settings/people', () => withPeopleWords(() => import('#web/people/staff-page.tsx')), 'StaffPage'),
  page(
    '/people/structure',
    () => withPeopleWords(() => import('#web/people/structure/structure-page.tsx')),
    'StructurePage',
  ),
  page(
    '/people/unconfirmed',
    () => withPeopleWords(() => import('#web/people/structure/unconfirmed-page.tsx')),
    'UnconfirmedPage',
  ),
  page('/profile', () => withAccountWords(() => import('#web/identity/profile-page.tsx')), 'ProfilePage'),
]

/** Pages for whoever is not signed in, or has no company yet. */
export const openPages: readonly Page[] = [
  page('/sign-in', () => import('#web/identity/sign-in-page.tsx'), 'SignInPage'),
  page('/register', () => import('#web/identity/registering/register-page.tsx'), 'RegisterPage'),
  page('/confirm/:token', () => import('#web/identity/registering/confirm-page.tsx'), 'ConfirmPage'),
  page('/email/:token', () => import('#web/identity/registering/new-email-page.tsx'), 'NewEmailPage'),
  page('/reset-password', () => import('#web/identity/reset-page.tsx'), 'ResetPage'),
  page('/join/:token', () => withPeopleWords(() => import('#web/identity/join-page.tsx')), 'JoinPage'),
  page('/team/:token', () => withPeopleWords(() => import('#web/identity/team-page.tsx')), 'TeamPage'),
  page('/l/:token', () => import('#web/identity/link-page.tsx'), 'LinkPage'),
  ...(import.meta.env.DEV
    ? [
        page('/dev/parts', () => import('#web/ui/parts/parts-page.tsx'), 'PartsPage'),
        page('/dev/phone', () => import('#web/ui/parts/phone-parts.tsx'), 'PhoneParts'),
      ]
    : []),
]
