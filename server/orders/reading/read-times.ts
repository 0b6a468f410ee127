import { apart, places, type Span, stands, words } from './fold.ts'
import { NUMBER, numberOf, ORDINAL, ordinalOf } from './number-words.ts'

/** A time of the day that the text names. */
export type FoundTime = Span & {
  hour: number
  minute: number
  sure: boolean
  /** Means a time even where no day stands beside it; «в 9» alone may be a door or a floor. */
  alone: boolean
  /** «вечером»: says which half of the day a number beside it means. */
  part: 'morning' | 'day' | 'evening' | 'night' | null
}

const PARTS: readonly [RegExp, 'morning' | 'day' | 'evening' | 'night'][] = [
  [/^(?:утра|раніцы|ранiцы|am|a\.m)/, 'morning'],
  [/^(?:дня|pm|p\.m)/, 'day'],
  [/^(?:вечера|вечара)/, 'evening'],
  [/^(?:ночи|ночы)/, 'night'],
]
const HALF = String.raw`утра|дня|вечера|ночи|ран[іi]цы|вечара|ночы|am|pm|a\.m\.?|p\.m\.?`
const TO = String.raw`(?<to>в|во|к|ко|до|после|с|со|около|к|ў|у|да|пасля|з|at|by|after|before|until|часов\s+в|часам\s+к)\s+`
const HOURS = String.raw`(?:часов|часам|часа|часу|час|ч|гадз[іi]н\p{L}*|гадз)\.?`

const CLOCK = new RegExp(
  String.raw`(?<![\p{L}\p{N}:.,-])(?:${TO})?(?<h>\d{1,2}):(?<m>[0-5]\d)(?![\d:])(?:\s*(?<half>${HALF})(?!\p{L}))?`,
  'gu',
)
const POINTED = new RegExp(
  String.raw`(?<![\p{L}\p{N}])${TO}(?<h>\d{1,2})(?<sign>[.-])(?<m>[0-5]\d)(?![\d]|[.-]\d)(?!\s*(?:руб|byn|%|м${'(?!\\p{L})'}))`,
  'gu',
)
const BARE_POINTED = new RegExp(String.raw`(?<![\p{L}\p{N}.,:/-])(?<h>\d{1,2})[.](?<m>[0-5]\d)(?![\d]|[.,:/-]\d)`, 'gu')
const HOURLY = words(
  String.raw`${TO}(?<h>${NUMBER})(?:-?(?:ти|ми|х))?\s*${HOURS}(?:\s*(?<m>[0-5]?\d)\s*(?:минут\p{L}*|мин\.?|м))?(?:\s*(?<half>${HALF}))?`,
)
const HALVED = words(String.raw`(?:${TO})?(?<h>${NUMBER})\s*(?:${HOURS}\s*)?(?<half>${HALF})`)
const BARE = words(String.raw`${TO}(?<h>${NUMBER})(?!\s*[-.:]\s*\d|-\p{L})`)
const RANGE = words(
  String.raw`(?:с|со|з|from)\s+(?<h>\d{1,2})(?::(?<m>[0-5]\d))?\s*(?:час\p{L}*|ч)?\s*(?:до|по|да|to|-|–)\s*\d{1,2}(?::[0-5]\d)?(?:\s*час\p{L}*)?`,
)
const HALF_PAST = words(String.raw`(?:${TO})?(?:половин[еау]\s+|пол)(?<ordinal>${ORDINAL})`)
const WORDY: readonly [RegExp, Omit<FoundTime, keyof Span>][] = [
  [
    words('(?:в|к|до|после|у|at)\\s+(?:полдень|полудню|полудня|noon)'),
    { hour: 12, minute: 0, sure: true, alone: true, part: null },
  ],
  [
    words('после обеда|после полудня|пасля абеду|(?:in the |this )?afternoon'),
    { hour: 14, minute: 0, sure: false, alone: true, part: 'day' },
  ],
  [words('в обед|у абед|к обеду'), { hour: 13, minute: 0, sure: false, alone: true, part: null }],
  [
    words('до обеда|утром|с утра(?: пораньше)?|утра|ран[іi]цай|зранку|(?:in the )?morning'),
    { hour: 9, minute: 0, sure: false, alone: false, part: 'morning' },
  ],
  [words('днем|дн[ёе]м|удзень'), { hour: 13, minute: 0, sure: false, alone: false, part: 'day' }],
  [
    words('вечером|к вечеру|увечары|вечарам|(?:in the )?evening|tonight'),
    { hour: 18, minute: 0, sure: false, alone: false, part: 'evening' },
  ],
  [words('ночью|уначы|at night'), { hour: 22, minute: 0, sure: false, alone: false, part: 'night' }],
]

