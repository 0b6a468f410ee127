import type { ru, staff as ruStaff } from '../ru/index.ts'
import { accountPages } from './account-pages.ts'
import { autoReplies } from './auto-replies.ts'
import { chatHouse } from './chat-house.ts'
import { channelFaults } from './channel-faults.ts'
import { channelPages } from './channel-pages.ts'
import { costReport } from './cost-report.ts'
import { counterparties } from './counterparties.ts'
import { merging } from './merging.ts'
import { contractPages } from './contract-pages.ts'
import { customers } from './customers.ts'
import { daysOff } from './days-off.ts'
import { documentPages } from './document-pages.ts'
import { documents } from './documents.ts'
import { field } from './field.ts'
import { fields } from './fields.ts'
import { files } from './files.ts'
import { historyPages } from './history-pages.ts'
import { home } from './home.ts'
import { identity } from './identity.ts'
import { importPages } from './import-pages.ts'
import { imports } from './imports.ts'
import { inbox } from './inbox.ts'
import { inboxPages } from './inbox-pages.ts'
import { mailChannel } from './mail-channel.ts'
import { mails } from './mails.ts'
import { notices } from './notices.ts'
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
import { replyTemplates } from './reply-templates.ts'
import { reports } from './reports.ts'
import { rolePages } from './role-pages.ts'
import { roster } from './roster.ts'
import { rounds } from './rounds.ts'
import { security } from './security.ts'
import { settings } from './settings.ts'
import { shell } from './shell.ts'
import { siteChat } from './site-chat.ts'
import { taskEvents } from './task-events.ts'
import { taskScreens } from './task-screens.ts'
import { tasks } from './tasks.ts'
import { time } from './time.ts'
import { viewing } from './viewing.ts'
import { webChat } from './web-chat.ts'

/** What the staff's application says: a file per context, a word here for each. Mails and phones are not loaded with it. */
export const staff = {
  ...time,
  ...parts,
  ...problems,
  ...security,
  ...settings,
  ...shell,
  ...historyPages,
  ...home,
  ...identity,
  ...counterparties,
  ...merging,
  ...costReport,
  ...contractPages,
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
  ...replyTemplates,
  ...reports,
  ...roster,
  ...rounds,
  ...tasks,
  ...taskEvents,
  ...taskScreens,
  ...viewing,
} satisfies Record<keyof typeof ruStaff, string>

/** Everything that is said in English; a word that Russian has and this has not does not compile. */
export const en = {
  ...staff,
  ...inboxPages,
  ...peoplePages,
  ...accountPages,
  ...rolePages,
  ...channelPages,
  ...autoReplies,
  ...inbox,
  ...mailChannel,
  ...channelFaults,
  ...notices,
  ...mails,
  ...phone,
  ...field,
  ...daysOff,
  ...portal,
  ...webChat,
  ...chatHouse,
  ...siteChat,
  ...imports,
  ...importPages,
} satisfies Record<keyof typeof ru, string>
