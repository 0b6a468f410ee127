/** Numbers as people write them, by the beginning of the word: Russian in any case, Belarusian, English. */
const STEMS: readonly [string, number][] = [
  ['од(?:ин|на|но|ного|ной|ну|ному|ним)|адз[іi]н|аднаго|one', 1],
  ['дв(?:а|е|ух|ум|умя|ое|оих)|пар[ауы]|two', 2],
  ['тр(?:и|ы|ех|ем|емя|ое|оих)|three', 3],
  ['четыр(?:е|ех|ем|ьмя)|четвер(?:о|ых)|чатыры|four', 4],
  ['пят(?:ь|и|ью|еро|ерых)|пяць|five', 5],
  ['шест(?:ь|и|ью|еро|ерых)|шэсць|six', 6],
  ['сем(?:ь|и|ью|еро|ерых)|сем|seven', 7],
  ['вос(?:емь|ьми|ьмью|ьмеро)|восем|eight', 8],
  ['девят(?:ь|и|ью)|дзевяць|nine', 9],
  ['десят(?:ь|и|ью|еро)|дзесяць|ten', 10],
  ['одиннадцат[ьи]|eleven', 11],
  ['двенадцат[ьи]|twelve', 12],
  ['пятнадцат[ьи]', 15],
  ['двадцат[ьи]', 20],
]

/** Digits, or a number in words; as `\d` it is to stand between `BEGIN` and `END`. */
export const NUMBER = String.raw`\d{1,4}|${STEMS.map(([stem]) => stem).join('|')}`

const EXACT = STEMS.map(([stem, value]) => [new RegExp(`^(?:${stem})$`), value] as const)

export function numberOf(word: string | undefined): number | null {
  if (word === undefined) return null
  if (/^\d+$/.test(word)) return Number(word)
  return EXACT.find(([pattern]) => pattern.test(word))?.[1] ?? null
}

/** «Первого», «десятого», «тридцать первого», «третьего»: days of a month and hours that are half over. */
const ORDINALS = [
  'перв',
  'втор',
  'трет',
  'четверт',
  'пят',
  'шест',
  'седьм',
  'восьм',
  'девят',
  'десят',
  'одиннадцат',
  'двенадцат',
  'тринадцат',
  'четырнадцат',
  'пятнадцат',
  'шестнадцат',
  'семнадцат',
  'восемнадцат',
  'девятнадцат',
  'двадцат',
]
const TENS: Record<string, number> = { двадцать: 20, тридцать: 30 }

export const ORDINAL = String.raw`(?:(?:двадцать|тридцать)\s+)?(?:${ORDINALS.join('|')}|тридцат)(?:ого|ьего|ое|ье|ому|ьему)`

export function ordinalOf(text: string): number | null {
  const [, tens, stem = ''] = /^(?:(двадцать|тридцать)\s+)?(\p{L}+?)(?:ого|ьего|ое|ье|ому|ьему)$/u.exec(text) ?? []
  const value = stem === 'тридцат' ? 30 : ORDINALS.indexOf(stem) + 1
  return value === 0 ? null : value + (tens === undefined ? 0 : (TENS[tens] ?? 0))
}
