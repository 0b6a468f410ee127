import { Temporal } from 'temporal-polyfill'
import { apart, before, places, type Span, stands, words } from './fold.ts'
import { NUMBER, numberOf, ORDINAL, ordinalOf } from './number-words.ts'

/** A day that the text names. `day` is null of one that lies behind or is told of: it must not pass for a wish. */
export type FoundDay = Span & {
  day: Temporal.PlainDate | null
  sure: boolean
  /** The day that may be today if its hour is still to come, and is in a week otherwise. */
  weekly?: boolean
  /** «через час»: the very moment. */
  moment?: Temporal.ZonedDateTime
}

type Now = Temporal.ZonedDateTime
type Reader = (text: string, now: Now) => FoundDay[]

const MONTHS = [
  'янв(?:аря|арь|арем)?|студзеня|jan(?:uary)?',
  'фев(?:раля|раль|ралем)?|лютага|feb(?:ruary)?',
  'мар(?:та|т|том)?|сакав[іi]ка|mar(?:ch)?',
  'апр(?:еля|ель|елем)?|красав[іi]ка|apr(?:il)?',
  'ма(?:я|й|ем)|may',
  'июн(?:я|ь|ем)?|чэрвеня|jun(?:e)?',
  'июл(?:я|ь|ем)?|л[іi]пеня|jul(?:y)?',
  'авг(?:уста|уст|устом)?|жн[іi]ўня|aug(?:ust)?',
  'сен(?:тября|тябрь|т)?|верасня|sep(?:t|tember)?',
  'окт(?:ября|ябрь)?|кастрычн[іi]ка|oct(?:ober)?',
  'ноя(?:бря|брь|б)?|л[іi]стапада|nov(?:ember)?',
  'дек(?:абря|абрь)?|снежня|dec(?:ember)?',
]
export const MONTH = MONTHS.join('|')
const EXACT_MONTHS = MONTHS.map((month) => new RegExp(`^(?:${month})$`))
const monthOf = (word: string | undefined): number => EXACT_MONTHS.findIndex((month) => month.test(word ?? '')) + 1

const WEEKDAYS = [
  'понедельник[ауе]?|панядзел(?:ак|ку)|пн|monday',
  'вторник[ауе]?|аўтор(?:ак|ку)|вт|tuesday',
  'сред[ауые]|серад[ауы]|ср|wednesday',
  'четверг[ауе]?|чацвер|чацвярга|чт|thursday',
  'пятниц[ауые]|пятн[іi]ц[ауы]|пт|friday',
  'суббот[ауые]|субот[ауы]|сб|saturday',
  'воскресень[ею]|нядзел[юяі]|вс|sunday',
]
const EXACT_WEEKDAYS = WEEKDAYS.map((day) => new RegExp(`^(?:${day})$`))

const PAST = /(?:^|[^\p{L}])(?:от|прошл\p{L}*|минувш\p{L}*)\s*$/u
const SINCE = /(?:^|[^\p{L}])(?:с|со|з|since|from)\s*$/u

/** A day without a year: the next one there is. One just gone after «с» tells since when, not when to come. */
function nextOf(
  now: Now,
  { month, day }: { month: number; day: number },
  ahead: string,
): Omit<FoundDay, keyof Span> | null {
  const today = now.toPlainDate()
  const date = dateOf(today.year, month, day)
  if (!date) return null
  if (PAST.test(ahead)) return { day: null, sure: false }
  if (Temporal.PlainDate.compare(date, today) >= 0) return { day: date, sure: true }
  const ago = date.until(today, { largestUnit: 'day' }).days
  return ago < 90 && (SINCE.test(ahead) || ago < 15)
    ? { day: null, sure: false }
    : { day: dateOf(today.year + 1, month, day), sure: true }
}

function dateOf(year: number, month: number, day: number): Temporal.PlainDate | null {
  if (month < 1 || month > 12 || day < 1 || day > Temporal.PlainYearMonth.from({ year, month }).daysInMonth) return null
  return Temporal.PlainDate.from({ year, month, day })
}

/** A day with its year: as written, or none when it lies behind. */
function exact(
  now: Now,
  [year, month, day]: [number, number, number],
  ahead: string,
): Omit<FoundDay, keyof Span> | null {
  const date = dateOf(year < 100 ? 2000 + year : year, month, day)
  if (!date) return null
  const past = PAST.test(ahead) || Temporal.PlainDate.compare(date, now.toPlainDate()) < 0
  return { day: past ? null : date, sure: true }
}

