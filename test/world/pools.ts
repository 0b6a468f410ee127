import * as pools from '#contract/pools.ts'
import type { Input } from '#contract/endpoint.ts'
import { done, type Person } from '../as.ts'
import type { Company } from '../world.ts'
import { addPerformer, makeStaff, type Member } from './people.ts'

type Wish = Partial<Input<typeof pools.makePool>>
let count = 0

/** A pool made by somebody who may, with these performers in it. */
export function makePool(by: Person, people: readonly { id: string }[], wish: Wish = {}): Promise<pools.Pool> {
  const member_ids = people.map(({ id }) => id)
  const name = `Электрики ${++count}`
  return done(by, pools.makePool, {
    name,
    specialities: ['Электрики'],
    ...(people.length > 0 && { member_ids }),
    ...wish,
  })
}

export type TwoPools = {
  olga: Member
  dmitry: Member
  /** Olga's. */
  pavel: { id: string; name: string }
  hers: pools.Pool
  /** Dmitry's. */
  viktor: { id: string; name: string }
  his: pools.Pool
  /** Of no pool. */
  gleb: { id: string; name: string }
}

/** Two managers, each with a pool of one performer, and a performer of no pool. */
export async function makeTwoPools(company: Company): Promise<TwoPools> {
  const [olga, dmitry] = [
    await makeStaff(company, 'manager', 'Ольга Санько'),
    await makeStaff(company, 'manager', 'Дмитрий Левчук'),
  ]
  const pavel = await addPerformer(company, { name: 'Павел Жук' })
  const viktor = await addPerformer(company, { name: 'Виктор Бондарь', specialities: ['Сантехники'] })
  const gleb = await addPerformer(company, { name: 'Глеб Ворона', specialities: ['Высотники'] })
  const hers = await makePool(olga, [pavel], { name: 'Электрики' })
  const his = await makePool(dmitry, [viktor], { name: 'Сантехники', specialities: ['Сантехники'] })
  return { olga, dmitry, pavel, hers, viktor, his, gleb }
}
