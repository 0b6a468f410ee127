/**
 * Given letters of which the table of given values (imap_tools) says something else than we read: by name which values,
 * and why ours stand. The test asserts exactly this list.
 */
export const readOtherwise: Record<string, { values: string; why: string }> = {
  'imaptools-attachment_2_base64': {
    values: 'text',
    why: 'The body is a letter in base64: the table has the signs, we the words that they hold.',
  },
  'imaptools-attachment_7bit': {
    values: 'files',
    why: 'A letter inside the letter: we keep its bytes, the table has them written anew by Python, one byte longer.',
  },
  'imaptools-attachment_emails-attachment_message_rfc822': {
    values: 'files',
    why: 'A letter inside the letter, written anew in the table: its long lines were folded elsewhere.',
  },
  'imaptools-error_emails-content_transfer_encoding_7-bit': {
    values: 'text',
    why: 'A byte outside of its charset: the table drops it, we keep the sign that it stands for in windows-1252.',
  },
  'imaptools-error_emails-content_transfer_encoding_plain': {
    values: 'text',
    why: 'An encoding «plain» that is none, over 8-bit signs: the table drops two of them.',
  },
  'imaptools-error_emails-content_transfer_encoding_with_8bits': {
    values: 'from',
    why: 'The address stands as its own name: we show it once.',
  },
  'imaptools-error_emails-empty_in_reply_to': {
    values: 'in_reply_to',
    why: 'In-Reply-To is there and empty: an empty name in the table, no name to us.',
  },
  'imaptools-error_emails-invalid_subject_characters': {
    values: 'subject',
    why: 'Raw 8-bit signs in the subject: the table drops them («Formao»), we read them («Formação»).',
  },
  'imaptools-error_emails-missing_body': {
    values: 'to',
    why: '«Undisclosed-Recipient:@host;» is no address: the table makes two entries of it, we one. Nobody is answered there.',
  },
  'imaptools-error_emails-missing_content_disposition': {
    values: 'files',
    why: 'A picture without Content-Disposition: we keep it, the table has lost it.',
  },
  'imaptools-error_emails-multiple_invalid_content_dispositions': {
    values: 'files',
    why: 'A part whose Content-Disposition is broken twice: we keep it as a file, the table has lost it.',
  },
  'imaptools-mime_emails-raw_email11': {
    values: 'from to files',
    why: 'Masked addresses without a domain, which are no addresses; and text/enriched, which we keep as a file and the table loses.',
  },
  'imaptools-mime_emails-raw_email_with_mimepart_without_content_type': {
    values: 'files',
    why: 'A report: we keep its delivery status as well, and the bytes of the letter inside, which the table has written anew.',
  },
  'imaptools-multipart_report_emails-multi_address_bounce1': {
    values: 'files',
    why: 'A report: its delivery status is kept as well; the bytes of the letter inside are its own.',
  },
  'imaptools-multipart_report_emails-multi_address_bounce2': {
    values: 'files',
    why: 'A report: its delivery status is kept as well; the bytes of the letter inside are its own.',
  },
  'imaptools-multipart_report_emails-multipart_report_multiple_status': {
    values: 'text files',
    why: 'A report with two statuses: we part its paragraphs where the table runs them together, and take texts of the letter inside for text, not for files.',
  },
  'imaptools-multipart_report_emails-report_422': {
    values: 'files',
    why: 'A report: we keep the delivery status and the header of the letter, the table has neither.',
  },
  'imaptools-multipart_report_emails-report_530': {
    values: 'files',
    why: 'A report: we keep the delivery status and the header of the letter, the table has neither.',
  },
  'imaptools-plain_emails-mix_caps_content_type': {
    values: 'from',
    why: '«Big Bug bb@bug.com» without brackets: we part the name from the address, the table takes all for an address.',
  },
  'imaptools-plain_emails-raw_email6': {
    values: 'text',
    why: '8-bit signs without a charset: the table drops them («Envoy»), we read them («Envoyé»).',
  },
  'imaptools-plain_emails-raw_email_incorrect_header': {
    values: 'subject date text from to message_id',
    why: 'A broken line within the header: the table takes all below it for the text, we read on and have every value.',
  },
  'imaptools-plain_emails-raw_email_with_at_display_name': {
    values: 'to',
    why: '«Mikel@Lindsaar <raasdnil@gmail.com>» is one recipient whose name has an @ in it; the table makes two of him.',
  },
  'imaptools-rfc2822-example10': {
    values: 'from to cc',
    why: 'Comments in addresses: we leave them away, the table puts them into the names; the emptied group is named by us.',
  },
  'imaptools-rfc2822-example11': {
    values: 'to',
    why: 'Obsolete blanks within an address («jdoe@test   . example»): the table joins them, our parser does not. Seen in no real letter.',
  },
  'imaptools-rfc2822-example13': {
    values: 'subject text to message_id',
    why: 'Obsolete blanks before the colons of header fields: the table takes the header for text, we read subject and words.',
  },
  'imaptools-rfc2822-example14': {
    values: 'subject',
    why: 'A blank between a word and an encoded word is part of the subject (RFC 2047): the table drops it.',
  },
  'imaptools-text_with_content_id': {
    values: 'files',
    why: 'A text with a Content-ID is a text to us and a file in the table.',
  },
}
