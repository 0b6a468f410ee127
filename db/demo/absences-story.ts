import { listMembers } from '#contract/people.ts'
import { type AbsenceKind, addAbsence, decideAbsence } from '#contract/time/absences.ts'
import { setCalendarDay } from '#contract/time/calendar.ts'
import { addSchedule, type DayHours } from '#contract/time/schedules.ts'
import type { Caller } from './caller.ts'
import type { Company, Staff } from './company.ts'
import type { Story, Timeline } from './timeline.ts'

type Given = { call: Caller; time: Timeline; company: Partial<Company> }

/** Working days from today, both included. */
const AWAY: readonly [who: string, kind: AbsenceKind, from: number, to: number, note?: string][] = [
  ['Денис Рудько', 'illness', -9, -7],
  ['Артём Сушко', 'day_off', 1, 1, 'Семейные дела'],
  ['Денис Рудько', 'vacation', 3, 12],
  ['Алина Кот', 'vacation', 2, 6],
]

const DAY: DayHours = { from: '09:00', to: '18:00', break_minutes: 60 }
const SHORT: DayHours = { from: '10:00', to: '15:00', break_minutes: 0 }
const LONG: DayHours = { from: '08:00', to: '20:00', break_minutes: 60 }

/** Who works otherwise than the company, who is away, who asks not to be there, and who acts for whom. */
export async function* goAway({ call, time, company }: Given): Story {
  yield time.at(-24, 10)
  const { staff, workers } = company
  if (!staff || !workers) return
  const all = { call, time, staff, idOf: (name: string) => workers.find((one) => one.name === name)?.id ?? '' }
  await setHours(all)
  yield time.at(-10, 9)
  for (const [who, kind, from, to, note] of AWAY) {
    const days = { from_day: time.day(from), to_day: time.day(to) }
    await call.do(staff.olga, addAbsence, { member_id: all.idOf(who), kind, ...days, ...(note && { note }) })
  }
  yield time.at(-4, 9)
  await substituted(all, { who: 'Дмитрий Левчук', deputy: 'Ольга Санько', kind: 'vacation', from: 6, to: 12 })
  yield time.at(-1, 8)
  await substituted(all, { who: 'Екатерина Мороз', deputy: 'Вера Лапко', kind: 'illness', from: -1, to: 2 })
  const pavel = workers.find(({ name }) => name === 'Павел Жук')
  if (!pavel) return
  const asked = await call.do(pavel, addAbsence, { kind: 'day_off', from_day: time.day(9), to_day: time.day(9) })
  const reason = 'В этот день сдаём щитовую. Возьмите любой другой.'
  await call.do(staff.olga, decideAbsence, { absence_id: asked.id, confirm: false, reason })
  yield time.at(0, 8)
  const wish = { from_day: time.day(10), to_day: time.day(11), note: 'Переезд' }
  await call.do(pavel, addAbsence, { kind: 'day_off', ...wish })
}

type All = { call: Caller; time: Timeline; staff: Staff; idOf: (name: string) => string }

/** Two who work at other hours, and a day of the company's own. */
async function setHours({ call, time, staff, idOf }: All): Promise<void> {
  await call.do(staff.dmitry, addSchedule, {
    member_id: idOf('Светлана Ярош'),
    kind: 'weekly',
    pattern: [DAY, DAY, DAY, DAY, DAY, SHORT, null],
    from_day: time.day(-24),
    note: 'По субботам уборка в бизнес-центре',
  })
  await call.do(staff.dmitry, addSchedule, {
    member_id: idOf('Виктор Бондарь'),
    kind: 'shifts',
    pattern: [LONG, LONG, null, null],
    from_day: time.day(5),
    note: 'Аварийная бригада',
  })
  await call.do(staff.owner, setCalendarDay, { day: time.day(14), kind: 'short', note: 'Инвентаризация склада' })
}

type Absent = { who: string; deputy: string; kind: AbsenceKind; from: number; to: number }

/** One of the staff is away, and a colleague acts for him. */
async function substituted({ call, time, staff }: All, { who, deputy, kind, from, to }: Absent): Promise<void> {
  const colleague = async (search: string) =>
    (await call.do(staff.owner, listMembers, { kind: 'staff', search })).rows[0]?.id ?? ''
  await call.do(staff.owner, addAbsence, {
    member_id: await colleague(who),
    kind,
    from_day: time.day(from),
    to_day: time.day(to),
    deputy_id: await colleague(deputy),
  })
}
