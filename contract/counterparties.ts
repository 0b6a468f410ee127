import { Type, type Static } from 'typebox'
import { Can, Day, Id, Nullable, OneOf, Page, Text, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'
import { Requisites } from './requisites.ts'

export const Identity = Type.Object({
  kind: OneOf('phone', 'email', 'telegram', 'web_chat', 'max'),
  value: Type.String(),
})

export const Contact = Type.Object({
  id: Id,
  name: Type.String(),
  position: Nullable(Type.String()),
  counterparty_id: Nullable(Id),
  identities: Type.Array(Identity),
  version: Type.Integer(),
})
export type Contact = Static<typeof Contact>

const Point = Type.Object({
  lat: Type.Number({ minimum: -90, maximum: 90 }),
  lon: Type.Number({ minimum: -180, maximum: 180 }),
})

export const Site = Type.Object({
  id: Id,
  counterparty_id: Id,
  address: Type.String(),
  /** How to get in: entrance, pass, key. */
  access_note: Nullable(Type.String()),
  /** Where exactly, for a map. */
  point: Nullable(Point),
  /** The person on site. */
  contact: Nullable(Type.Object({ id: Id, name: Type.String(), phone: Nullable(Type.String()) })),
  version: Type.Integer(),
})
export type Site = Static<typeof Site>

export const Counterparty = Type.Object({
  id: Id,
  kind: OneOf('organisation', 'person'),
  name: Type.String(),
  /** Either or both. */
  is_customer: Type.Boolean(),
  is_supplier: Type.Boolean(),
  tax_number: Nullable(Type.String()),
  responsible: Nullable(Person),
  note: Nullable(Type.String()),
  version: Type.Integer(),
})
export type Counterparty = Static<typeof Counterparty>

const Fault = Type.Object({ field: Type.String(), code: Type.String() })

export const RequisitesVersion = Type.Object({
  /** Null: from the beginning. */
  from_day: Nullable(Day),
  requisites: Requisites,
  /** Faults of them by their check digits. */
  faults: Type.Array(Fault),
})
export type RequisitesVersion = Static<typeof RequisitesVersion>

export const CounterpartyCard = Type.Object({
  ...Counterparty.properties,
  /** Those that hold today, since when, and their faults. */
  requisites: Requisites,
  requisites_from: Nullable(Day),
  faults: Type.Array(Fault),
  /** All that held, hold and are going to hold, the latest first. */
  versions: Type.Array(RequisitesVersion),
  contacts: Type.Array(Contact),
  sites: Type.Array(Site),
  can: Type.Object({ change: Can }),
})
export type CounterpartyCard = Static<typeof CounterpartyCard>

export const listCounterparties = endpoint({
  method: 'GET',
  path: '/counterparties',
  summary: 'Counterparties by name; search looks at names, tax numbers, phones, e-mails, contacts and addresses',
  door: 'staff',
  query: Type.Object({
    search: Type.Optional(Type.String({ maxLength: 200 })),
    side: Type.Optional(OneOf('customer', 'supplier')),
    responsible_id: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 600 })),
  }),
  reply: Page(
    Type.Object({
      ...Counterparty.properties,
      contacts: Type.Integer(),
      sites: Type.Integer(),
      /** How much of its equipment is to be serviced within two weeks, or should have been. */
      services_due: Type.Integer(),
      main_contact: Nullable(Contact),
    }),
  ),
})

export const getCounterparty = endpoint({
  method: 'GET',
  path: '/counterparties/:counterparty_id',
  summary: 'One counterparty with requisites, contacts and sites',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  reply: CounterpartyCard,
})

const NewContact = Type.Object({
  name: Text(200),
  position: Type.Optional(Text(200)),
  phone: Type.Optional(Text(40)),
  email: Type.Optional(Type.String({ format: 'email', maxLength: 200 })),
})
const NewSite = Type.Object({
  address: Text(500),
  access_note: Type.Optional(Text(2000)),
  point: Type.Optional(Point),
  contact_id: Type.Optional(Id),
})

export const addCounterparty = endpoint({
  method: 'POST',
  path: '/counterparties',
  summary:
    'Adds a counterparty, with its first contact and site if given; a double by tax number, phone or e-mail is refused and named (S19, S34)',
  door: 'staff',
  body: Type.Object({
    kind: OneOf('organisation', 'person'),
    name: Text(300),
    /** A customer unless said otherwise. */
    is_customer: Type.Optional(Type.Boolean()),
    is_supplier: Type.Optional(Type.Boolean()),
    tax_number: Type.Optional(Text(20)),
    requisites: Type.Optional(Requisites),
    responsible_id: Type.Optional(Id),
    note: Type.Optional(Text(5000)),
    contact: Type.Optional(NewContact),
    site: Type.Optional(NewSite),
  }),
  reply: CounterpartyCard,
})

export const changeCounterparty = endpoint({
  method: 'PATCH',
  path: '/counterparties/:counterparty_id',
  summary: 'Changes name, requisites that hold today, responsible person',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  body: Type.Object({
    kind: Type.Optional(OneOf('organisation', 'person')),
    name: Type.Optional(Text(300)),
    is_customer: Type.Optional(Type.Boolean()),
    is_supplier: Type.Optional(Type.Boolean()),
    tax_number: Type.Optional(Nullable(Text(20))),
    requisites: Type.Optional(Requisites),
    responsible_id: Type.Optional(Nullable(Id)),
    note: Type.Optional(Nullable(Text(5000))),
  }),
  reply: CounterpartyCard,
})

export const addContact = endpoint({
  method: 'POST',
  path: '/counterparties/:counterparty_id/contacts',
  summary: 'Adds a contact person; a phone or e-mail that belongs to another contact is refused and named',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  body: NewContact,
  reply: Contact,
})

export const changeContact = endpoint({
  method: 'PATCH',
  path: '/contacts/:contact_id',
  summary: 'Changes a contact person; of several phones or e-mails the first, which his card shows',
  door: 'staff',
  params: Type.Object({ contact_id: Id }),
  body: Type.Object({
    name: Type.Optional(Text(200)),
    position: Type.Optional(Nullable(Text(200))),
    phone: Type.Optional(Nullable(Text(40))),
    email: Type.Optional(Nullable(Type.String({ format: 'email', maxLength: 200 }))),
    counterparty_id: Type.Optional(Id),
  }),
  reply: Contact,
})

export const addSite = endpoint({
  method: 'POST',
  path: '/counterparties/:counterparty_id/sites',
  summary: 'Adds an address where work is done',
  door: 'staff',
  params: Type.Object({ counterparty_id: Id }),
  body: NewSite,
  reply: Site,
})

export const changeSite = endpoint({
  method: 'PATCH',
  path: '/sites/:site_id',
  summary: 'Changes an address, its access note, the person on site',
  door: 'staff',
  params: Type.Object({ site_id: Id }),
  body: Type.Object({
    address: Type.Optional(Text(500)),
    access_note: Type.Optional(Nullable(Text(2000))),
    point: Type.Optional(Nullable(Point)),
    contact_id: Type.Optional(Nullable(Id)),
  }),
  reply: Site,
})

/** Who calls, found while the number is being typed (S39). */
export const findCaller = endpoint({
  method: 'GET',
  path: '/callers',
  summary: 'Contacts whose phone begins with, or is, the given digits, with their counterparty and sites',
  door: 'staff',
  query: Type.Object({ phone: Type.String({ minLength: 3, maxLength: 40 }) }),
  reply: Type.Object({
    rows: Type.Array(Type.Object({ contact: Contact, counterparty: Nullable(Counterparty), sites: Type.Array(Site) })),
  }),
})
