import { uuidv7 } from 'uuidv7'
import type * as contract from '#contract/people.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tell } from '#platform/events/tell.ts'
import type { Wire } from '#platform/http/serve.ts'
import { currentUser, workIn } from '#server/identity/index.ts'
import { type Word, wordsFor } from '#words/index.ts'
import { enter } from '../entering.ts'
import { specialitiesNamed } from '../members/specialities.ts'
import { presentMe } from '../present-me.ts'
import { lockTree } from '../tree/lock-tree.ts'
import { place } from '../tree/place.ts'

/** Registers a company with its owner (PPL-1). Requisites may come later; the usual trades are there at once. */
export async function registerCompany(ctx: Ctx, input: Input<typeof contract.registerCompany>, wire: Wire) {
  insist(isZone(input.time_zone) ? null : invalid('time_zone', 'company.time_zone_unknown'))
  const [company_id, member_id] = [uuidv7(), uuidv7()]
  const name = input.name.trim()
  insist(name ? null : invalid('name', 'field.required'))
  const owner = await currentUser(ctx)
  const { time_zone, currency } = input
  const into = { company_id, member_id, role: 'owner', name: owner.name, time_zone, currency } as const
  const inside = await enter(ctx, { ...into, orders_open: true, site_contact_open: true })
  const about = { ...input, id: company_id, name, vat_rate: input.vat_rate ?? null, created_at: ctx.now }
  await inside.db.insertInto('companies').values(about).execute()
  await inside.db
    .insertInto('members')
    .values({
      company_id,
      id: member_id,
      user_id: owner.id,
      kind: 'staff',
      role: 'owner',
      state: 'active',
      name: owner.name,
      email: owner.email,
      created_at: ctx.now,
    })
    .execute()
  await place(inside, { member_id, head_id: null, at: await lockTree(inside) })
  await workIn(inside, wire, company_id)
  await tell(inside, 'company.registered', { id: company_id }, { name })
  await specialitiesNamed(
    inside,
    USUAL.map((trade) => wordsFor('ru')(trade)),
  )
  return presentMe(inside)
}

const USUAL: readonly Word[] = [
  'speciality.electricians',
  'speciality.plumbers',
  'speciality.cleaners',
  'speciality.general',
]

export function isZone(name: string): boolean {
  try {
    return Boolean(new Intl.DateTimeFormat('en', { timeZone: name }))
  } catch {
    return false
  }
}
