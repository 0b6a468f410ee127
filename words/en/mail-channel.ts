/** Why a mailbox cannot be read or written through, and why a letter did not go out. */
export const mailChannel = {
  'channel.password_wrong':
    'The mailbox does not let us in: check the address and the password. Many providers want a separate password for programs.',
  'channel.password_needed': 'Enter the password.',
  'channel.grant_over': 'Access to the mailbox has ended or was withdrawn. Connect it again.',
  'channel.token_url_needed': 'Give the address at which the provider hands out tokens.',
  'channel.servers_unknown': 'The mail servers could not be found by the address. Give them under “More”.',
  'channel.host_unknown': 'There is no such mail server: check its name.',
  'channel.host_inside':
    'This server is inside its own network. The administrator of the program may allow it (ALLOWED_HOSTS).',
  'channel.tls_needed': 'No connecting over the internet without encryption: choose SSL/TLS or STARTTLS.',
  'channel.tls_failed': 'The connection could not be encrypted: check the port and the kind of encryption.',
  'channel.certificate_expired': 'The mail server’s certificate has expired. Tell its administrator.',
  'channel.certificate_untrusted': 'The mail server’s certificate cannot be trusted. Tell its administrator.',
  'channel.certificate_of_other': 'The certificate is for another server name: check the name of the server.',
  'channel.later': 'The mail server does not take the letter for now. Trying again.',
  'channel.letter_refused': 'The mail server refused the letter.',
  'channel.letter_too_large': 'The letter is too large for the mail server: make the files smaller, or leave some out.',
  'channel.box_full': 'The recipient’s mailbox is full.',
  'channel.no_address': 'The contact has no e-mail address.',
} as const
