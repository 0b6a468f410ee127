import { Type, type Static } from 'typebox'
import { Can, Id, Nullable, Text, When, endpoint } from '../endpoint.ts'

/** What a template may name in braces, `{contact}`: filled in from the dialogue before anything is sent. */
export const TEMPLATE_FIELDS = ['contact', 'counterparty', 'address', 'order', 'me', 'company'] as const
export type TemplateField = (typeof TEMPLATE_FIELDS)[number]

/** What an automatic answer may name: what the program knows without anybody looking; `opens_at` is when people are there again. */
export const AUTO_REPLY_FIELDS = ['contact', 'company', 'opens_at'] as const
export type AutoReplyField = (typeof AUTO_REPLY_FIELDS)[number]

export const ReplyTemplate = Type.Object({
  id: Id,
  name: Type.String(),
  /** Text with fields in braces. */
  body: Type.String(),
  archived_at: Nullable(When),
  version: Type.Integer(),
})
export type ReplyTemplate = Static<typeof ReplyTemplate>

const OfTemplate = Type.Object({ template_id: Id })

export const listReplyTemplates = endpoint({
  method: 'GET',
  path: '/reply-templates',
  summary: 'Texts that are used again and again in answers, by name',
  door: 'staff',
  query: Type.Object({ archived: Type.Optional(Type.Boolean()) }),
  reply: Type.Object({ rows: Type.Array(ReplyTemplate), can: Type.Object({ change: Can }) }),
})

export const addReplyTemplate = endpoint({
  method: 'POST',
  path: '/reply-templates',
  summary: 'Adds a template; a field that nobody can fill in is refused and named',
  door: 'staff',
  body: Type.Object({ name: Text(100), body: Text(10_000) }),
  reply: ReplyTemplate,
})

export const changeReplyTemplate = endpoint({
  method: 'PATCH',
  path: '/reply-templates/:template_id',
  summary: 'Changes a template, puts it away or takes it back',
  door: 'staff',
  params: OfTemplate,
  body: Type.Object({
    name: Type.Optional(Text(100)),
    body: Type.Optional(Text(10_000)),
    archived: Type.Optional(Type.Boolean()),
  }),
  reply: ReplyTemplate,
})