const given = (found: Span, what: Omit<FoundDay, keyof Span> | null): FoundDay[] =>
  what ? [{ start: found.start, end: found.end, ...what }] : []
const UNITS = String.raw`(?!\s*(?:руб|р\.|р${'(?!\\p{L})'}|byn|коп|%|°|м${'(?!\\p{L})'}|кв|мм|см|кг|л${'(?!\\p{L})'}|а${'(?!\\p{L})'}|квт|вт|ампер|тыс|usd|eur))`

const ISO = words(String.raw`(?<y>\d{4})-(?<m>\d\d)-(?<d>\d\d)`)
const NUMERIC = new RegExp(
  String.raw`(?<![\p{L}\p{N}.,/:-])(?<d>\d{1,2})(?<sign>[./])(?<m>\d{1,2})(?:\k<sign>(?<y>\d{4}|\d{2}))?(?![\d/:]|[.,-]\d)${UNITS}`,
  'gu',
)

const numeric: Reader = (text, now) => [
  ...[...places(ISO, text)].flatMap((found) =>
    given(
      found,
      exact(now, [Number(found.at['y']), Number(found.at['m']), Number(found.at['d'])], before(text, found.start)),
    ),
  ),
  ...[...places(NUMERIC, text)].flatMap((found) => {
    const ahead = before(text, found.start)
    const [y, m, d] = ['y', 'm', 'd'].map((part) => found.at[part])
    if (y !== undefined) return given(found, exact(now, [Number(y), Number(m), Number(d)], ahead))
    // «в 14.30» and «кв. 1/12» are no days; «на 12.03» is one.
    if (m?.length !== 2 || /(?:^|[^\p{L}])(?:в|ў|at|№|д|кв|дом|ул|оф)\.?\s*$|№\s*$/u.test(ahead)) return []
    return given(found, nextOf(now, { month: Number(m), day: Number(d) }, ahead))
  }),
]

const WITH_MONTH = words(
  String.raw`(?:(?<d>\d{1,2})(?:-?(?:го|ого|ое|е|th|st|nd|rd))?|(?<ordinal>${ORDINAL}))(?:\s*(?:-|–|—|по|и|да)\s*\d{1,2}(?:-?го)?)?\s+(?:of\s+)?(?<m>${MONTH})(?:\.?,?\s+(?<y>20\d\d)(?:\s*(?:года|год|г))?)?`,
)
const ENGLISH = words(String.raw`(?<m>${MONTH})\s+(?<d>\d{1,2})(?:th|st|nd|rd)?(?:,?\s+(?<y>20\d\d))?`)

const monthly: Reader = (text, now) =>
  [...places(WITH_MONTH, text), ...places(ENGLISH, text)].flatMap((found) => {
    const { d, ordinal, m, y } = found.at
    const [day, month] = [d === undefined ? (ordinalOf(ordinal ?? '') ?? 0) : Number(d), monthOf(m)]
    const ahead = before(text, found.start)
    return given(
      found,
      y === undefined ? nextOf(now, { month, day }, ahead) : exact(now, [Number(y), month, day], ahead),
    )
  })

const OF_MONTH = words(
  String.raw`(?<d>\d{1,2})(?:-?(?:го|ого|ое|е))?\s+числ[аоу]|(?:до|к|на)\s+(?<d2>\d{1,2})-?(?:го|ого|му|ое|е)`,
)

const ofMonth: Reader = (text, now) =>
  [...places(OF_MONTH, text)].flatMap((found) => {
    const day = Number(found.at['d'] ?? found.at['d2'])
    const today = now.toPlainDate()
    const month = day >= today.day ? today : today.add({ months: 1 })
    const date = dateOf(month.year, month.month, day)
    return given(found, date && { day: PAST.test(before(text, found.start)) ? null : date, sure: true })
  })

const NEAR: Record<string, number> = {
  сегодня: 0,
  сёння: 0,
  сення: 0,
  today: 0,
  tonight: 0,
  завтра: 1,
  заўтра: 1,
  tomorrow: 1,
  послезавтра: 2,
  паслязаўтра: 2,
  вчера: -1,
  позавчера: -2,
  учора: -1,
  yesterday: -1,
}
const NEAR_WORDS = words(
  Object.keys(NEAR)
    .toSorted((a, b) => b.length - a.length)
    .join('|'),
)

