import { sql } from 'kysely'
import { Temporal } from 'temporal-polyfill'
import { uuidv7 } from 'uuidv7'
import type { AbsenceKind } from '#contract/time/absences.ts'
import type { Ctx } from '#platform/ctx.ts'
import { elevated } from '#platform/db/transaction.ts'
import { tell } from '#platform/events/tell.ts'
import { writeAbsence } from '../absences/write-absence.ts'
import { followAbsence } from '../substitutions/queries.ts'

type Named = { id: string; name: string }
type Days = { from_day: string; to_day: string }
type Away = Days & { id: string; kind: AbsenceKind; from_minute: number | null; to_minute: number | null }

/**
 * Nobody is away twice at one time (ABS-4), also of two cards that become one: what is confirmed counts before what is asked,
 * whole days before a part of one, the card that remains before the other. Of the rest the days that are left go on.
 */
export async function settleAbsences(ctx: Ctx, { kept, gone }: { kept: Named; gone: Named }): Promise<void> {
  const counted: Away[] = []
  for (const away of await absencesInOrder(ctx, kept.id, gone.id)) {
    const left = leftOf(away, counted)
    const [first, ...others] = left
    counted.push(...left.map((days) => ({ ...away, ...days })))
    if (!first) await withdraw(ctx, { ...away, who: kept })
    else if (first.from_day !== away.from_day || first.to_day !== away.to_day)
      await shorten(ctx, { ...away, ...first, who: kept, others })
    else if (others.length > 0) throw new Error('an absence that was not cut is in pieces')
  }
}

async function absencesInOrder(ctx: Ctx, kept_id: string, gone_id: string): Promise<Away[]> {
  const { rows } = await elevated(ctx, ({ db, viewer }) =>
    sql<Away>`select id, kind, from_day, to_day, from_minute, to_minute from absences
      where company_id = ${viewer.company_id} and member_id = any(${[kept_id, gone_id]}::uuid[]) and state in ('asked', 'confirmed')
      order by state = 'asked', from_minute is not null, member_id <> ${kept_id}, from_day, id
      for no key update`.execute(db),
  )
  return rows
}

/** What of it no other covers yet, in the order of the days. A part of a day is there as a whole or not at all. */
function leftOf(away: Away, counted: readonly Away[]): Days[] {
  const { from_day, to_day } = away
  const over = counted.filter((one) => one.from_day <= to_day && one.to_day >= from_day && meets(one, away))
  if (away.from_minute !== null) return over.length > 0 ? [] : [{ from_day, to_day }]
  return over.reduce<Days[]>((left, one) => left.flatMap((days) => without(days, one)), [{ from_day, to_day }])
}

const meets = (one: Away, other: Away): boolean =>
  (one.from_minute ?? 0) < (other.to_minute ?? DAY) && (one.to_minute ?? DAY) > (other.from_minute ?? 0)
const DAY = 1440

function without(days: Days, gap: Days): Days[] {
  if (gap.to_day < days.from_day || gap.from_day > days.to_day) return [days]
  const before = { from_day: days.from_day, to_day: shifted(gap.from_day, -1) }
  const after = { from_day: shifted(gap.to_day, 1), to_day: days.to_day }
  return [before, after].filter(({ from_day, to_day }) => from_day <= to_day)
}

const shifted = (day: string, days: number): string => Temporal.PlainDate.from(day).add({ days }).toString()

async function withdraw(ctx: Ctx, { id, who, kind, from_day, to_day }: Away & { who: Named }): Promise<void> {
  await elevated(ctx, (inside) => writeAbsence(inside, { id }, { state: 'withdrawn' }))
  await followAbsence(ctx, id, null)
  await tell(ctx, 'member.absence_withdrawn', who, { name: who.name, kind, from_day, to_day })
}

type Cut = Away & { who: Named; others: readonly Days[] }

/** The first days that are left stay in its row; those behind another's are a row of their own, said by the same people. */
async function shorten(ctx: Ctx, { id, who, kind, from_day, to_day, others }: Cut): Promise<void> {
  await elevated(ctx, async (inside) => {
    await writeAbsence(inside, { id }, { from_day, to_day })
    for (const days of others)
      await sql`insert into absences (company_id, id, member_id, kind, from_day, to_day, note, state, entered_by, entered_at, decided_by, decided_at)
        select company_id, ${uuidv7()}, member_id, kind, ${days.from_day}, ${days.to_day}, note, state, entered_by, entered_at, decided_by, decided_at
        from absences where company_id = ${ctx.viewer.company_id} and id = ${id}`.execute(inside.db)
  })
  await followAbsence(ctx, id, { from_day, to_day })
  await tell(ctx, 'member.absence_changed', who, { name: who.name, kind, from_day, to_day })
}
