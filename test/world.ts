import { randomBytes } from 'node:crypto'
import * as people from '#contract/people.ts'
import { account, anybody, done, type Person } from './as.ts'
import { product } from './product.ts'

export type Company = { id: string; owner: Person & { id: string } }

let count = 0
/** Different in every call and every test file. */
const fresh = () => `${(++count).toString(36)}${randomBytes(4).toString('hex')}`

/** A signed-up person of no company yet. */
export async function makeUser(name = 'Ольга Санько'): Promise<Person & { email: string; password: string }> {
  // Here many join from one address within seconds; elsewhere that is a reason to wait.
  await (await product()).process.doorway.pool.unsafe('delete from auth."rateLimit"')
  const person = { ...anybody(), email: `user-${fresh()}@example.test`, password: `pass-${fresh()}-word` }
  const { email, password } = person
  const answer = await account(person, '/sign-up/email', { name, email, password })
  if (!answer.ok) throw new Error(`sign-up: ${answer.status} ${await answer.text()}`)
  return person
}

type Wish = { country?: 'BY' | 'RU' | 'other'; vat_rate?: number | null }

/** A company of the test's own, with its owner signed in: no clean-up, and every test leans on the walls. */
export async function makeCompany({ country = 'BY', vat_rate = 20 }: Wish = {}): Promise<Company> {
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
