import { fold, type Span, stands, without, words } from './fold.ts'

const LONGEST = 80

const POLITE = words(
  String.raw`здравствуйте|здраст\p{L}*|добр(?:ый|ое|ого|ай|ы)\s+(?:день|утро|вечер|дня|времени суток|дзень)|доброго времени суток|привет\p{L}*|приветствую|в[іi]таю|уважаем\p{L}*(?:\s+\p{L}+){0,2}|hello|hi|good (?:morning|afternoon|day)|dear \p{L}+|пожалуйста|будьте добры|будьте любезны|заранее (?:спасибо|благодар\p{L}*)|спасибо|благодар\p{L}*|с уважением.*|thank you|thanks|please|калi ласка|кал[іi] ласка`,
)
/** A clause that only brings somebody, somewhere or somehow, and not what is to be done. */
const EMPTY = words(
  String.raw`нуж(?:ен|на|но|ны)|надо|необходим[аоы]?|прошу|просим|просьба|треб(?:уется|уются)|пришлите|прислать|направьте|вызовите|вызвать|мастер\p{L}*|специалист\p{L}*|бригад\p{L}*|электрик\p{L}*|сантехник\p{L}*|человек\p{L}*|ко(?:го|му)(?:-нибудь|-то)?|срочно|очень|адрес\p{L}*|по адресу|объект\p{L}*|тел|телефон\p{L}*|моб|контакт\p{L}*|звон\p{L}*|меня зовут(?:\s+\p{L}+){1,3}|это\s+\p{L}+|начало|желательно|примерно|где-то|время|можно|нам|мне|вас|к|в|во|на|по|с|со|у|и|а|от|до|для|из|за|г|ул|д|кв|дом|подъезд|этаж|квартир\p{L}*|ждем|жду|патрэбн\p{L}*|трэба|need|needed|we|i|a|an|the|at|on|to|for|is|are`,
)
/** Words that say that a clause tells what is wrong or what to do. */
const WORK =
  /(?:^|[^\p{L}])(?:не\s+\p{L}+|нет|нету|няма|без|ни\s+\p{L}+|\p{L}{2,}(?:ить|ать|ять|еть|ыть|уть|оть|ти|чь|иться|аться|яться|iць|іць|аць)|\p{L}*(?:теч|протек|затап|затопл|слома|забил|засор|отключ|отвал|треснул|разбил|искр|гуд|шум|капа|прорв|залива|затоп|замык|горит|пахнет|установк|замен|ремонт|монтаж|уборк|монтаж|покраск|подключ|застр|выбил|перегор|мига|провер|осмотр|обслуж)\p{L}*)/u

/** A clause that is no verb, for all its ending. */
const NOT_VERB =
  /(?:^|[^\p{L}])(?:часть|сеть|печь|дверь|площадь|жидкость|скорость|пять|шесть|девять|десять|опять|есть|почти|помощь|гости|можно)(?!\p{L})/gu

/**
 * What an order may be called: the first clause of the request that says what is to be done, without greetings, dates,
 * addresses and phones. Never empty; at most 80 letters.
 */
export function proposeTitle(text: string, read: readonly Span[], people: readonly Span[] = []): string {
  const clauses = clausesOf(without(text, read), without(text, [...read, ...people]))
  const sense = bestOf(clauses)
  const any = sense >= 0 ? sense : clauses.findIndex(({ said }) => /\p{L}{2}/u.test(said))
  const title = any >= 0 ? joined(clauses, any) : text.replace(/\s+/g, ' ').trim()
  return shortened(capital(title)) || '…'
}

/** The first clause with a sense of its own, or, in its sentence, the first that tells of work. */
function bestOf(clauses: readonly Clause[]): number {
  const first = clauses.findIndex(({ bare }) => hasSense(bare))
  for (let at = first; at >= 0 && at < clauses.length; at += 1) {
    const { bare = '', mark = '' } = clauses[at] ?? {}
    if (WORK.test(bare) && hasSense(bare)) return at
    if (mark !== ',') break
  }
  return first
}

