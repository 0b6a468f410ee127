import { Type, type Static } from 'typebox'
import { Can, Currency, Day, Id, Minor, Nullable, OneOf, Text, When } from './endpoint.ts'
import { Requisites } from './requisites.ts'

export const Country = OneOf('BY', 'RU', 'other')

export const Role = OneOf('owner', 'admin', 'manager', 'accountant', 'member', 'performer')

/** What an invitation may offer: owners are not invited, performers come by their own links. */
export const OfferedRole = OneOf('admin', 'manager', 'accountant', 'member')
export type OfferedRole = Static<typeof OfferedRole>

export const MemberKind = OneOf('staff', 'performer')

export const Company = Type.Object({
  id: Id,
  name: Type.String(),
  country: Country,
  currency: Currency,
  /** An IANA name. */
  time_zone: Type.String(),
  /** Per cent; null when the company pays no VAT. */
  vat_rate: Nullable(Type.Integer()),
  version: Type.Integer(),
})
export type Company = Static<typeof Company>

/**
 * How far a zone's clock is ahead of UTC, in minutes, from each instant on until the next; before the first and after
 * `until` nothing is said. A browser's own data of zones takes a phone a tenth of a second to look up.
 */
export const ZoneClock = Type.Object({
  until: When,
  shifts: Type.Array(Type.Object({ since: When, offset: Type.Integer() })),
})
export type ZoneClock = Static<typeof ZoneClock>

/** Companies that a person has asked to join, with the head whose word he waits for. */
export const Waiting = Type.Array(Type.Object({ id: Id, name: Type.String(), head: Nullable(Type.String()) }))

export const Me = Type.Object({
  user: Type.Object({
    id: Id,
    name: Type.String(),
    email: Nullable(Type.String()),
    two_factor: Type.Boolean(),
    /** The language of his letters; null while he has chosen none. */
    locale: Nullable(OneOf('ru', 'en')),
  }),
  /** Null before a company is made, joined or chosen. */
  member: Nullable(
    Type.Object({
      id: Id,
      name: Type.String(),
      kind: MemberKind,
      role: Role,
      role_name: Nullable(Type.String()),
      /** What the role may do at all: screens hide the rest. */
      rights: Type.Array(Type.String()),
    }),
  ),
  company: Nullable(Company),
  /** The clock of the company's zone in the years around now. */
  clock: Nullable(ZoneClock),
  /** All companies the user works in, to switch between. */
  companies: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  waiting: Waiting,
  /** In whose place he acts today. */
  acts_for: Type.Array(Type.Object({ id: Id, name: Type.String() })),
  /** From when the company lets him in with a second factor only; null when he has one or need not. */
  second_factor_from: Nullable(When),
  /** While he looks with the eyes of another: who looks, with whose eyes (null: of the role), and when it ends by itself. */
  viewing: Nullable(
    Type.Object({ by_id: Id, of: Nullable(Type.Object({ id: Id, name: Type.String() })), until: When }),
  ),
})
export type Me = Static<typeof Me>

/** A person as others' screens name him. */
export const Person = Type.Object({ id: Id, name: Type.String() })
export type Person = Static<typeof Person>

export const Speciality = Type.Object({ id: Id, name: Type.String() })
export type Speciality = Static<typeof Speciality>

/** What a person costs from a day on: by the hour, or a fixed sum for each task. One of the two is null. */
/** A pool as others' screens name it. */
export const PoolName = Type.Object({ id: Id, name: Type.String() })
export type PoolName = Static<typeof PoolName>

export const Rate = Type.Object({
  id: Id,
  from_day: Day,
  cost_per_hour: Nullable(Minor),
  fee_per_task: Nullable(Minor),
  currency: Currency,
})
export type Rate = Static<typeof Rate>

/** In what legal form a person works for the company from a day on. */
export const LegalForm = Type.Object({
  id: Id,
  from_day: Day,
  form: OneOf('staff', 'entrepreneur', 'self_employed', 'civil_contract'),
  contract_number: Nullable(Type.String()),
})
export type LegalForm = Static<typeof LegalForm>
/** Why somebody is not there today, until when, and who acts for him. */
const AwayNow = Type.Object({
  kind: OneOf('vacation', 'illness', 'day_off', 'other'),
  to_day: Day,
  deputy: Nullable(Person),
})
export type AwayNow = Static<typeof AwayNow>

