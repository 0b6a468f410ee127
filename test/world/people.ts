import { randomInt } from 'node:crypto'
import * as roles from '#contract/access/roles.ts'
import * as people from '#contract/people.ts'
import { anybody, done, type Person } from '../as.ts'
import { type Company, makeUser } from '../world.ts'

export type Member = Person & { id: string; name: string }
export type Staff = Member & { email: string; password: string }

/** A mobile number of Minsk that nobody in the test has. */
export const freshPhone = (): string => `+37529${randomInt(1_000_000, 9_999_999)}`

export const linkIn = (url: string): string => url.slice(url.lastIndexOf('/') + 1)

type Role = 'admin' | 'manager' | 'accountant' | 'member'

/** A staff member who came by the owner's invitation, signed in. */
export async function makeStaff(company: Company, role: Role = 'manager', name = 'Павел Рудак'): Promise<Staff> {
  const person = await makeUser(name)
  const { url } = await done(company.owner, people.invite, { role })
  const me = await done(person, people.acceptInvitation, { link: linkIn(url) })
  return Object.assign(person, { id: me.member!.id, name })
}

type Wish = {
  name?: string
  phone?: string
  specialities?: string[]
  cost_per_hour?: string
  fee_per_task?: string
  from_day?: string
}

/** An external performer as the list has him; he has not signed in. */
export async function addPerformer(company: Company, wish: Wish = {}): Promise<people.Member> {
  const { name = 'Иван Мороз', phone = freshPhone(), specialities = ['Электрики'], ...rate } = wish
  return done(company.owner, people.addPerformer, { name, phone, specialities, ...rate })
}

/** A performer who has come in on his phone by his personal link. */
export async function makePerformer(company: Company, wish: Wish = {}): Promise<Member> {
  const { id, name } = await addPerformer(company, wish)
  const { url } = await done(company.owner, people.makePersonalLink, { member_id: id })
  const person = anybody()
  await done(person, people.usePersonalLink, { link: linkIn(url) })
  return Object.assign(person, { id, name })
}

/** A role of the company's own with these rights, given to somebody of its staff. */
export async function giveOwnRole(company: Company, member_id: string, rights: string[], name = 'Диспетчер') {
  const role = await done(company.owner, roles.makeRole, { name, role: 'member', rights })
  await done(company.owner, roles.setRole, { member_id, role_id: role.role_id ?? '' })
  return role.role_id ?? ''
}
