/** Documents: refusals, what forms and files are called, sentences of the timeline. */
export const documents = {
  'document.missing': 'There is no such document. It may belong to another company.',
  'document.not_yours': 'Documents are issued by managers and accountants. Ask them or the owner of the company.',
  'document.already_void': 'The document is void already.',
  'document.act_exists': 'An act for this order is issued already. To issue another, void it with a reason.',
  'document.issued_in_future': 'The date of the document has not come yet. Put today or earlier.',
  'document.quantity_zero': 'The quantity cannot be zero',
  'document.price_negative': 'The price cannot be below zero',
  'document.sum_too_large': 'Such a sum has no room on the form. Check price and quantity.',
  'document.requisites_missing':
    'The document lacks requisites. Complete the counterparty’s card or the company’s requisites in the settings.',
  'document.act_before_acceptance':
    'An act is issued once the customer has accepted the work. An invoice is possible now.',
  'document.nothing_agreed':
    'No sum is agreed. Record the terms with a price, or give the lines of the document yourself.',
  'document.no_counterparty': 'It is unknown to whom to issue. Set the counterparty of the order.',
  'document.order_ended': 'The order is closed. Reopen it to change its documents.',
  'document.file_invoice': 'Invoice {number} of {date}.pdf',
  'document.file_act': 'Act {number} of {date}.pdf',
  'document.basis_order': 'Order {number} of {date}',
  'document.unit_service': 'service',
  'document.unit_hour': 'h',
  'document.line_hours': '{name} ({hours} h {minutes} min at {price})',
  'event.order.documents_issued':
    '{which, select, invoice {issued invoice {invoice}} act {issued act {act}} other {issued invoice {invoice} and act {act}}} for {total}',
  'event.order.document_voided':
    '{kind, select, invoice {voided invoice {document}} other {voided act {document}}}: {reason}',
} as const
