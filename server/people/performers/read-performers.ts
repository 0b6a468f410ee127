import { sql } from 'kysely'
import type { PerformerCells, ReadPerformer } from '#contract/performers.ts'
import type { Ctx } from '#platform/ctx.ts'
import type { CurrencyCode } from '#platform/money.ts'
import { type PhoneCountry, toE164 } from '#platform/phone.ts'
import { tradeNames } from '../members/specialities.ts'
import { countryOf } from '../names.ts'
import { readRate } from './read-rate.ts'
import { tradeReader } from './read-trades.ts'

type Fault = ReadPerformer['faults'][number]

/** Reads each line as its cells were typed: what is wrong is said of its cell (PRF-1). Three queries, however many lines. */
export async function readPerformers(ctx: Ctx, lines: readonly PerformerCells[]): Promise<ReadPerformer[]> {
  const country = await countryOf(ctx)
  const trades = tradeReader(await tradeNames(ctx))
  const read = lines.map((cells) => lineOf(ctx, cells, { country, trades }))
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

type Means = { country: PhoneCountry; trades: ReturnType<typeof tradeReader> }

const LONGEST = { name: 200, trade: 100, trades: 20 }

function lineOf({ viewer }: Ctx, typed: PerformerCells, { country, trades }: Means): ReadPerformer {
  const cells = tidied(typed)
  const phone = cells.phone === '' ? null : toE164(cells.phone, country)
  const { rate, fault } = readRate(cells.rate, viewer.currency as CurrencyCode)
  const specialities = trades(cells.specialities)
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
  ]
  return { cells, phone, specialities, rate: rate && { cost_per_hour: null, fee_per_task: null, ...rate }, faults }
}

const tooLong = (field: Fault['field'], limit: number): Fault => ({ field, code: 'field.too_long', facts: { limit } })

const tidied = ({ name, phone, specialities, rate }: PerformerCells): PerformerCells => ({
  name: name.trim().replaceAll(/\s+/g, ' '),
  phone: phone.trim(),
  specialities: specialities.trim(),
  rate: rate.trim(),
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
