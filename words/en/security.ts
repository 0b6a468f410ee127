/** Security of accounts: sign-in history, passkeys, keys for programs, what the company requires. */
export const security = {
  'account.too_many_tries': 'Too many tries to sign in with this e-mail. Wait 15 minutes or reset the password.',
  'account.password_common': 'Guessers try this password first. Choose another, for example of several words.',
  'account.password_of_known_words':
    'Guessers make this password of your name, e-mail or company. Choose another, for example of several words.',
  'account.passkey_not_found': 'This passkey is not known here: it was removed, or is another account’s.',
  'account.previously_registered': 'This device has such a passkey already.',
  'account.second_factor_required': 'The company requires a second step at sign-in for your role. Set it up to go on.',
  'account.second_step_due': 'For your role the company asks for more than a password: show a passkey or a code.',
  'account.second_proof_needed':
    'A password is not enough here: use your passkey. If it is lost, ask an administrator to reset your sign-in.',
  'account.email_is_the_same': 'This is your e-mail now.',
  'account.email_taken': 'There is another account with this e-mail.',
  'account.proof_needed': 'First show that it is you.',
  'account.code_used': 'This code has been used. Wait for the next: they change every half minute.',
  'account.passkey_not_verified': 'The device has not checked that it is you. Turn on its PIN, finger or face.',
  'api_key.scope': 'This key may not do that.',
  'api_key.missing': 'There is no such key: it has been revoked.',
  'passkey.sign_in': 'Sign in with a passkey',
  'secure.tab': 'Security',
} as const