export const Member = Type.Object({
  id: Id,
  name: Type.String(),
  kind: MemberKind,
  role: Role,
  /** Of a role of the company's own: what it is called; `role` is then the one that it was made from. */
  role_id: Nullable(Id),
  role_name: Nullable(Type.String()),
  state: OneOf('invited', 'active', 'suspended', 'left'),
  position: Nullable(Type.String()),
  phone: Nullable(Type.String()),
  email: Nullable(Type.String()),
  head: Nullable(Person),
  specialities: Type.Array(Speciality),
  /** Of a performer: in which he is now. */
  pools: Type.Array(PoolName),
  /** The rate that holds today; null without the right `money.read`, or when none is set. */
  rate: Nullable(Rate),
  /** Since when he has no access: he has left or is suspended. */
  out_since: Nullable(When),
  /** How many of his certificates have run out by today, and how many will within thirty days. */
  certificates: Type.Object({ expired: Type.Integer(), expiring: Type.Integer() }),
  /** He may curate a pool: he works here and may give tasks. */
  leads_pools: Type.Boolean(),
  /** Null while he is there. */
  away: Nullable(AwayNow),
  version: Type.Integer(),
  /** `null`: the viewer may; else why not. `papers`: certificates, legal form, documents. */
  can: Type.Object({
    change: Can,
    /** To enter that he is away, and who acts for him; of oneself one asks. */
    absence: Can,
    rate: Can,
    link: Can,
    papers: Can,
    leave: Can,
    suspend: Can,
    resume: Can,
    take_back: Can,
    reset_sign_in: Can,
    /** To give him another role. */
    set_role: Can,
    /** To look with his eyes. */
    view: Can,
  }),
})
export type Member = Static<typeof Member>

export const Invitation = Type.Object({
  id: Id,
  name: Nullable(Type.String()),
  email: Nullable(Type.String()),
  role: Role,
  role_id: Nullable(Id),
  role_name: Nullable(Type.String()),
  position: Nullable(Type.String()),
  /** Who is proposed as his head. */
  head: Nullable(Person),
  /** The pools that he will curate. */
  pools: Type.Array(PoolName),
  state: OneOf('sent', 'opened', 'accepted', 'expired', 'withdrawn'),
  invited_by: Person,
  created_at: When,
  expires_at: When,
  can: Type.Object({ renew: Can, withdraw: Can }),
})
export type Invitation = Static<typeof Invitation>

/** What a company opens to its people or not. */
export const Switches = Type.Object({
  /** Every manager assigns the people of every pool; else those of other pools are asked for. */
  pools_open: Type.Boolean(),
  /** Managers see all orders; else those that they or people below them answer for, have a task of or watch. */
  orders_open: Type.Boolean(),
  /** Performers see whom to ask on site. */
  site_contact_open: Type.Boolean(),
})

export const CompanySettings = Type.Object({
  ...Company.properties,
  requisites: Requisites,
  ...Switches.properties,
  /** Faults of the requisites by their check digits, to be shown at the field. */
  faults: Type.Array(Type.Object({ field: Type.String(), code: Type.String() })),
})
export type CompanySettings = Static<typeof CompanySettings>

export const CompanyChange = Type.Object({
  name: Type.Optional(Text(200)),
  time_zone: Type.Optional(Text(60)),
  vat_rate: Type.Optional(Nullable(Type.Integer({ minimum: 0, maximum: 100 }))),
  requisites: Type.Optional(Requisites),
  ...Type.Partial(Switches).properties,
})

export const OutgoingMail = Type.Object({
  id: Id,
  recipient: Type.String(),
  subject: Type.String(),
  body: Type.String(),
  state: OneOf('waiting', 'sent', 'failed'),
  error: Nullable(Type.String()),
  created_at: When,
  sent_at: Nullable(When),
})
