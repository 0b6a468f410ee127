/** Security of accounts: sign-in history, passkeys, keys for programs, what the company requires. */
export const security = {
  'account.too_many_tries': 'Too many tries to sign in with this e-mail. Wait 15 minutes or reset the password.',
  'account.password_common': 'Guessers try this password first. Choose another, for example of several words.',
  'account.second_factor_required': 'The company requires a second step at sign-in for your role. Set it up to go on.',
  'account.session_not_fresh': 'You signed in long ago. To change passkeys, sign out and sign in again.',
  'api_key.scope': 'This key may not do that.',
  'api_key.missing': 'There is no such key: it has been revoked.',
} as const
