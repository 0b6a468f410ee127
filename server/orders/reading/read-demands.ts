import { before, patternOf, places, type Span, stands, words } from './fold.ts'
import { NUMBER, numberOf } from './number-words.ts'
import { type Trade, tradesOf } from './trades.ts'

export type FoundDemand = Span & { speciality: string; people: number; sure: boolean }

/** Words by which people are asked for. */
const NEED = String.raw`нуж(?:ен|на|но|ны|ен\p{L}*)|надо|необходим\p{L}*|треб(?:уется|уются|овался)|понадоб\p{L}*|прошу|просим|пришлите|прислать|пришл\p{L}*|направ(?:ьте|ить)|вышл(?:ите|ете)|отправьте|выз(?:вать|овите|ываю)|дайте|ищем|ищу|жд[уе]м?|бригад[аыу]|хот(?:им|ел\p{L}*)|можно|патрэб\p{L}*|трэба|need(?:ed)?|send|require[ds]?|please send|want`
/** What may stand between a number and its trade: «два опытных электрика», «2-х». */
const BETWEEN = String.raw`(?:-?(?:х|ух|ми|е|го))?(?:\s+(?:человек[аи]?|чел\.?|специалист\p{L}*|мастер\p{L}*|квалифицированн\p{L}*|опытн\p{L}*|хорош\p{L}*|толков\p{L}*|трезв\p{L}*|свободн\p{L}*|ваш\p{L}*))?\s+`
const CREW = words(
  String.raw`(?:бригад[аеуы]\s+(?:из\s+)?)?(?<n>${NUMBER})(?:-?х)?\s*(?:человек[аи]?|чел\.?|people|чалавек\p{L}*)`,
)

type Given = { specialities: readonly string[] }

/**
 * Who is asked for, of a folded text without its addresses, dates and phones (RDG-1). A number beside a trade is sure,
 * a trade after «нужен» is one person, «электрики» without a number are a guess.
 */
export function readDemands(text: string, { specialities }: Given): FoundDemand[] {
  const found: FoundDemand[] = []
  // Most requests speak of no trade, and of most trades none: whether one is costs a fiftieth of looking how.
  const { trades: all, any } = tradesOf(specialities)
  for (const trade of stands(any, text) ? all.filter(({ pattern }) => stands(patternOf(pattern), text)) : [])
    for (const one of [...counted(text, trade), ...countedAfter(text, trade), ...needed(text, trade)])
      if (
        !found.some((other) => other.speciality === one.speciality || (one.start < other.end && other.start < one.end))
      )
        found.push(one)
  const trades = found.toSorted((a, b) => a.start - b.start)
  return withCrew(text, trades, specialities)
}

const MOST = 500

/** «два электрика», «2-х сантехников». */
function counted(text: string, { name, pattern }: Trade): FoundDemand[] {
  return [...places(words(String.raw`(?<n>${NUMBER})${BETWEEN}${pattern}`), text)].flatMap(({ start, end, at }) => {
    const people = numberOf(at['n']) ?? 0
    return people < 1 || people > MOST || isOrdinalPlace(text, start) || isOfHouse(text.slice(start, end), people)
      ? []
      : [{ start, end, speciality: name, people, sure: true }]
  })
}

/** «Филипенко 12 сантехника пришлите»: twelve would be «сантехников». */
const isOfHouse = (said: string, people: number): boolean =>
  /[ая]$/u.test(said) && (people % 10 === 0 || people % 10 > 4 || (people > 10 && people < 15))

/** «кв. 5», «№ 12», «дом 3»: the number belongs to what stands before it. */
const isOrdinalPlace = (text: string, start: number): boolean =>
  /(?:№|кв\.?|дом|д\.|оф\.?|подъезд|этаж|цех|тел\.?)\s*$/u.test(before(text, start))

/** «электрики — 2 чел.», «электриков: 2», «клининг 3 чел.». */
function countedAfter(text: string, { name, pattern }: Trade): FoundDemand[] {
  const people = String.raw`(?:человек[аи]?|чел)`
  const after = words(
    String.raw`${pattern}\s*(?:(?:[-–—:(]|x|х|в количестве)\s*(?<n>${NUMBER})(?:\s*${people})?|\s(?<n2>${NUMBER})\s*${people})`,
  )
  return [...places(after, text)].flatMap(({ start, end, at }) => {
    const count = numberOf(at['n'] ?? at['n2']) ?? 0
    return count < 1 || count > 50 ? [] : [{ start, end, speciality: name, people: count, sure: true }]
  })
}

/** «нужен электрик», «пришлите, пожалуйста, сантехника», «сантехник нужен», «электрика на адрес» at the beginning. */
function needed(text: string, { name, pattern }: Trade): FoundDemand[] {
  const asked = patternOf(
    String.raw`(?<![\p{L}])(?:${NEED})(?:[\s,]+[^\s,.!?;\uE000]+){0,4}?[\s,]+(?<trade>${pattern})(?!\p{L})`,
  )
  const behind = patternOf(
    String.raw`(?<![\p{L}])(?<trade>${pattern})(?:\s+[^\s,.!?;\uE000]+){0,2}?\s+(?:нуж(?:ен|на|но|ны)|треб(?:уется|уются)|необходим\p{L}*|needed)(?!\p{L})`,
  )
  const first = patternOf(
    String.raw`^(?:\s|\uE000|[,.!]|срочно)*(?<trade>${pattern})(?!\p{L})(?=\s*(?:на|по|\uE000|$|[,.!]))`,
  )
  return [
    ...[...places(asked, text)].map(({ end, at }) => oneOf(name, at['trade'], { end })),
    ...[...places(behind, text)].map(({ start, at }) => oneOf(name, at['trade'], { start })),
    ...[...places(first, text)].map(({ end, at }) => ({ ...oneOf(name, at['trade'], { end }), sure: false })),
  ].filter(({ start, end }) => !isThing(text.slice(start, end), before(text, start)))
}

/** One person of a trade whose word ends, or begins, here. */
function oneOf(name: string, trade = '', { start, end = 0 }: Partial<Span>): FoundDemand {
  // Many of them without a number: how many is to be asked.
  const many = /(?:и|ы|ов|ев|ей|s)$/u.test(trade)
  const from = start ?? end - trade.length
  return { start: from, end: from + trade.length, speciality: name, people: 1, sure: !many }
}

/** «проверить сантехнику», «нужно починить электрику»: the thing, not the person. */
const isThing = (trade: string, ahead: string): boolean =>
  /^(?:сантехнику|электрику)$/u.test(trade) ||
  (/^(?:сантехник[аи]|электрик[аи])$/u.test(trade) &&
    /(?:слома\p{L}*|замен\p{L}*|вся|всей|установк\p{L}*|ремонт\p{L}*|монтаж\p{L}*|проверк\p{L}*)\s*$/u.test(ahead))

/** «бригада из 3 человек»: of the one trade that is named, else of whoever does any work. */
function withCrew(text: string, found: FoundDemand[], specialities: readonly string[]): FoundDemand[] {
  const [crew] = places(CREW, text)
  const people = crew === undefined ? null : numberOf(crew.at['n'])
  if (crew === undefined || people === null || people < 1 || people > MOST) return found
  const [only, ...others] = found
  if (only === undefined) {
    const general = specialities.find((name) => /разнорабоч|рабоч|мастер|универсал|общ/iu.test(name)) ?? 'Разнорабочие'
    return [{ start: crew.start, end: crew.end, speciality: general, people, sure: false }]
  }
  return others.length > 0 || (only.sure && only.people > 1) ? found : [{ ...only, people, sure: true }]
}
