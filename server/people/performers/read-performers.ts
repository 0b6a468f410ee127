import { sql } from 'kysely'
import type { Input } from '#contract/endpoint.ts'
import type { addPerformers, PerformerCells, ReadPerformer } from '#contract/performers.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CurrencyCode } from '#platform/money.ts'
import { type PhoneCountry, toE164 } from '#platform/phone.ts'
import { memberPolicy } from '../members/policy.ts'
import { tradeNames } from '../members/specialities.ts'
import { countryOf } from '../names.ts'
import { faultOfNew, type NamedPool, poolReader } from '../pools/named-pools.ts'
import { poolPolicy } from '../pools/policy.ts'
import { readRate } from './read-rate.ts'
import { tradeReader } from './read-trades.ts'

/** As its cells were given: a list without pools has no such cells. */
export type GivenCells = Input<typeof addPerformers>['lines'][number]
type Fault = ReadPerformer['faults'][number]

/** Reads each line as its cells were typed: what is wrong is said of its cell (PRF-1). Four queries, however many lines. */
export async function readPerformers(
  ctx: Ctx,
  lines: readonly GivenCells[],
  make_pools: boolean | undefined,
): Promise<ReadPerformer[]> {
  const country = await countryOf(ctx)
  const trades = tradeReader(await tradeNames(ctx))
  const pools = await poolReader(
    ctx,
    lines.map(({ pool = '' }) => pool),
  )
  const read = lines.map((cells) => lineOf(ctx, cells, { country, trades, pools, make_pools }))
  const taken = await phonesTaken(ctx, read)
  const first = new Map<string, number>()
  return read.map((line, at) => {
    if (line.phone === null) return line
    const holder = taken.get(line.phone)
    const twin = first.get(line.phone)
    first.set(line.phone, twin ?? at)
    if (holder) return withFault(line, { field: 'phone', code: 'member.phone_taken', facts: holder })
    if (twin === undefined) return line
    return withFault(line, { field: 'phone', code: 'performer.twice_in_list', facts: { line: twin + 1 } })
  })
}

type Means = {
  country: PhoneCountry
  trades: ReturnType<typeof tradeReader>
  pools: (cell: string) => NamedPool[]
  make_pools: boolean | undefined
}

const LONGEST = { name: 200, trade: 100, trades: 20 }

function lineOf(ctx: Ctx, typed: GivenCells, { country, trades, pools, make_pools }: Means): ReadPerformer {
  const cells = tidied(typed)
  const phone = cells.phone === '' ? null : toE164(cells.phone, country)
  const { rate, fault } = rateOf(ctx, cells.rate)
  const specialities = trades(cells.specialities)
  const named = pools(cells.pool)
  const faults: Fault[] = [
    ...(cells.name === '' ? [{ field: 'name' as const, code: 'field.required' }] : []),
    ...(cells.name.length > LONGEST.name ? [tooLong('name', LONGEST.name)] : []),
    ...(cells.phone === '' ? [{ field: 'phone' as const, code: 'field.required' }] : []),
    ...(cells.phone !== '' && phone === null ? [{ field: 'phone' as const, code: 'phone.unreadable' }] : []),
    ...(specialities.some(({ name }) => name.length > LONGEST.trade) ? [tooLong('specialities', LONGEST.trade)] : []),
    ...(specialities.length > LONGEST.trades
      ? [{ field: 'specialities' as const, code: 'field.too_many', facts: { limit: LONGEST.trades } }]
      : []),
    ...(fault ? [{ field: 'rate' as const, ...fault }] : []),
    ...poolFaults(ctx, named, make_pools),
  ]
  return {
    cells,
    phone,
    specialities,
    pools: named.map(({ name, pool }) => ({ name, known: pool !== null })),
    rate: rate && { cost_per_hour: null, fee_per_task: null, ...rate },
    faults,
  }
}

/** A rate is of no use in the list of whoever may not set one: its cell says so. */
function rateOf({ viewer }: Ctx, cell: string): ReturnType<typeof readRate> {
  const refusal = cell === '' ? null : memberPolicy.name_rate(viewer)
  return refusal ? { rate: null, fault: { code: refusal.code } } : readRate(cell, viewer.currency as CurrencyCode)
}

/** The first pool that he cannot be put into: another's, or one that there is not and may not be made. */
function poolFaults(ctx: Ctx, named: readonly NamedPool[], make_pools: boolean | undefined): Fault[] {
  const closed = named.flatMap(({ pool }) => (pool && poolPolicy.change(ctx.viewer, pool)) ?? [])
  const why = closed[0] ?? faultOfNew(ctx, named, make_pools)
  return why ? [{ field: 'pool', code: why.code, ...(why.facts && { facts: why.facts }) }] : []
}

const tooLong = (field: Fault['field'], limit: number): Fault => ({ field, code: 'field.too_long', facts: { limit } })

const tidied = ({ name, phone, specialities, rate, pool = '' }: GivenCells): PerformerCells => ({
  name: name.trim().replaceAll(/\s+/g, ' '),
  phone: phone.trim(),
  specialities: specialities.trim(),
  rate: rate.trim(),
  pool: pool.trim(),
})

const withFault = (line: ReadPerformer, fault: Fault): ReadPerformer => ({ ...line, faults: [...line.faults, fault] })

/** Who of the company has these phones already. */
async function phonesTaken(ctx: Ctx, lines: readonly ReadPerformer[]) {
  const phones = lines.flatMap(({ phone }) => phone ?? [])
  if (phones.length === 0) return new Map<string, { member_id: string; name: string }>()
  const rows = await ctx.db
    .selectFrom('members')
    .select(['phone', 'id as member_id', 'name'])
    .where('company_id', '=', ctx.viewer.company_id)
    .where(sql<boolean>`phone = any(${phones})`)
    .where('state', '<>', 'left')
    .execute()
  return new Map(rows.map(({ phone, ...holder }) => [phone ?? '', holder]))
}
