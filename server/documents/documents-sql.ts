import { type RawBuilder, sql } from 'kysely'
import type { Column } from '#platform/db/json-time.ts'

export type DocumentMark = { kind: 'invoice' | 'act'; number: string }

/** Issued documents of a thing, each by kind and number, inside another context's query. */
export const documentMarks = (company_id: Column, subject_id: Column): RawBuilder<DocumentMark[]> =>
  sql`(select coalesce(jsonb_agg(jsonb_build_object('kind', dc.kind, 'number', dc.number::text) order by dc.id), '[]')
    from documents dc where dc.company_id = ${company_id} and dc.subject_id = ${subject_id} and dc.state = 'issued')`
