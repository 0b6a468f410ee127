import { sql } from 'kysely'
import { uuidv7 } from 'uuidv7'
import type { DocumentKind } from '#contract/documents.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { insist, invalid, notNow } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import { keepFile } from '#server/files/index.ts'
import { wordsFor } from '#words/index.ts'
import { complete, type Draft, draftOf, type Given, netOf } from './draft.ts'
import { documentPolicy } from './policy.ts'
import { type WholeDocument, presentDocuments } from './present-document.ts'
import { hasAct, visibleDocuments } from './queries.ts'
import { renderDocument } from './render-document.ts'
import { takeNumber } from './series.ts'

export type ToIssue = Given & {
  /** What it is made from: an order, by its id. */
  subject: { kind: 'order'; id: string }
  kinds: readonly DocumentKind[]
}

/** Everybody takes the series in this order, so that no two wait for each other. */
const ORDER: readonly DocumentKind[] = ['invoice', 'act']

/**
 * Issues documents: numbered without gaps, set as PDF and stored, all in the transaction of the caller (DOC-1, S56).
 * What must not be issued twice for the same subject the caller holds by a lock on it.
 */
export async function issueDocuments(ctx: Ctx, asked: ToIssue): Promise<WholeDocument[]> {
  insist(documentPolicy.issue(ctx.viewer))
  const today = dayIn(ctx.viewer.time_zone, ctx.now)
  const issued_on = asked.issued_on ?? today
  insist(issued_on > today ? invalid('issued_on', 'document.issued_in_future') : null)
  const kinds = ORDER.filter((kind) => asked.kinds.includes(kind))
  // A second act for the same work is a mistake (DOC-2); of invoices there may be several.
  if (kinds.includes('act'))
    insist((await hasAct(ctx, asked.subject.kind, asked.subject.id)) ? notNow('document.act_exists') : null)
  const draft = await draftOf(ctx, asked)
  insist(complete(draft))
  const ids: string[] = []
  for (const kind of kinds) ids.push(await issueOne(ctx, { asked, draft, kind, issued_on }))
  return presentDocuments(
    ctx,
    await visibleDocuments(ctx)
      .where(sql<boolean>`d.id = any(${ids}::uuid[])`)
      .orderBy('d.id')
      .execute(),
  )
}

type One = { asked: ToIssue; draft: Draft; kind: DocumentKind; issued_on: string }

async function issueOne(ctx: Ctx, one: One): Promise<string> {
  const { asked, draft, kind, issued_on } = one
  const id = uuidv7()
  const number = await takeNumber(ctx, kind, yearOf(issued_on))
  const file_id = await setAndKeep(ctx, one, String(number))
  await write(ctx, one, { id, number, file_id })
  const { total } = draft.totals
  const { currency, subject } = asked
  const facts = { kind, number: String(number), issued_on, total, currency, counterparty: draft.counterparty }
  await tell(ctx, 'document.issued', { id }, { ...facts, subject_id: subject.id })
  return id
}

const yearOf = (day: string): number => Number(day.slice(0, 4))

type Numbered = { id: string; number: number; file_id: string }

async function write(ctx: Ctx, one: One, numbered: Numbered): Promise<void> {
  const { company_id } = ctx.viewer
  const { draft, kind, issued_on } = one
  const { basis, counterparty_id, currency, subject } = one.asked
  const { seller, buyer, totals } = draft
  const what = { ...numbered, kind, year: yearOf(issued_on), issued_on, basis, counterparty_id, currency }
  const from = { subject_kind: subject.kind, subject_id: subject.id, seller: seller as never, buyer: buyer as never }
  const sums = { net: netOf(totals), vat: totals.vat_amount, total: totals.total }
  await ctx.db
    .insertInto('documents')
    .values({ company_id, ...what, ...from, ...sums, issued_by: memberOf(ctx), created_at: ctx.now })
    .execute()
  const lines = draft.counted.map((line, position) => ({ ...line, company_id, document_id: numbered.id, position }))
  await ctx.db.insertInto('document_lines').values(lines).execute()
}

/** The bytes of the form, stored for good: what was sent to a customer is what anybody sees later (DOC-5). */
async function setAndKeep(ctx: Ctx, { asked, draft, kind, issued_on }: One, number: string): Promise<string> {
  const { basis, currency } = asked
  const bytes = await renderDocument({
    ...draft,
    basis,
    currency,
    kind,
    number,
    issued_on,
    place: placeOf(draft.seller.legal_address),
  })
  const [year, month, day] = issued_on.split('-')
  // Forms are Russian, and so are their names, whoever issues them.
  const name = wordsFor('ru')(`document.file_${kind}`, { number, date: `${day}.${month}.${year}` })
  return keepFile(ctx, { name, mime: 'application/pdf', bytes })
}

/** Where a document is drawn up: the town of the seller's address, when it is written as a town. */
const placeOf = (address: string | undefined): string | null =>
  /(?:^|[\s,])(г\. ?[А-ЯЁ][а-яё]+(?:-[А-ЯЁа-яё]+)*)/.exec(address ?? '')?.[1] ?? null
