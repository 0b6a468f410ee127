import type { contactsById } from '#server/counterparties/index.ts'

type Contact = Pick<NonNullable<ReturnType<Awaited<ReturnType<typeof contactsById>>['get']>>, 'identities'>

/** Where a contact gets letters; null where nobody has said. */
export const emailOf = ({ identities }: Contact): string | null =>
  identities.find(({ kind }) => kind === 'email')?.value ?? null
