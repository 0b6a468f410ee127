import { fileURLToPath } from 'node:url'
import type { Pdf } from '#platform/pdf/press.ts'
import { print } from '#platform/pdf/the-press.ts'
import type { DocumentData } from './document-data.ts'
import { formView } from './form-view.ts'

const workspace = fileURLToPath(new URL('./templates/', import.meta.url))

const templates: Record<DocumentData['kind'], Record<DocumentData['country'], string>> = {
  invoice: { BY: 'invoice-by.typ', RU: 'invoice-ru.typ', other: 'invoice-ru.typ' },
  act: { BY: 'act-by.typ', RU: 'act-ru.typ', other: 'act-ru.typ' },
}

/**
 * The bytes of a document as PDF/A-2a, in the form that an accountant of the seller's country expects.
 *
 * Forms follow what a primary accounting document must have: in Belarus art. 10 of the law 57-З of
 * 12.07.2013 (name, date and number; both parties; content and basis of the operation, in natural and
 * money terms; positions, surnames, initials and signatures), in Russia art. 9 of 402-FZ of 06.12.2011.
 * The same data gives the same bytes; still it is the bytes that are kept, since a later version of a
 * form or of the compiler would give others.
 */
export async function renderDocument(data: DocumentData): Promise<Uint8Array> {
  return (await setDocument(data)).bytes
}

/** The same, with the number of pages. */
export function setDocument(data: DocumentData): Promise<Pdf> {
  return print({
    workspace,
    template: templates[data.kind][data.country],
    data: formView(data),
    created_at: new Date(`${data.issued_on}T00:00:00Z`),
  })
}
