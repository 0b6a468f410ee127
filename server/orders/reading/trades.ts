import { LRUCache } from 'lru-cache'
/** Trades of this field: the beginning of the word for a person of it, and what companies call such people. */
const TRADES: readonly [string, string][] = [
  ['электромонтажник', 'Электромонтажники'],
  ['электромонтер', 'Электрики'],
  ['электрик', 'Электрики'],
  ['электрык', 'Электрики'],
  ['electrician', 'Электрики'],
  ['сантехник', 'Сантехники'],
  ['сантэхн[іi]к', 'Сантехники'],
  ['plumber', 'Сантехники'],
  ['слесар', 'Слесари'],
  ['газосварщик|электросварщик|сварщик|зваршчык|welder', 'Сварщики'],
  ['плотник|цясляр|carpenter', 'Плотники'],
  ['столяр', 'Столяры'],
  ['маляр|painter', 'Маляры'],
  ['штукатур', 'Штукатуры'],
  ['плиточник|облицовщик', 'Плиточники'],
  ['отделочник', 'Отделочники'],
  ['кровельщик|roofer', 'Кровельщики'],
  ['каменщик', 'Каменщики'],
  ['бетонщик', 'Бетонщики'],
  ['арматурщик', 'Арматурщики'],
  ['фасадчик', 'Фасадчики'],
  ['монтажник|installer', 'Монтажники'],
  ['вентиляционщик', 'Вентиляционщики'],
  ['кондиционерщик|холодильщик', 'Кондиционеры'],
  ['слаботочник', 'Слаботочники'],
  ['лифтер', 'Лифтёры'],
  ['газовик', 'Газовики'],
  ['стекольщик', 'Стекольщики'],
  ['альпинист|промальп', 'Промышленные альпинисты'],
  ['разнорабоч|подсобник|подсобн(?:ого|ый|ых) рабоч|рабоч|labourer|laborer|worker', 'Разнорабочие'],
  ['грузчик|loader', 'Грузчики'],
  ['уборщи|клинер|клининг|cleaner|cleaning', 'Клининг'],
  ['мойщи', 'Мойщики'],
  ['дворник', 'Дворники'],
  ['садовник|озеленител', 'Садовники'],
  ['охранник', 'Охранники'],
  ['водител', 'Водители'],
  ['токар', 'Токари'],
  ['фрезеровщик', 'Фрезеровщики'],
  ['мастер|майст[эа]р|handyman', 'Мастера'],
]

/** How a word for a person of a trade may end. A trade as a thing (сантехника, электрика) ends as he does in one case. */
const ENDING = String.raw`(?:ами|ями|ов|ев|ей|ам|ям|ах|ях|ами|ом|ем|ам[іi]|аў|ого|ому|ым|им|ых|их|ие|ые|ий|ый|ая|ую|ица|ицу|ицы|иц|цу|ца|цы|ц|у|ю|а|я|ы|и|і|е|о|ь|s)?`

export type Trade = { name: string; pattern: string }
export type Trades = { trades: Trade[]; /** What stands wherever one of them does. */ any: RegExp }

/**
 * The trades to look for: the company's own by their stems («Электрики» is found as «электрика»), and those of the
 * field besides, called as the company calls them where it has them.
 */
export function tradesOf(specialities: readonly string[]): Trades {
  const key = specialities.join('\n')
  const kept = known.get(key) ?? tradesFor(specialities)
  known.set(key, kept)
  return kept
}

/** A company's trades seldom change, and its requests come all day. */
const known = new LRUCache<string, Trades>({ max: 1000 })

function tradesFor(specialities: readonly string[]): Trades {
  const own = specialities.filter((name) => /\p{L}{3}/u.test(name))
  const common = TRADES.map(([stems, name]) => {
    const mine = own.find((each) => isSame(folded(each), stems) || stemOf(each) === stemOf(name))
    return { name: mine ?? name, pattern: `(?:${stems})${ENDING}` }
  })
  const trades = [...own.map((name) => ({ name, pattern: patternOf(name) })), ...common].toSorted(
    (a, b) => b.pattern.length - a.pattern.length,
  )
  return { trades, any: new RegExp(trades.map(({ pattern }) => pattern).join('|'), 'u') }
}

/** «Электрики» and «Электромонтаж» of the company are the field's «электрик…» and «электромонтажник…». */
const isSame = (own: string, stems: string): boolean =>
  new RegExp(`^(?:${stems})`, 'u').test(own) ||
  (own.length >= 8 && stems.split('|').some((stem) => stem.startsWith(stemOf(own))))

const folded = (text: string): string => text.toLowerCase().replaceAll('ё', 'е')
const patternOf = (name: string): string =>
  folded(name)
    .split(/[\s/,-]+/)
    .filter(Boolean)
    .map((word) => `${escaped(stemOf(word))}${ENDING}`)
    .join(String.raw`\s+`)
const escaped = (text: string): string => text.replace(/[^\p{L}\p{N}]/gu, '')

/** A word without its ending, at least four letters of it. */
function stemOf(word: string): string {
  const bare = folded(word)
  const stem = bare.replace(new RegExp(`${ENDING.replace(/\?$/, '')}$`, 'u'), '')
  return stem.length >= 4 ? stem : bare
}
