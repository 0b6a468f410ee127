import type { Currency } from '#contract/endpoint.ts'

type Order = { number: number; title: string }

declare module '#platform/events/tell.ts' {
  interface Events {
    /** Numbers of what was issued together; empty text for the kind that was not. */
    'order.documents_issued': Order & {
      which: 'invoice' | 'act' | 'both'
      invoice: string
      act: string
      issued_on: string
      total: string
      currency: Currency
    }
    'order.document_voided': Order & { document_id: string; kind: 'invoice' | 'act'; document: string; reason: string }
  }
}