/**
 * What any time of day is said with, and much besides. Most requests name none, and whether one may be named is asked by
 * one plain look; to look for each kind of time takes ten times as long.
 */
const HINT = new RegExp(
  String.raw`\d[:.-]\d|(?<![а-яa-zіў])${TO.replace('(?<to>', '(?:')}(?:${NUMBER})|(?:${NUMBER})\s*(?:${HOURS}\s*)?(?:${HALF})|пол|обед|абед|утр|ран[іi]цай|зран|дн[её]м|удзень|веч[еа]р|увечары|ночью|уначы|noon|morning|evening|night|from\s`,
  'u',
)

/** All times of day that a folded text names, in their order; of two readings of one place the longer. */
export function readTimes(text: string): FoundTime[] {
  if (!stands(HINT, text)) return []
  const found = [
    ...[...places(RANGE, text)].map((one) => timeOf(one, { alone: false, doubt: false })),
    ...[...places(CLOCK, text)].map((one) => timeOf(one, { alone: true, doubt: false })),
    ...[...places(POINTED, text)].filter(isTime).map((one) => timeOf(one, { alone: true, doubt: false })),
    ...[...places(BARE_POINTED, text)].map((one) => timeOf(one, { alone: false, doubt: false })),
    ...[...places(HOURLY, text)].map((one) => timeOf(one, { alone: true, doubt: true })),
    ...[...places(HALVED, text)].filter(isNoSpan).map((one) => timeOf(one, { alone: true, doubt: false })),
    ...[...places(HALF_PAST, text)].map(halfPast),
    ...[...places(BARE, text)].map((one) => timeOf(one, { alone: standsAlone(one, text), doubt: true })),
    ...WORDY.flatMap(([pattern, time]) =>
      [...places(pattern, text)].map(({ start, end }) => ({ start, end, ...time })),
    ),
  ].filter((time) => time !== null)
  return apart(found)
}

type Place = Span & { at: Record<string, string | undefined>; text: string }

/** «к 12.03» is a day, «к 12.30» and «в 12.10» are times. */
const isTime = ({ at }: Place): boolean =>
  at['sign'] === '-' || /^(?:в|ў|у|at|часов\s+в)$/.test(at['to'] ?? '') || at['m'] === '00' || Number(at['m']) > 12

/** «2 дня» is a while, «в 2 дня» a time. */
const isNoSpan = ({ at }: Place): boolean => at['half'] !== 'дня' || at['to'] !== undefined

/** «к 12», «до 18» at the end of a phrase. «в 9» may go on as a door, and often does. */
const standsAlone = ({ at, end }: Place, text: string): boolean =>
  /^(?:к|ко|до|после|да|пасля|by|until)$/.test(at['to'] ?? '') && /^\s*(?:$|[.,;!?)\n])/.test(text.slice(end))

function timeOf(one: Place, { alone, doubt }: { alone: boolean; doubt: boolean }): FoundTime | null {
  const { h, m, half, to = '' } = one.at
  const hour = numberOf(h) ?? 99
  const part = PARTS.find(([pattern]) => pattern.test(half ?? ''))?.[1] ?? null
  const minute = Number(m ?? 0)
  if (hour > 24 || (hour === 24 && minute > 0)) return null
  // Work is done by day: «к 3» is three in the afternoon, if nothing else is said.
  const guessed = doubt && part === null && m === undefined && hour >= 1 && hour <= 6
  const sure = !guessed && !/^(?:до|да|before|until|около|после|пасля|after)/.test(to)
  return { start: one.start, end: one.end, hour: inDay(guessed ? hour + 12 : hour, part), minute, sure, alone, part }
}

/** The hour of the clock that «7 вечера» or «12 ночи» means. */
export function inDay(hour: number, part: FoundTime['part']): number {
  if (part === 'night') return hour === 12 ? 0 : hour >= 9 && hour < 12 ? hour + 12 : hour
  if ((part === 'day' || part === 'evening') && hour < 12) return hour + 12
  return hour % 24
}

function halfPast({ start, end, at }: Place): FoundTime | null {
  const ordinal = ordinalOf(at['ordinal'] ?? '')
  if (ordinal === null || ordinal > 12) return null
  const hour = ordinal - 1
  return { start, end, hour: hour < 7 ? hour + 12 : hour, minute: 30, sure: false, alone: true, part: null }
}
