import { Type } from 'typebox'
import { Currency, Day, Id, Minor, Nothing, Nullable, OneOf, Page, Text, endpoint } from './endpoint.ts'
import {
  CompanyChange,
  CompanySettings,
  Country,
  Invitation,
  LegalForm,
  Me,
  Member,
  MemberKind,
  OfferedRole,
  Person,
  PoolName,
  Rate,
  Role,
  Speciality,
} from './member-card.ts'

export * from './member-card.ts'

export const getMe = endpoint({
  method: 'GET',
  path: '/me',
  summary: 'Who is signed in, in which company, and what he may do',
  door: 'user',
  reply: Me,
})

export const registerCompany = endpoint({
  method: 'POST',
  path: '/companies',
  summary: 'Registers a company; who asks becomes its owner (S14)',
  door: 'person',
  body: Type.Object({
    name: Text(200),
    country: Country,
    currency: Currency,
    time_zone: Text(60),
    vat_rate: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
  }),
  reply: Me,
})

export const listMembers = endpoint({
  method: 'GET',
  path: '/members',
  summary: 'People of the company, by name',
  door: 'staff',
  query: Type.Object({
    kind: Type.Optional(MemberKind),
    speciality_id: Type.Optional(Id),
    /** Those who have left, instead of those who work here. */
    left: Type.Optional(Type.Boolean()),
    pool_id: Type.Optional(Id),
    search: Type.Optional(Type.String({ maxLength: 200 })),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Member),
})

export const getMember = endpoint({
  method: 'GET',
  path: '/members/:member_id',
  summary: 'One person with his legal forms and, with the right money.read, all his rates',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  reply: Type.Object({
    ...Member.properties,
    rates: Type.Array(Rate),
    legal_forms: Type.Array(LegalForm),
  }),
})

export const addPerformer = endpoint({
  method: 'POST',
  path: '/performers',
  summary: 'Adds an external performer: name, phone, specialities, a rate from a day (S21, S24)',
  door: 'staff',
  body: Type.Object({
    name: Text(200),
    phone: Text(40),
    specialities: Type.Array(Text(100), { maxItems: 20 }),
    /** By the hour, or a fixed sum for a task: one of the two, or none. */
    cost_per_hour: Type.Optional(Minor),
    fee_per_task: Type.Optional(Minor),
    /** Today unless said otherwise. */
    from_day: Type.Optional(Day),
  }),
  reply: Member,
})

export const changeMember = endpoint({
  method: 'PATCH',
  path: '/members/:member_id',
  summary: 'Changes name, phone, position, specialities',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({
    name: Type.Optional(Text(200)),
    phone: Type.Optional(Nullable(Text(40))),
    position: Type.Optional(Nullable(Text(200))),
    specialities: Type.Optional(Type.Array(Text(100), { maxItems: 20 })),
  }),
  reply: Member,
})

export const setRate = endpoint({
  method: 'POST',
  path: '/members/:member_id/rates',
  summary: 'Sets what a person costs from a day on, an hour or a whole task; the past stays as it was logged (S7)',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({
    from_day: Day,
    /** One of the two. */
    cost_per_hour: Type.Optional(Minor),
    fee_per_task: Type.Optional(Minor),
  }),
  reply: Type.Object({ rates: Type.Array(Rate) }),
})

export const setLegalForm = endpoint({
  method: 'POST',
  path: '/members/:member_id/legal-forms',
  summary: 'In what legal form a person works for the company from a day on; the earlier ones stay',
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Type.Object({
    from_day: Day,
    form: LegalForm.properties.form,
    contract_number: Type.Optional(Text(100)),
  }),
  reply: Type.Object({ legal_forms: Type.Array(LegalForm) }),
})

export const makePersonalLink = endpoint({
  method: 'POST',
  path: '/members/:member_id/personal-link',
  secret: true,
  summary: "Makes a performer's personal link; earlier ones stop working. The address is shown once.",
  door: 'staff',
  params: Type.Object({ member_id: Id }),
  body: Nothing,
  reply: Type.Object({ url: Type.String() }),
})

export const lookAtPersonalLink = endpoint({
  method: 'POST',
  path: '/personal-links/look',
  summary: 'Whose a personal link is, without using it: messengers open links to preview them',
  door: 'open',
  body: Type.Object({ link: Text(200) }),
  reply: Type.Object({ member: Person, company: Type.Object({ id: Id, name: Type.String() }) }),
})

export const usePersonalLink = endpoint({
  method: 'POST',
  path: '/personal-links/use',
  secret: true,
  summary: 'Signs the performer in on this phone',
  door: 'open',
  body: Type.Object({ link: Text(200) }),
  reply: Type.Object({ member: Person }),
})

export const listSpecialities = endpoint({
  method: 'GET',
  path: '/specialities',
  summary: 'Trades of the company, by name',
  reply: Type.Object({ rows: Type.Array(Speciality) }),
})

export const invite = endpoint({
  method: 'POST',
  path: '/invitations',
  secret: true,
  summary: 'Invites a staff member; with an e-mail the letter goes out too. The address is shown once.',
  door: 'staff',
  body: Type.Object({
    /** One of the two: a fixed role, or one of the company's own. */
    role: Type.Optional(OfferedRole),
    role_id: Type.Optional(Id),
    name: Type.Optional(Text(200)),
    position: Type.Optional(Text(200)),
    /** Whoever invites, unless said otherwise (S15). */
    head_id: Type.Optional(Id),
    email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
    /** The pools that he will curate. */
    pool_ids: Type.Optional(Type.Array(Id, { maxItems: 20 })),
  }),
  reply: Type.Object({ invitation: Invitation, url: Type.String() }),
})

export const listInvitations = endpoint({
  method: 'GET',
  path: '/invitations',
  summary: "Invitations with their states, newest first: all for whoever may invite anybody, else one's own",
  door: 'staff',
  query: Type.Object({
    state: Type.Optional(OneOf('sent', 'opened', 'accepted', 'expired', 'withdrawn')),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Invitation),
})

export const renewInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:invitation_id/renew',
  secret: true,
  summary: 'Makes a new link for an invitation and sends its letter again; the earlier link stops working (S13)',
  door: 'staff',
  params: Type.Object({ invitation_id: Id }),
  body: Nothing,
  reply: Type.Object({ invitation: Invitation, url: Type.String() }),
})

