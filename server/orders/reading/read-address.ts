import { before, places, type Span, stands } from './fold.ts'

export type FoundAddress = Span & { value: string; sure: boolean }

const B = String.raw`(?<![\p{L}\p{N}])`
/** Words that say «street», with how they are shortened; a dot may follow. */
const STREET = String.raw`(?:улиц[аеуы]|ул|вул[іи]ц[аыеу]|вул|проспект[ае]?|праспект|просп|пр-кт|пр-те?|пр|переул(?:ок|ка|ке)|пер|зав(?:улак)?|бульвар[ае]?|б-р|бул|шоссе|ш|набережн(?:ая|ой|ую)|наб|площад[ьи]|пл|проезд[ае]?|тракт[ае]?|тр-т|микрорайон[ае]?|мкрн|мкр|м-н|квартал|кв-л|тупик|street|st|avenue|ave|road|rd)`
const STREET_WORD = new RegExp(String.raw`${B}(?:${STREET}|lane|drive)(?!\p{L})`, 'u')
const NAME_WORD = String.raw`(?:\d{1,2}-?(?:й|я|го|ая|ый)\s+|\d{1,4}-?(?:лет\p{L}*|год\p{L}*)\s+)?\p{L}[\p{L}'.-]{0,30}`
const HOUSE = String.raw`(?:(?:д|дом|зд|здание|house)\.?\s*(?:№\s*)?)?\d{1,4}(?:\s?[а-яa-z](?!\p{L}|\s?\d))?(?:\s?(?:[/-]|к\.?)\s?\d{1,3}[а-яa-z]?(?![\p{L}\d]))?`
const PART = String.raw`(?:корпус|корп|кор|к|строение|стр|подъезд[ае]?|под|п-д|пад'езд|этаж[е]?|эт|квартир[аеуы]|кватэра|кв|офис[е]?|оф|помещени[ея]|пом|кабинет[е]?|каб|комнат[аеы]|ком|секция|вход|apt|office|flat)`
const TAIL = String.raw`(?:\s*,?\s*(?:${PART}\.?\s*№?\s*\d{1,4}[а-яa-z]?|\d{1,3}\s*-?(?:й|ый|м|ом)?\s+(?:подъезд[е]?|этаж[е]?))(?![\p{L}\d]))*`
const CITY = String.raw`(?:(?:г|город|гор|д|дер|деревня|аг|агрогородок|п|пос|поселок|с|село)\.?\s+)?\p{L}[\p{L}-]{2,30}(?:\s*,\s*|\s+(?=${STREET}\s))`

