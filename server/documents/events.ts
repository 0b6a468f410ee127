import type { Currency } from '#contract/endpoint.ts'

/** Which document, as a sentence names it. */
type About = { kind: 'invoice' | 'act'; number: string; issued_on: string }

declare module '#platform/events/tell.ts' {
  interface Events {
    'document.issued': About & { total: string; currency: Currency; counterparty: string; subject_id: string }
    'document.voided': About & { reason: string; subject_id: string }
  }
}
