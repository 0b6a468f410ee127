import { Type } from 'typebox'
import { endpoint, Page } from './endpoint.ts'
import { OutgoingMail } from './member-card.ts'

export const listOutgoingMails = endpoint({
  method: 'GET',
  path: '/outgoing-mails',
  summary: "The outbox «Исходящие»: letters of the company and of its people's accounts, newest first",
  door: 'staff',
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 300 })) }),
  reply: Page(OutgoingMail),
})