/** «г. Минск, ул. Кальварийская, 41, кв. 5»; the word for the street says that it is an address. */
const MARKED = new RegExp(
  String.raw`${B}${STREET}(?:\.\s*|\s+)(?:${NAME_WORD}\s+){0,2}${NAME_WORD}\s*,?\s*${HOUSE}(?![\p{L}\d])${TAIL}`,
  'gu',
)
/** «Кальварийская улица, 41», «Победителей пр-т 14». */
const MARKED_AFTER = new RegExp(
  String.raw`${B}(?:${NAME_WORD}\s+)?${NAME_WORD}\s+${STREET}(?!\p{L})\.?\s*,?\s*${HOUSE}(?![\p{L}\d])${TAIL}`,
  'gu',
)
/** «дом 15 по улице Лобанка». */
const MARKED_BEHIND = new RegExp(
  String.raw`${B}(?:д\.|дом[еау]?)\s*№?\s*\d{1,4}[а-я]?\s+(?:по|на)\s+${STREET}(?:\.\s*|\s+)${NAME_WORD}`,
  'gu',
)
const ENGLISH =
  /(?<![\p{L}\p{N}])\d{1,4}\s+(?:\p{L}[\p{L}'-]+\s+){1,3}(?:street|st|avenue|ave|road|rd|lane|drive)(?![\p{L}])\.?/gu
/** «Филипенко 12»: a name and a number, and nothing that says more. */
const BARE = new RegExp(
  String.raw`${B}(?<name>\p{L}[\p{L}'-]{3,30})\s*,?\s*(?<house>${HOUSE})(?![\p{L}\d:%]|[.,]\d)${TAIL}`,
  'gu',
)

/** What a number may count: then the word before it is no street. */
const COUNTED =
  /^\s*(?:-?(?:й|я|е|го|ти|х|му)\b|[-–—]\s*\d|(?:час|ч(?!\p{L})|мин|дн|день|дней|сут|недел|месяц|год|лет|раз|чел|шт|штук|м(?!\p{L})|м2|кв\.?\s*м|метр|км|литр|кг|руб|р(?!\p{L})|byn|коп|%|°|ампер|а(?!\p{L})|вт|квт|этаж|подъезд|человек|мастер|рабоч|электр|сантех|слесар|сварщик|маляр|уборщ|грузч|бригад|марта|янв|фев|апр|мая|июн|июл|авг|сен|окт|ноя|дек))/u
/** Words that stand before a number and are no street. */
const NO_STREET =
  /^(?:заказ|заявк|наряд|счет|акт|договор|подъезд|этаж|квартир|кабинет|офис|помещени|комнат|дом|корпус|строени|школ|сад|детсад|садик|магазин|склад|цех|участок|объект|автобус|маршрут|троллейбус|поликлиник|больниц|гимнази|лице|номер|телефон|тел|моб|вайбер|viber|telegram|нужн|надо|треб|около|примерно|через|после|больше|меньше|более|менее|почти|всего|только|еще|уже|лифт|щит|стояк|секци|ряд|место|блок|бокс|гараж|парковк|код|домофон|январ|феврал|март|апрел|ма[йя]$|июн|июл|август|сентябр|октябр|ноябр|декабр|вход|room|order|floor|flat|need|about|фото|пункт|стать|час|минут|год|день|дня|понедельник|вторник|сред|четверг|пятниц|суббот|воскресень|сегодня|завтра|послезавтра|утр|вечер|люб|кажд|прош|либо|или|мест|комплект|штук|размер|длин|ширин|высот|площад|температур)/u
/** A street named alone: in the genitive or as an adjective. */
const STREET_ENDING =
  /(?:ск(?:ая|ой|ого|ую|ай|аго)|ого|его|ова|ева|ина|ына|ая|ой|ую|енко|ко|ича|ых|их|ей|аў|ава|ы|и|а|я)$/u

/**
 * Where the work is, of a text that is given folded and as it was typed. An address with the word for its street, or
 * one that «на» or «по адресу» leads in, is sure; a name with a number is a guess (RDG-3).
 */
export function readAddress(folded: string, typed: string): FoundAddress | null {
  if (!/\d/.test(folded)) return null
  // Most requests name no street by its word; to look for the word alone is quick.
  const patterns = stands(STREET_WORD, folded) ? [MARKED, MARKED_AFTER, MARKED_BEHIND, ENGLISH] : []
  const marked = patterns.flatMap((pattern) => [...places(pattern, folded)])
  const [first] = marked.filter(({ text }) => /\d/.test(text)).toSorted((a, b) => a.start - b.start || b.end - a.end)
  if (first) return quoted(typed, withCity(folded, first), true)
  const bare = [...places(BARE, folded)].find((place) => isStreet(place, folded, typed))
  if (!bare) return null
  const start = withFirstName(typed, bare.start)
  const sure = isLed(before(folded, start)) && isCapital(typed[start])
  return quoted(typed, withCity(folded, { start, end: bare.end }), sure)
}

/** «Якуба Коласа 12»: two names of one street, where nothing but an address begins. */
function withFirstName(typed: string, start: number): number {
  const first = /(?:^|[,.:(]\s*|(?<![\p{L}])(?:на|по|адрес\p{L}*:?)\s+)(\p{Lu}\p{Ll}+\s+)$/u.exec(before(typed, start))
  return first?.[1] === undefined || !isCapital(typed[start]) || NO_CITY.test(first[1].toLowerCase())
    ? start
    : start - first[1].length
}

type Place = Span & { at: Record<string, string | undefined> }

function isStreet({ start, end, at }: Place, folded: string, typed: string): boolean {
  const name = at['name'] ?? ''
  const [ahead, rest] = [before(folded, start), folded.slice(start + name.length, end + 20)]
  if (NO_STREET.test(name) || COUNTED.test(folded.slice(end, end + 20))) return false
  if (isLed(ahead) && isCapital(typed[start])) return true
  if (!STREET_ENDING.test(name)) return false
  if (/^\s*,\s*\d/.test(rest) && !isCapital(typed[start])) return false
  // «Добрый день, Пётр 12»: a name in small letters is a street only where an address would stand.
  return isLed(ahead) || isCapital(typed[start]) || (start < 10 && /^[\s,.!]*$/.test(ahead))
}

const isCapital = (sign: string | undefined): boolean => sign !== undefined && /\p{Lu}/u.test(sign)
const isLed = (ahead: string): boolean =>
  /(?:^|[^\p{L}])(?:на|по|у|адрес\p{L}*|объект\p{L}*|at|on)\s*:?\s*$/u.test(ahead)

const CITY_BEFORE = new RegExp(String.raw`(?<![\p{L}\p{N}])${CITY}$`, 'u')
const NO_CITY =
  /^(?:здравств|добр|привет|нужн|нужен|надо|прош|пожалуйста|срочно|электрик|сантехник|вода|свет|день|утро|вечер|на|по|адрес|завтра|сегодня|марта|в|заявк)/u

/** «Минск, » before a street belongs to the address; «Здравствуйте, » does not. */
function withCity(folded: string, { start, end }: Span): Span {
  const city = CITY_BEFORE.exec(before(folded, start))
  if (!city || NO_CITY.test(city[0]) || !CITIES.test(city[0])) return { start, end }
  return { start: start - city[0].length, end }
}

/** A word before a comma is a town only when it is known for one, or says so itself. */
const CITIES =
  /^(?:г|город|гор|д|дер|деревня|аг|агрогородок|п|пос|поселок|с|село)\.?\s|^(?:минск|брест|гродно|витебск|гомель|могилев|барановичи|бобруйск|борисов|пинск|орша|мозырь|солигорск|лида|молодечно|полоцк|новополоцк|жлобин|светлогорск|речица|слуцк|жодино|кобрин|слоним|волковыск|дзержинск|смолевичи|фаниполь|заславль|москва|санкт-петербург|петербург|спб|казань|екатеринбург|новосибирск|нижний новгород|самара|алматы|астана|мiнск|м[іi]нск)/u

function quoted(typed: string, { start, end }: Span, sure: boolean): FoundAddress {
  const raw = typed.slice(start, end)
  const text = raw.replace(/[\s,]+$/u, '')
  return { start, end: start + text.length, value: text.replace(/\s+/g, ' '), sure }
}
