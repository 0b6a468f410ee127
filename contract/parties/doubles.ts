import { Type, type Static } from 'typebox'
import { Can, endpoint, Id, Nullable, OneOf, When } from '../endpoint.ts'
import { Person } from '../member-card.ts'

/** Of what two cards may be one. */
export const PartyKind = OneOf('counterparty', 'contact')
export type PartyKind = Static<typeof PartyKind>

/** What two cards of one counterparty, or of one contact, may say differently. */
export const PartyField = OneOf(
  'name',
  'kind',
  'tax_number',
  'responsible',
  'counterparty',
  'position',
  'note',
  'legal_name',
  'short_name',
  'kpp',
  'ogrn',
  'legal_address',
  'bank_name',
  'account',
  'bic',
  'corr_account',
  'phone',
  'email',
  'signatory_name',
  'signatory_position',
  'signatory_basis',
  'vat_payer',
)
export type PartyField = Static<typeof PartyField>

/** By what a card is told from another of the same name: a tax number, or a phone or e-mail. */
const Card = Type.Object({
  id: Id,
  name: Type.String(),
  detail: Nullable(Type.String()),
  /** Of a contact: where he is. */
  counterparty: Nullable(Type.Object({ id: Id, name: Type.String() })),
  version: Type.Integer(),
})
export type PartyCard = Static<typeof Card>

export const DoubleBy = OneOf('tax_number', 'phone', 'email', 'messenger', 'name')
/** Why two cards may be one; `value` is what both have. */
const Evidence = Type.Object({ by: DoubleBy, value: Type.String(), proven: Type.Boolean() })

const Double = Type.Object({ one: Card, other: Card, same: Type.Array(Evidence) })
export type PartyDouble = Static<typeof Double>

export const listPartyDoubles = endpoint({
  method: 'GET',
  path: '/parties/doubles',
  summary: 'Counterparties, or contacts, that look as if they were entered twice, and by what (S19, S29)',
  door: 'staff',
  query: Type.Object({
    kind: PartyKind,
    card_id: Type.Optional(Id),
    /** Contacts of one counterparty. */
    counterparty_id: Type.Optional(Id),
  }),
  reply: Type.Object({ rows: Type.Array(Double) }),
})

const Choice = Type.Object({
  field: PartyField,
  kept: Nullable(Type.String()),
  gone: Nullable(Type.String()),
  /** Neither is lost: both stay, one below the other. */
  both: Type.Boolean(),
})
export type PartyChoice = Static<typeof Choice>

export const PartyGroup = OneOf(
  'contacts',
  'sites',
  'contracts',
  'equipment',
  'orders',
  'dialogues',
  'messages',
  'documents',
  'requisites',
  'reaches',
  'approvals',
  'others',
)
export type PartyGroup = Static<typeof PartyGroup>

const Preview = Type.Object({
  kept: Card,
  gone: Card,
  choices: Type.Array(Choice),
  /** What goes over, by kinds. `others`: wherever else the card is named. */
  moves: Type.Array(Type.Object({ group: PartyGroup, count: Type.Integer() })),
  /** Addresses that both have: of two one stays. */
  same_sites: Type.Integer(),
  /** Two tax numbers that differ: whoever merges says openly which is right. */
  tax_numbers: Nullable(Type.Object({ kept: Type.String(), gone: Type.String() })),
  can: Type.Object({ merge: Can }),
})
export type PartyPreview = Static<typeof Preview>

const params = Type.Object({ kind: PartyKind, card_id: Id })

export const previewPartyMerge = endpoint({
  method: 'GET',
  path: '/parties/:kind/:card_id/merge',
  summary: 'What would become of two cards: what differs, what goes over (S19, S29)',
  door: 'staff',
  params,
  query: Type.Object({ gone_id: Id }),
  reply: Preview,
})

export const mergeParties = endpoint({
  method: 'POST',
  path: '/parties/:kind/:card_id/merge',
  summary:
    'Makes one of two cards, in one step that can be undone for 30 days; links to the other lead to it (S19, S29)',
  door: 'staff',
  params,
  body: Type.Object({
    gone_id: Id,
    /** What is taken from the card that is given up, where both say something. */
    from_gone: Type.Array(PartyField, { maxItems: 30 }),
    /** Which of two tax numbers is right, where both cards have one. */
    tax_number: Type.Optional(OneOf('kept', 'gone')),
    /** As they were when they were compared: what has been changed since is refused. */
    kept_version: Type.Integer(),
    gone_version: Type.Integer(),
  }),
  reply: Type.Object({ id: Id, name: Type.String(), merge_id: Id }),
})

export const tellPartiesApart = endpoint({
  method: 'POST',
  path: '/parties/:kind/:card_id/apart',
  summary: 'Says that two cards are two, so that they are offered as doubles no more; or takes it back',
  door: 'staff',
  params,
  body: Type.Object({ other_id: Id, apart: Type.Boolean() }),
  reply: Type.Object({ apart: Type.Boolean() }),
})

const Merge = Type.Object({
  id: Id,
  kind: PartyKind,
  kept: Type.Object({ id: Id, name: Type.String() }),
  gone: Type.Object({ id: Id, name: Type.String() }),
  by: Nullable(Person),
  at: When,
  /** Until when it can be undone. */
  until: When,
  can: Type.Object({ undo: Can }),
})
export type PartyMerge = Static<typeof Merge>

export const listPartyMerges = endpoint({
  method: 'GET',
  path: '/parties/:kind/:card_id/merges',
  summary: 'What was merged into a card, or into the contacts of a counterparty, in the last 30 days, the latest first',
  door: 'staff',
  params,
  reply: Type.Object({ rows: Type.Array(Merge) }),
})

export const undoPartyMerge = endpoint({
  method: 'POST',
  path: '/parties/merges/:merge_id/undo',
  summary:
    'Makes two cards again of those that were merged: what went over goes back, what came since stays (S19, S29)',
  door: 'staff',
  params: Type.Object({ merge_id: Id }),
  reply: Type.Object({
    kept: Type.Object({ id: Id, name: Type.String() }),
    gone: Type.Object({ id: Id, name: Type.String() }),
  }),
})
