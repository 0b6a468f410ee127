import type { Contact } from '#contract/counterparties.ts'

/** A contact's phone or e-mail; empty where there is none. */
export const reachOf = ({ identities }: Pick<Contact, 'identities'>, kind: 'phone' | 'email'): string =>
  identities.find((one) => one.kind === kind)?.value ?? ''
