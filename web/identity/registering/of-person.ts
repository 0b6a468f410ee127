import { t } from '#web/platform/words.ts'

type Person = { person: string; email: string; password: string }

/** What is wrong with what a person says of himself, before it is sent. */
export function ofPerson({ person, email, password }: Person) {
  return {
    ...(person.trim() === '' && { person: t('field.required') }),
    ...(!/^\S+@\S+\.\S+$/.test(email.trim()) && { email: t('field.email') }),
    ...(password.length < 10 && { password: t('field.too_short', { limit: 10 }) }),
  }
}
