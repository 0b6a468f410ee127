/** Letters of the product: subjects and bodies, plain text. */
export const mails = {
  'mail.answer.subject': 'your letter',
  'mail.answer.attribution': '{when}, {author} wrote:',
  'mail.answer.attribution_you': '{when}, you wrote:',
  'mail.reset_password.subject': 'A new password',
  'mail.reset_password.body':
    'Hello {name},\n\nto set a new password, open this link:\n{url}\n\nIf you did not ask for it, do nothing: your password stays as it is.',
  'mail.confirm_email.subject': 'Registration in Naryad',
  'mail.confirm_email.body':
    'Hello, {name}!\n\nTo finish the registration, open the link and enter the password you chose:\n{url}\n\nThe link works for a day. If you did not register, there is nothing to do.',
  'mail.already_registered.subject': 'You are registered in Naryad already',
  'mail.already_registered.body':
    'Hello, {name}!\n\nSomebody has just tried to register with your e-mail, but you have an account already. Sign in or set a new password:\n{url}\n\nIf it was not you, there is nothing to do.',
  'mail.new_place.subject': 'Signed in from a new device',
  'mail.new_place.body':
    'Hello, {name}!\n\nSomebody signed in to your account from a device that was not used before. Address: {where}.\n\nIf it was you, there is nothing to do. If not, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.password_changed.subject': 'Your password was changed',
  'mail.password_changed.body':
    'Hello, {name}!\n\nThis is to tell you: the password of your account was changed, and other devices were signed out.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.factor_on.subject': 'The second step of sign-in is on',
  'mail.factor_on.body':
    'Hello, {name}!\n\nThis is to tell you: signing in to your account now needs a code from an app. Other devices were signed out.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.factor_off.subject': 'The second step of sign-in is off',
  'mail.factor_off.body':
    'Hello, {name}!\n\nThis is to tell you: signing in to your account no longer needs a code from an app. Other devices were signed out.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.passkey_added.subject': 'A passkey was added',
  'mail.passkey_added.body':
    'Hello, {name}!\n\nThis is to tell you: your account can now be opened with a new passkey. Other devices were signed out.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.passkey_removed.subject': 'A passkey was removed',
  'mail.passkey_removed.body':
    'Hello, {name}!\n\nThis is to tell you: a passkey was removed and opens your account no more. Other devices were signed out.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  // In no letter: what passwords are not made of. Here, so that no page carries it.
  'mail.confirm_new_email.subject': 'Confirm your new e-mail',
  'mail.confirm_new_email.body':
    'Hello {name},\n\nTo sign in to Naryad with this e-mail, open the link:\n{url}\n\nThe link works for an hour. If you did not change your e-mail, there is nothing to do.',
  'mail.email_asked.subject': 'A change of e-mail was asked for',
  'mail.email_asked.body':
    'Hello {name},\n\nSomebody in your account asked to change the e-mail to {where}. It changes when the link in the letter to the new address is opened.\n\nIf it was not you, set a new password at once and end the sessions that are not yours:\n{url}',
  'mail.email_changed.subject': 'The e-mail was changed',
  'mail.email_changed.body':
    'Hello {name},\n\nFrom now on you sign in to Naryad with {where}.\n\nIf it was not you, turn to the administrator of your company.\n{url}',
  'mail.sign_in_reset.subject': 'Your sign-in was reset',
  'mail.sign_in_reset.body':
    '{who} has reset your sign-in: passkeys and the second step work no more, and you are signed out everywhere. Sign in with your password and set the second step up anew:\n{url}\n\nIf you did not ask for this, tell the administrator.',
  'password.product_words': 'naryad наряд пароль password qwerty йцукен',
  'mail.hello': 'Hello {name},',
  'mail.hello_anybody': 'Hello,',
  'mail.invitation.subject': '{company} invites you to Naryad',
  'mail.invitation.body':
    '{who} invites you to the company “{company}”. Your role: {role}.\n\nTo join, open this link:\n{url}\n\nThe link is yours alone and works for {days, plural, one {# day} other {# days}}.',
  'mail.channel_failing.subject': 'The channel “{name}” fails',
  'mail.channel_failing.body':
    'The channel “{name}” has failed for more than ten minutes: messages of customers may not arrive.\n\n{why}\n\nLook at it and mend it:\n{url}',
  'mail.watching.subject': 'Order No. {number}: you watch it',
  'mail.watching.body':
    '{who} has made you a watcher of order No. {number} “{title}”. The order and its history are open to you:\n{url}',
  'mail.acceptance.subject': 'Order No. {number}: the work is done',
  'mail.acceptance.body':
    'The work “{title}” is done, order No. {number}.\n\nLook at the result and accept it, or say what is wrong:\n{url}\n\n{unanswered}The link is personal, no password is needed.\n\n{who}',
  'mail.acceptance.silence':
    'If you do not answer until the end of {last_day}, the work counts as accepted: so says the contract No. {contract} of {signed_on}.',
  'mail.reminder.subject': 'Order No. {number}: we wait for your answer until the end of {last_day}',
  'mail.reminder.body':
    'You have not said yet whether you accept the work “{title}”, order No. {number}.\n\nLook at the result and accept it, or say what is wrong:\n{url}\n\nIf you do not answer until the end of {last_day}, the work counts as accepted: so says the contract No. {contract} of {signed_on}.\n\nThe link is personal, no password is needed.\n\n{who}',
}
