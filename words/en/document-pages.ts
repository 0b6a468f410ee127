/** Documents: the list of issued ones and one of them beside it. */
export const documentPages = {
  'documents.empty': 'Invoices and acts will be here',
  'documents.empty_hint':
    'Documents are issued from the card of an order: lines, sums and requisites come from the agreed terms, numbers follow one another.',
  'documents.kind': 'Kind',
  'documents.kind.invoice': 'Invoice',
  'documents.kind.act': 'Act',
  'documents.number': 'Number',
  'documents.date': 'Date',
  'documents.counterparty': 'Counterparty',
  'documents.order': 'Order',
  'documents.sum': 'Sum',
  'documents.vat': 'VAT included',
  'documents.vat_none': 'without VAT',
  'documents.basis': 'Basis',
  'documents.issued_by': 'Issued by',
  'documents.lines': 'Lines',
  'documents.open_pdf': 'Open the PDF',
  'documents.void': 'Void',
  'documents.do_void': 'Make void',
  'documents.void_title.invoice': 'Make invoice No. {number} void?',
  'documents.void_title.act': 'Make act No. {number} void?',
  'documents.void_hint':
    'The document stays in the list with its mark and reason; its number is never given again. This cannot be undone, but a new one can be issued.',
  'documents.void_why': 'Reason',
  'documents.title.invoice': 'Invoice No. {number}',
  'documents.title.act': 'Act No. {number}',
} as const