export const withdrawInvitation = endpoint({
  method: 'POST',
  path: '/invitations/:invitation_id/withdraw',
  summary: 'Withdraws an invitation: its link stops working',
  door: 'staff',
  params: Type.Object({ invitation_id: Id }),
  body: Nothing,
  reply: Invitation,
})

export const lookAtInvitation = endpoint({
  method: 'POST',
  path: '/invitations/look',
  summary: 'What an invitation offers, and from whom',
  door: 'open',
  body: Type.Object({ link: Text(200) }),
  reply: Type.Object({
    company: Type.Object({ id: Id, name: Type.String() }),
    invited_by: Person,
    /** Who is proposed as the head, to be confirmed or not. */
    head: Nullable(Person),
    position: Nullable(Type.String()),
    /** The pools that he will curate. */
    pools: Type.Array(PoolName),
    role: Role,
    /** What it is called, where it is one of the company's own. */
    role_name: Nullable(Type.String()),
    name: Nullable(Type.String()),
    email: Nullable(Type.String()),
  }),
})

export const acceptInvitation = endpoint({
  method: 'POST',
  path: '/invitations/accept',
  summary: 'Joins the company by an invitation; who asks is signed in already (S13)',
  door: 'person',
  body: Type.Object({
    link: Text(200),
    name: Type.Optional(Text(200)),
    /** That the proposed head is right (S16); without it one is asked once inside. */
    head_confirmed: Type.Optional(Type.Boolean()),
  }),
  reply: Me,
})

export const chooseCompany = endpoint({
  method: 'PUT',
  path: '/me/company',
  summary: 'Switches this browser to another company of the user',
  door: 'person',
  body: Type.Object({ company_id: Id }),
  reply: Me,
})

export const giveOwnership = endpoint({
  method: 'POST',
  path: '/company/ownership',
  summary:
    'The owner gives the company to another of the staff, who becomes the root of the tree; he stays as administrator',
  door: 'staff',
  body: Type.Object({ member_id: Id }),
  reply: Type.Object({ owner: Person }),
})

export const getCompanySettings = endpoint({
  method: 'GET',
  path: '/company',
  summary: 'The company with its requisites',
  door: 'staff',
  reply: CompanySettings,
})

export const changeCompany = endpoint({
  method: 'PATCH',
  path: '/company',
  summary: 'Changes name, VAT, time zone, requisites of the company',
  door: 'staff',
  body: CompanyChange,
  reply: CompanySettings,
})
