import { Type, type Static } from 'typebox'
import { Can, Currency, Day, Id, Minor, Nullable, OneOf, Page, Text, When, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'
import { Requisites } from './requisites.ts'

export const DocumentKind = OneOf('invoice', 'act')
export type DocumentKind = Static<typeof DocumentKind>

export const DocumentLine = Type.Object({
  name: Text(500),
  unit: Text(20),
  /** A decimal number in text, at most three places: `1.5`. */
  quantity: Type.String({ pattern: '^\\d{1,9}(\\.\\d{1,3})?$' }),
  /** Of one unit, VAT inside. */
  price: Minor,
  vat_rate: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
})
export type DocumentLine = Static<typeof DocumentLine>

export const CountedLine = Type.Object({ ...DocumentLine.properties, net: Minor, vat: Minor, total: Minor })
export type CountedLine = Static<typeof CountedLine>

export const Document = Type.Object({
  id: Id,
  kind: DocumentKind,
  /** As it stands on the form: «12». */
  number: Type.String(),
  issued_on: Day,
  state: OneOf('issued', 'void'),
  void_reason: Nullable(Type.String()),
  counterparty: Person,
  order: Nullable(Type.Object({ id: Id, number: Type.Integer() })),
  basis: Type.String(),
  currency: Currency,
  net: Minor,
  vat: Minor,
  total: Minor,
  lines: Type.Array(CountedLine),
  file_id: Id,
  issued_by: Person,
  created_at: When,
  can: Type.Object({ void: Can }),
})
export type Document = Static<typeof Document>

const OfOrder = Type.Object({ order_id: Id })

/** What the documents of an order would say, to look over and change before they are issued. */
export const proposeDocuments = endpoint({
  method: 'GET',
  path: '/orders/:order_id/documents/proposal',
  summary: 'Proposed lines and sides of the closing documents (S56)',
  door: 'staff',
  params: OfOrder,
  /** The buyer's requisites are those of the day of the document; today's unless said otherwise. */
  query: Type.Object({ issued_on: Type.Optional(Day) }),
  reply: Type.Object({
    lines: Type.Array(CountedLine),
    currency: Currency,
    net: Minor,
    vat: Minor,
    total: Minor,
    total_in_words: Type.String(),
    basis: Type.String(),
    seller: Requisites,
    buyer: Requisites,
    /** What the form cannot do without: `seller.tax_number`, `buyer.legal_name`… Empty when all is there. */
    missing: Type.Array(Type.String()),
  }),
})

export const issueDocuments = endpoint({
  method: 'POST',
  path: '/orders/:order_id/documents',
  summary: 'Issues invoice and act of the order: numbered without gaps, as PDF that never changes (S56, S77)',
  door: 'staff',
  params: OfOrder,
  body: Type.Object({
    kinds: Type.Array(DocumentKind, { minItems: 1, maxItems: 2 }),
    /** Today unless said otherwise. */
    issued_on: Type.Optional(Day),
    lines: Type.Optional(Type.Array(DocumentLine, { minItems: 1, maxItems: 500 })),
  }),
  reply: Type.Object({ documents: Type.Array(Document) }),
})

export const listDocuments = endpoint({
  method: 'GET',
  path: '/documents',
  summary: 'Issued documents, newest first',
  door: 'staff',
  query: Type.Object({
    kind: Type.Optional(DocumentKind),
    counterparty_id: Type.Optional(Id),
    order_id: Type.Optional(Id),
    after: Type.Optional(Type.String({ maxLength: 300 })),
  }),
  reply: Page(Document),
})

export const voidDocument = endpoint({
  method: 'POST',
  path: '/documents/:document_id/void',
  summary: 'Marks an issued document as void, with a reason; its number is never given again',
  door: 'staff',
  params: Type.Object({ document_id: Id }),
  body: Type.Object({ reason: Text(1000) }),
  reply: Document,
})
