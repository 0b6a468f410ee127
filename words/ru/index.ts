import { accountPages } from './account-pages.ts'
import { costReport } from './cost-report.ts'
import { counterparties } from './counterparties.ts'
import { customers } from './customers.ts'
import { daysOff } from './days-off.ts'
import { documentPages } from './document-pages.ts'
import { documents } from './documents.ts'
import { field } from './field.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { home } from './home.ts'
import { identity } from './identity.ts'
import { mails } from './mails.ts'
import { orderActs } from './order-acts.ts'
import { orderCard } from './order-card.ts'
import { orderEvents } from './order-events.ts'
import { orderScreens } from './order-screens.ts'
import { orders } from './orders.ts'
import { parts } from './parts.ts'
import { people } from './people.ts'
import { peoplePages } from './people-index.ts'
import { phone } from './phone.ts'
import { portal } from './portal.ts'
import { problems } from './problems.ts'
import { reports } from './reports.ts'
import { rolePages } from './role-pages.ts'
import { roster } from './roster.ts'
import { rounds } from './rounds.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { taskEvents } from './task-events.ts'
import { taskScreens } from './task-screens.ts'
import { tasks } from './tasks.ts'
import { time } from './time.ts'
import { viewing } from './viewing.ts'

/** What the staff's application says: a file per context, a word here for each. Mails and phones are not loaded with it. */
export const staff = {
  ...time,
  ...parts,
  ...problems,
  ...security,
  ...settings,
  ...shell,
  ...home,
  ...identity,
  ...counterparties,
  ...costReport,
  ...customers,
  ...files,
  ...documents,
  ...documentPages,
  ...orders,
  ...orderEvents,
  ...orderScreens,
  ...orderCard,
  ...orderActs,
  ...fields,
  ...people,
  ...reports,
  ...roster,
  ...rounds,
  ...tasks,
  ...taskEvents,
  ...taskScreens,
  ...viewing,
} as const

/** Everything that is said in Russian. */
export const ru = {
  ...staff,
  ...peoplePages,
  ...accountPages,
  ...rolePages,
  ...mails,
  ...phone,
  ...field,
  ...daysOff,
  ...portal,
} as const
