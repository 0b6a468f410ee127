/** Letters of the product: subjects and bodies, plain text. */
export const mails = {
  'mail.reset_password.subject': 'A new password',
  'mail.reset_password.body':
    'Hello {name},\n\nto set a new password, open this link:\n{url}\n\nIf you did not ask for it, do nothing: your password stays as it is.',
  'mail.hello': 'Hello {name},',
  'mail.hello_anybody': 'Hello,',
  'mail.invitation.subject': '{company} invites you to Naryad',
  'mail.invitation.body':
    '{who} invites you to the company “{company}”. Your role: {role}.\n\nTo join, open this link:\n{url}\n\nThe link is yours alone and works for {days, plural, one {# day} other {# days}}.',
  'mail.acceptance.subject': 'Order No. {number}: the work is done',
  'mail.acceptance.body':
    'The work “{title}” is done, order No. {number}.\n\nLook at the result and accept it, or say what is wrong:\n{url}\n\nThe link is personal, no password is needed.\n\n{who}',
}
