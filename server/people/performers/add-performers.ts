import { uuidv7 } from 'uuidv7'
import type { Input } from '#contract/endpoint.ts'
import type * as contract from '#contract/performers.ts'
import { type Ctx, memberOf } from '#platform/ctx.ts'
import { dayIn } from '#platform/days.ts'
import { hold } from '#platform/db/hold.ts'
import { insist, invalid } from '#platform/errors.ts'
import { tellMany } from '#platform/events/tell.ts'
import { performersWhoLeft, takeBackPerformers } from '../access/take-back.ts'
import { memberPolicy } from '../members/policy.ts'
import { addRates } from '../members/rates.ts'
import { setSpecialities, specialityFinder } from '../members/specialities.ts'
import { holdsOf } from '../pools/named-pools.ts'
import { putIntoNamedPools } from './put-into-pools.ts'
import { readPerformers } from './read-performers.ts'

/** As many as one list may have. */
export const MOST = 1000

/**
 * Adds all performers of a list, or nobody (PRF-4): a line that is wrong, or has become so since it was looked at, is
 * named and everything stays as it was. The number of statements does not grow with the list.
 */
export async function addPerformers(ctx: Ctx, { lines, from_day, make_pools }: Input<typeof contract.addPerformers>) {
  insist(memberPolicy.add(ctx.viewer))
  const before = await readPerformers(ctx, lines, make_pools)
  // Two lists at once with the same person: the second waits here, and then finds him.
  await hold(ctx, [...new Set(before.flatMap(wordsOf))])
  const read = await readPerformers(ctx, lines, make_pools)
  insistOnAll(read)

  const called = read.map(({ cells: { name }, phone }) => ({ name, phone: phone ?? '' }))
  const left = await performersWhoLeft(ctx, called)
  const people = read.map((line): New => {
    const before = left.get(line.phone ?? '')
    return { ...line, id: before ?? uuidv7(), name: line.cells.name, is_back: before !== undefined }
  })
  const [back, fresh] = [people.filter(({ is_back }) => is_back), people.filter(({ is_back }) => !is_back)]
  await takeBackPerformers(ctx, back)
  await insertMembers(ctx, fresh)
  await giveTrades(ctx, people)
  const told = fresh.map(({ id, name, specialities }) => {
    return { subject: { id }, facts: { name, specialities: specialities.map((trade) => trade.name) } }
  })
  await tellMany(ctx, 'member.added', told)
  const day = from_day ?? dayIn(ctx.viewer.time_zone, ctx.now)
  await addRates(
    ctx,
    people.flatMap(({ id, name, rate }) => (rate ? [{ member: { id, name }, rate: { ...rate, from_day: day } }] : [])),
  )
  await putIntoNamedPools(ctx, people)
  return { performers: people.map(({ id, name }) => ({ id, name })) }
}

/** What two lists at once may both want to make: a person, and a pool that there is not yet. */
const wordsOf = ({ phone, pools }: Read[number]): string[] => [...(phone ? [`member ${phone}`] : []), ...holdsOf(pools)]

type Read = Awaited<ReturnType<typeof readPerformers>>

/** The first line that is wrong is named, and all that are go along, so that the screen can show each at its cell. */
function insistOnAll(read: Read): void {
  const wrong = read.flatMap(({ faults: [fault] }, at) => (fault ? [{ line: at + 1, ...fault }] : []))
  const [first] = wrong
  if (!first) return
  const { line, field } = first
  insist(invalid(`lines.${line - 1}.${field}`, 'performers.line_wrong', { line, n: wrong.length, lines: wrong }))
}

/** `is_back`: he was here before, and had left. */
type New = Read[number] & { id: string; name: string; is_back: boolean }

async function insertMembers(ctx: Ctx, people: readonly New[]): Promise<void> {
  if (people.length === 0) return
  const common = { company_id: ctx.viewer.company_id, head_id: memberOf(ctx), created_at: ctx.now }
  const kind = { kind: 'performer', role: 'performer', state: 'invited' } as const
  await ctx.db
    .insertInto('members')
    .values(people.map(({ id, name, phone }) => ({ ...common, ...kind, id, name, phone })))
    .execute()
}

/** Exactly these trades, those that the company does not know yet made once. */
async function giveTrades(ctx: Ctx, people: readonly New[]): Promise<void> {
  const names = people.flatMap(({ specialities }) => specialities.map(({ name }) => name))
  const find = await specialityFinder(ctx, names)
  await setSpecialities(
    ctx,
    people.map(({ id, specialities }) => ({
      member_id: id,
      trades: specialities.map(({ name }) => find(name).id),
    })),
  )
}