const near: Reader = (text, now) =>
  [...places(NEAR_WORDS, text)].map((found) => {
    const days = NEAR[found.text] ?? 0
    return { start: found.start, end: found.end, day: days < 0 ? null : now.toPlainDate().add({ days }), sure: true }
  })

const WEEKDAY = words(
  String.raw`(?<to>(?:в|во|на|к|ко|до|у|ў|on|by)\s+)?(?<which>(?:следующ|наступн|эт|ближайш|прошл|м[іi]нул)\p{L}*\s+|next\s+|this\s+|last\s+)?(?<day>${WEEKDAYS.join('|')})`,
)

const weekly: Reader = (text, now) =>
  [...places(WEEKDAY, text)].flatMap((found) => {
    const { to, which = '', day = '' } = found.at
    // «ср» alone is no day, «в ср» and «ср 10:00» are.
    if (day.length === 2 && to === undefined && !/^\.?,?\s*\d/.test(text.slice(found.end))) return []
    if (/^(?:прошл|м[іi]нул|last)/.test(which)) return given(found, { day: null, sure: false })
    const wanted = EXACT_WEEKDAYS.findIndex((pattern) => pattern.test(day)) + 1
    const today = now.toPlainDate()
    const days = (wanted - today.dayOfWeek + 7) % 7
    if (/^(?:следующ|наступн|next)/.test(which))
      return given(found, { day: today.add({ days: wanted - today.dayOfWeek + 7 }), sure: true })
    return given(found, { day: today.add({ days }), sure: days > 0, weekly: true })
  })

const UNIT: readonly [RegExp, 'minutes' | 'hours' | 'days' | 'weeks' | 'months'][] = [
  [/^(?:мин|хв|min)/, 'minutes'],
  [/^(?:час|гадз|hour)/, 'hours'],
  [/^(?:дн|день|дзён|дзен|дзень|сут|day)/, 'days'],
  [/^(?:недел|тыдз|тыдн|week)/, 'weeks'],
  [/^(?:месяц|month)/, 'months'],
]
const LATER = words(
  String.raw`(?:через|праз|in)\s+(?:(?<n>${NUMBER}|полтора|a|an)\s+)?(?<unit>полчаса|паўгадз[іi]ны|half an hour|мин\p{L}*|хв\p{L}*|час\p{L}*|гадз\p{L}*|дн\p{L}*|день|дз[её]н\p{L}*|сут\p{L}*|недел\p{L}*|тыд\p{L}*|месяц\p{L}*|minutes?|hours?|days?|weeks?|months?)`,
)

const later: Reader = (text, now) =>
  [...places(LATER, text)].flatMap((found) => {
    const { n, unit = '' } = found.at
    if (/^(?:полчаса|паў|half)/.test(unit))
      return given(found, { day: now.toPlainDate(), sure: true, moment: now.add({ minutes: 30 }) })
    const kind = UNIT.find(([pattern]) => pattern.test(unit))?.[1] ?? 'days'
    if (n === 'полтора') return given(found, { day: now.toPlainDate(), sure: true, moment: now.add({ minutes: 90 }) })
    const count = n === 'a' || n === 'an' ? 1 : (numberOf(n) ?? 1)
    const moment = now.add({ [kind]: count })
    const short = kind === 'minutes' || kind === 'hours'
    return given(found, { day: moment.toPlainDate(), sure: true, ...(short && { moment }) })
  })

/**
 * What any day is said with, and much besides. Most requests name none, and whether one may be named is asked by one plain
 * look; to look for each kind of day takes ten times as long.
 */
const HINT = new RegExp(
  String.raw`\d[./-]\d|\d(?:-?(?:го|ого|ое|е))?\s+числ|(?:до|к|на)\s+\d|${MONTH}|${Object.keys(NEAR).join('|')}|${WEEKDAYS.join('|')}|через|праз|in\s`,
  'u',
)

/** All days that a folded text names, in their order; of two readings of one place the longer. */
export function readDays(text: string, now: Now): FoundDay[] {
  if (!stands(HINT, text)) return []
  const found = [numeric, monthly, ofMonth, near, weekly, later].flatMap((reader) => reader(text, now))
  return apart(found)
}
