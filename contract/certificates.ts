import { Type, type Static } from 'typebox'
import { Day, Id, Nothing, Nullable, OneOf, Text, endpoint } from './endpoint.ts'
import { Person } from './member-card.ts'

/** By the company's day; `replaced`: another of its kind holds longer. */
export const CertificateState = OneOf('valid', 'expiring', 'expired', 'replaced')

/** A certificate or a permit of a person. */
export const Certificate = Type.Object({
  id: Id,
  /** What it is, in the company's words. */
  kind: Type.String(),
  number: Nullable(Type.String()),
  issued_on: Nullable(Day),
  /** The last day on which it holds; null when it never runs out. */
  expires_on: Nullable(Day),
  state: CertificateState,
  version: Type.Integer(),
})
export type Certificate = Static<typeof Certificate>

/** What is wrong with somebody's certificate on a day: it has run out, or will within thirty days. */
export const CertificateFault = Type.Object({
  member: Person,
  certificate_id: Id,
  kind: Type.String(),
  number: Nullable(Type.String()),
  expires_on: Day,
  state: OneOf('expired', 'expiring'),
})
export type CertificateFault = Static<typeof CertificateFault>

const OfMember = Type.Object({ member_id: Id })
const OfCertificate = Type.Object({ certificate_id: Id })
const Rows = Type.Object({ rows: Type.Array(Certificate) })

export const listCertificates = endpoint({
  method: 'GET',
  path: '/members/:member_id/certificates',
  summary: 'Certificates and permits of a person: what runs out first comes first',
  door: 'staff',
  params: OfMember,
  reply: Rows,
})

export const addCertificate = endpoint({
  method: 'POST',
  path: '/members/:member_id/certificates',
  summary: 'Writes down a certificate or a permit of a person',
  door: 'staff',
  params: OfMember,
  body: Type.Object({
    kind: Text(200),
    number: Type.Optional(Text(100)),
    issued_on: Type.Optional(Day),
    expires_on: Type.Optional(Day),
  }),
  reply: Type.Object({ certificate: Certificate, ...Rows.properties }),
})

export const changeCertificate = endpoint({
  method: 'PATCH',
  path: '/certificates/:certificate_id',
  summary: 'Corrects a certificate; the history keeps what it was',
  door: 'staff',
  params: OfCertificate,
  body: Type.Object({
    kind: Type.Optional(Text(200)),
    number: Type.Optional(Nullable(Text(100))),
    issued_on: Type.Optional(Nullable(Day)),
    expires_on: Type.Optional(Nullable(Day)),
  }),
  reply: Rows,
})

export const removeCertificate = endpoint({
  method: 'POST',
  path: '/certificates/:certificate_id/remove',
  summary: 'Takes a certificate off the page of a person; the history keeps it',
  door: 'staff',
  params: OfCertificate,
  body: Nothing,
  reply: Rows,
})

export const findCertificateFaults = endpoint({
  method: 'GET',
  path: '/certificate-faults',
  summary:
    'Certificates of these people that have run out by a day, or will within thirty days of it: warns, forbids nothing',
  door: 'staff',
  query: Type.Object({
    member_id: Type.Array(Id, { minItems: 1, maxItems: 200 }),
    /** When the work is; today unless said otherwise. */
    day: Type.Optional(Day),
  }),
  reply: Type.Object({ rows: Type.Array(CertificateFault) }),
})

export const listCertificateKinds = endpoint({
  method: 'GET',
  path: '/certificate-kinds',
  summary: 'What certificates the company has written down so far, the most frequent first',
  door: 'staff',
  reply: Type.Object({ rows: Type.Array(Type.String()) }),
})
