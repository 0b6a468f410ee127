import { Type, type Static } from 'typebox'
import { OneOf } from '../endpoint.ts'

/** How a mail server is reached: `tls` from the first byte, `starttls` after a bare greeting, `none` in one's own network. */
export const MailServer = Type.Object({
  host: Type.String({ minLength: 1, maxLength: 253, pattern: String.raw`^[\w.:\[\]-]+$` }),
  port: Type.Integer({ minimum: 1, maximum: 65_535 }),
  tls: OneOf('tls', 'starttls', 'none'),
})
export type MailServer = Static<typeof MailServer>

/** What is known of a provider of mailboxes, so that an address and a password are enough. */
export type MailProvider = {
  id: string
  title: string
  /** Of its own addresses. */
  domains: readonly string[]
  /** Ends of names of the servers that take mail for other domains there. */
  mx: readonly string[]
  imap: MailServer
  smtp: MailServer
  /** Lets programs in by a password of their own only, made there. */
  app_password: string | null
  /** Where reading by programs is switched on, where it is off at first. */
  imap_switch: string | null
  /** Lets programs in by OAuth 2 only, or too; where tokens are given. */
  oauth: { only: boolean; token_url: string } | null
  /** Keeps a copy of what goes out by itself. */
  keeps_sent: boolean
  /** `info+anything@…` comes to `info@…`. */
  plus: boolean
}

const secure = (host: string, port: number): MailServer => ({ host, port, tls: 'tls' })
const usual = { mx: [], app_password: null, imap_switch: null, oauth: null, keeps_sent: false, plus: false } as const

export const mailProviders: readonly MailProvider[] = [
  {
    ...usual,
    id: 'yandex',
    title: 'Яндекс Почта',
    domains: ['yandex.ru', 'yandex.by', 'yandex.com', 'yandex.kz', 'yandex.ua', 'ya.ru', 'narod.ru', 'tut.by'],
    mx: ['mx.yandex.net', 'mx.yandex.ru'],
    imap: secure('imap.yandex.ru', 993),
    smtp: secure('smtp.yandex.ru', 465),
    app_password: 'https://id.yandex.ru/security/app-passwords',
    imap_switch: 'https://mail.yandex.ru/#setup/client',
    oauth: { only: false, token_url: 'https://oauth.yandex.ru/token' },
    plus: true,
  },
  {
    ...usual,
    id: 'mailru',
    title: 'Почта Mail',
    domains: ['mail.ru', 'inbox.ru', 'list.ru', 'bk.ru', 'internet.ru', 'xmail.ru'],
    mx: ['mxs.mail.ru', 'emx.mail.ru'],
    imap: secure('imap.mail.ru', 993),
    smtp: secure('smtp.mail.ru', 465),
    app_password: 'https://account.mail.ru/user/2-step-auth/passwords/',
    oauth: { only: false, token_url: 'https://o2.mail.ru/token' },
  },
  {
    ...usual,
    id: 'gmail',
    title: 'Gmail',
    domains: ['gmail.com', 'googlemail.com'],
    mx: ['google.com', 'googlemail.com'],
    imap: secure('imap.gmail.com', 993),
    smtp: secure('smtp.gmail.com', 465),
    app_password: 'https://myaccount.google.com/apppasswords',
    oauth: { only: false, token_url: 'https://oauth2.googleapis.com/token' },
    keeps_sent: true,
    plus: true,
  },
  {
    ...usual,
    id: 'outlook',
    title: 'Outlook',
    domains: ['outlook.com', 'hotmail.com', 'live.com', 'msn.com', 'live.ru'],
    mx: ['protection.outlook.com', 'olc.protection.outlook.com'],
    imap: secure('outlook.office365.com', 993),
    smtp: { host: 'smtp.office365.com', port: 587, tls: 'starttls' },
    oauth: { only: true, token_url: 'https://login.microsoftonline.com/common/oauth2/v2.0/token' },
    keeps_sent: true,
    plus: true,
  },
  {
    ...usual,
    id: 'rambler',
    title: 'Рамблер/почта',
    domains: ['rambler.ru', 'rambler.ua', 'lenta.ru', 'autorambler.ru', 'myrambler.ru', 'ro.ru', 'r0.ru'],
    mx: ['rambler.ru'],
    imap: secure('imap.rambler.ru', 993),
    smtp: secure('smtp.rambler.ru', 465),
    imap_switch: 'https://mail.rambler.ru/settings/mailapps',
  },
  {
    ...usual,
    id: 'icloud',
    title: 'iCloud',
    domains: ['icloud.com', 'me.com', 'mac.com'],
    mx: ['mail.icloud.com'],
    imap: secure('imap.mail.me.com', 993),
    smtp: { host: 'smtp.mail.me.com', port: 587, tls: 'starttls' },
    app_password: 'https://account.apple.com/account/manage',
    plus: true,
  },
  {
    ...usual,
    id: 'ukrnet',
    title: 'UKR.NET',
    domains: ['ukr.net'],
    imap: secure('imap.ukr.net', 993),
    smtp: secure('smtp.ukr.net', 465),
    app_password: 'https://mail.ukr.net/desktop#security/appPasswords',
  },
  {
    ...usual,
    id: 'zoho',
    title: 'Zoho Mail',
    domains: ['zoho.com', 'zohomail.com'],
    mx: ['zoho.com', 'zoho.eu'],
    imap: secure('imappro.zoho.com', 993),
    smtp: secure('smtppro.zoho.com', 465),
    app_password: 'https://accounts.zoho.com/home#security/app_password',
    plus: true,
  },
]

const domainOf = (address: string): string =>
  address
    .slice(address.lastIndexOf('@') + 1)
    .trim()
    .toLowerCase()

/** The provider whose address it is; of a company's own domain nothing is said by the address alone. */
export function providerOfAddress(address: string): MailProvider | null {
  const domain = domainOf(address)
  return mailProviders.find(({ domains }) => domains.includes(domain)) ?? null
}

/** The provider by the servers that take mail for a domain, or by the host that mail is read from. */
export function providerOfHosts(hosts: readonly string[]): MailProvider | null {
  const ends = (host: string, end: string): boolean => host === end || host.endsWith(`.${end}`)
  const bare = hosts.map((host) => host.toLowerCase().replace(/\.$/, ''))
  return (
    mailProviders.find(({ mx, imap, smtp }) =>
      bare.some((host) => host === imap.host || host === smtp.host || mx.some((end) => ends(host, end))),
    ) ?? null
  )
}
