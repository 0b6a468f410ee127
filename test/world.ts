import { randomBytes } from 'node:crypto'
import * as people from '#contract/people.ts'
import { account, anybody, done, type Person } from './as.ts'
import { product } from './product.ts'

type Known = Person & { email: string; password: string }
export type Company = { id: string; owner: Person & { id: string } }
type KnownCompany = Company & { owner: Known }

let count = 0
/** Different in every call and every test file. */
const fresh = () => `${(++count).toString(36)}${randomBytes(4).toString('hex')}`

/** A signed-up person of no company yet. */
export async function makeUser(name = 'Ольга Санько'): Promise<Known> {
  // Here many join from one address within seconds; elsewhere that is a reason to wait.
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
  const person = { ...anybody(), email: `user-${fresh()}@example.test`, password: `own-${fresh()}-secret` }
  const { email, password } = person
  const answer = await account(person, '/sign-up/email', { name, email, password })
  if (!answer.ok) throw new Error(`sign-up: ${answer.status} ${await answer.text()}`)
  return person
}

/** The same person in another browser, by his password. */
export async function signIn({ email, password }: Known): Promise<Person> {
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
  const elsewhere = anybody()
  const answer = await account(elsewhere, '/sign-in/email', { email, password })
  if (!answer.ok) throw new Error(`sign-in: ${answer.status} ${await answer.text()}`)
  return elsewhere
}

type Wish = { country?: 'BY' | 'RU' | 'other'; vat_rate?: number | null }

/** A company of the test's own, with its owner signed in: no clean-up, and every test leans on the walls. */
export const makeCompany = (wish: Wish = {}): Promise<Company> => makeKnownCompany(wish)

/** The same, where the test needs the owner's password too. */
export async function makeKnownCompany({ country = 'BY', vat_rate = 20 }: Wish = {}): Promise<KnownCompany> {
  const person = await makeUser('Владелец')
  const me = await done(person, people.registerCompany, {
    name: `ГородСервис ${fresh()}`,
    country,
    currency: country === 'RU' ? 'RUB' : 'BYN',
    time_zone: country === 'RU' ? 'Europe/Moscow' : 'Europe/Minsk',
    vat_rate,
  })
  return { id: me.company!.id, owner: Object.assign(person, { id: me.member!.id }) }
}