type Clause = { said: string; bare: string; /** What ends it: a comma lets the next one go on. */ mark: string }

/** A full stop or a comma inside a number or a shortening ends nothing: «85 кв.м», «12,5 кВт». */
const CLAUSE = /(?:[^,.;!?\n]|[,.](?![\s\uE000]|$))+(?<mark>[,.;!?\n]|$)/gu

/** @param unpeopled the same text without the people it asks for: «два электрика» says nothing of the work */
function clausesOf(plain: string, unpeopled: string): Clause[] {
  // Asked once of the whole: most requests are brief, and their clauses many.
  const folded = fold(plain)
  const isPolite = stands(POLITE, folded)
  const mayMislead = stands(NOT_VERB, folded)
  return [...plain.matchAll(CLAUSE)].flatMap((match) => {
    const [part] = match
    const [start, mark] = [match.index, match.groups?.['mark'] ?? '']
    const unmarked = part.slice(0, part.length - mark.length)
    const said = trimmed(isPolite ? unmarked.replace(POLITE_PART, ' ') : unmarked)
    const folded = fold(unpeopled.slice(start, start + part.length))
    const told = isPolite ? folded.replace(POLITE, ' ') : folded
    const bare = mayMislead ? told.replace(NOT_VERB, ' ') : told
    return said === '' ? [] : [{ said, bare, mark }]
  })
}

const POLITE_PART = new RegExp(POLITE.source, 'giu')

const hasSense = (bare: string): boolean => /\p{L}{3}/u.test(bare.replace(EMPTY, ' '))

/** The clause, and what is said in the same breath, while it is short: «Нет воды, ни холодной, ни горячей». */
function joined(clauses: readonly Clause[], at: number): string {
  let title = clauses[at]?.said ?? ''
  for (let next = at + 1; next < clauses.length && clauses[next - 1]?.mark === ','; next += 1) {
    const { said, bare } = clauses[next] ?? { said: '', bare: '' }
    if (!hasSense(bare) || !WORK.test(bare) || title.length + said.length > 60) break
    title = `${title}, ${said}`
  }
  return title
}

const LEADING = String.raw`на|в|во|к|ко|по|с|со|у|и|от|до|для|из|за|г|ул|д|адрес|адресу|объект|объекте|тел|телефон|моб|номер|после|около|at|on|in|to|by|tel|call|ў|вул`
/** What was read elsewhere, with the «на», «по адресу:» or «тел.» that led it in. */
const CUT = new RegExp(
  String.raw`(?:(?<![\p{L}\p{N}])(?:${LEADING})(?![\p{L}\p{N}])[\s.:,(]*){0,4}\uE000[\uE000\s]*`,
  'giu',
)
const HEAD =
  /^(?:(?:срочно|прошу|просим|просьба|нужно|надо|необходимо|нам|мне|вас|и|а|но|что|чтобы)(?![\p{L}\p{N}-])|[^\p{L}\p{N}«"(])+/iu
const FOOT = /(?:(?<![\p{L}\p{N}-])(?:и|а|но|тел|телефон|адрес)|[^\p{L}\p{N}»")%°])+$/iu

/** Without what was read elsewhere, and what that has left hanging at the ends. */
function trimmed(part: string): string {
  const kept = part.includes('\uE000') ? part.replace(CUT, ' ') : part
  const whole = kept.replace(/\s+/g, ' ').trim()
  return whole.replace(FOOT, '').replace(HEAD, '').trim() || whole.replace(/[^\p{L}\p{N}]+$/u, '')
}

const capital = (text: string): string => text.replace(/^\p{Ll}/u, (letter) => letter.toUpperCase())

function shortened(text: string): string {
  const letters = Array.from(text)
  if (letters.length <= LONGEST) return text
  const cut = letters.slice(0, LONGEST - 1).join('')
  const space = cut.lastIndexOf(' ')
  return `${cut.slice(0, space > 40 ? space : undefined).replace(/[\s,;:–—-]+$/u, '')}…`
}
