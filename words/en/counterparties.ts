/** Counterparties, their contacts and sites. */
export const counterparties = {
  'counterparty.missing': 'There is no such counterparty, or you have no access to it.',
  'contact.missing': 'There is no such contact, or you have no access to it.',
  'site.missing': 'There is no such site, or you have no access to it.',
  'counterparty.managers_only':
    'Counterparties are added and changed by managers, accountants and administrators. Ask one of them.',
  'counterparty.double': 'The number {tax_number} already belongs to “{name}”. Open it instead of adding it twice.',
  'counterparty.responsible_unknown': 'Only a working member of the staff can be responsible.',
  'contact.double':
    '{value} already belongs to {name}{where, select, alone {} other { (“{counterparty}”)}}. Open that contact, or look for a slip of the finger.',
  'contact.phone_wrong':
    '{phone} does not look like a phone number. Check it; begin a number of another country with a plus.',
  'site.double': 'This counterparty already has the address “{address}”.',
  'requisite.check-digit': 'The check digits do not match: look at the number again',
  'requisite.length': 'Some signs are missing or there are too many: look at the number again',
  'requisite.signs': 'There is a wrong sign in the number: look at it again',
  'requisite.shape': 'There can be no such number: look at it again',
  'requisite.not-of-bik': 'The account does not match the BIK: check both',
  'requisite.empty': 'The number is missing',
  'requisites.iban_of_other_bank': 'The account is not of this bank: BIC and account do not fit',
  'requisites.swift_wrong': 'A BIC has eight or eleven signs: check them',
  'requisites.email_wrong': 'This looks like a slip: an e-mail of the form name@company.by is needed',
  'event.counterparty.added': 'added the counterparty “{name}”',
  'event.counterparty.changed': 'changed the counterparty “{name}”',
  'event.counterparty.contact_added': 'added the contact {name}',
  'event.counterparty.contact_changed': 'changed the contact {name}',
  'event.counterparty.site_added': 'added the address {address}',
  'event.counterparty.site_changed': 'changed the address {address}',
  'event.contact.added': 'added the contact {name}',
  'event.contact.changed': 'changed the contact {name}',
} as const
