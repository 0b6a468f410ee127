/** The door of identity: users, sessions, personal links. */
export { openAccounts, SESSION_DAYS, type AccountMail, type Accounts } from './accounts.ts'
export { sessionCookie, sessionCookieName } from './cookies.ts'
export { findLink, makeLink, markLink, revokeLinks, type Link } from './links.ts'
export { copyCookies, mountAccounts } from './mount.ts'
export { sessionReader, type Session } from './sessions.ts'
export { currentUser, workIn, type User } from './users.ts'
