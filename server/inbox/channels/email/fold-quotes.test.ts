import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import { foldQuotes } from './fold-quotes.ts'
import { isOnlySignature } from './only-signature.ts'

const corpus = new URL('../../../../../shared/corpora/mail-reply/', import.meta.url)

type Case = {
  id: string
  input: string
  expected: { reply_equals?: string; reply_contains?: string[]; reply_excludes?: string[] }
}

const said = (text: string): string[] =>
  text
    .split(/\r?\n/)
    .map((line) => line.replaceAll(/\s+/g, ' ').trim())
    .filter(Boolean)

test('INB-4: of the given replies no line is lost, and quotes are gone in 95 of 100', (t) => {
  if (!existsSync(corpus)) return t.skip('the folder of given material is not here')
  const cases = JSON.parse(readFileSync(new URL('cases.json', corpus), 'utf8')) as Case[]
  const quoted = cases.filter(({ id, input, expected }) => {
    const text = readFileSync(new URL(input, corpus), 'utf8')
    const { shown_text, folded_text } = foldQuotes(text)
    const shown = said(shown_text)
    assert.deepEqual([...shown, ...said(folded_text)].sort(), said(text).sort(), `${id} is whole`)
    const own = [...said(expected.reply_equals ?? ''), ...(expected.reply_contains ?? []).flatMap(said)]
    for (const line of own) assert.ok(shown.join(' ').includes(line), `${id} shows ${line}`)
    const strange =
      expected.reply_equals === undefined
        ? []
        : shown.filter(
            (line) =>
              !said(expected.reply_equals ?? '')
                .join(' ')
                .includes(line),
          )
    return (
      strange.length > 0 ||
      (expected.reply_excludes ?? []).some((each) => shown.join(' ').includes(said(each).join(' ')))
    )
  })
  assert.ok(quoted.length <= cases.length * 0.05, quoted.map(({ id }) => id).join(' '))
})

const OWN = 'Добрый день! Ждём мастера завтра.'
const QUOTE = '> Когда вам удобно?\n> Звоните.'

/** What stands above the quotation, as each program writes it. */
const attributions: [string, string][] = [
  ['Gmail ru', 'ср, 12 мар. 2025 г. в 14:03, Наряд <info@naryad.example>:'],
  ['Gmail be', 'ср, 12 сак 2025 г. у 14:03 Наряд <info@naryad.example> піша:'],
  ['Gmail uk', 'ср, 12 бер. 2025 р. о 14:03 Наряд <info@naryad.example> пише:'],
  ['Gmail en', 'On Wed, Mar 12, 2025 at 2:03 PM Наряд <info@naryad.example>\nwrote:'],
  ['Gmail iOS', '12 марта 2025 г., в 14:03, Наряд <info@naryad.example> написал(а):'],
  ['Yandex', '12.03.2025, 14:03, "Наряд" <info@naryad.example>:'],
  ['Yandex en', '12:03, 12 March 2025, "Наряд" <info@naryad.example>:'],
  ['Mail.ru', 'Среда, 12 марта 2025, 14:03 +03:00 от Наряд <info@naryad.example>:'],
  ['Thunderbird ru', '12.03.2025 14:03, Наряд пишет:'],
  ['Thunderbird be', '12.03.2025 14:03, Наряд піша:'],
  ['Thunderbird uk', '12.03.25 14:03, Наряд пише:'],
  ['Thunderbird en', 'On 12/03/2025 14:03, Наряд wrote:'],
  ['The Bat', 'Вы писали 12 марта 2025 г., 14:03:03:'],
  ['Apple ru', '> 12 марта 2025 г., в 14:03, Наряд <info@naryad.example> написал(а):\n>'],
  ['Apple en', '> On 12 Mar 2025, at 14:03, Наряд <info@naryad.example> wrote:\n>'],
  ['Android', '12 марта 2025 г. 14:03:00 GMT+03:00, Наряд <info@naryad.example> пишет:'],
  ['webmail', 'Иван Петров писал(а) 2025-03-12 14:03:'],
  ['Ukr.net', '12 березня 2025, 14:03:33, від "Наряд" <info@naryad.example>:'],
  ['Horde', 'Quoting Naryad <info@naryad.example>:'],
  ['no address', 'Наряд написал:'],
]

test('INB-4: the line above a quotation goes with it, whichever program wrote it', () => {
  for (const [program, line] of attributions) {
    const { shown_text } = foldQuotes(`${OWN}\n\n${line}\n${QUOTE}\n`)
    assert.equal(shown_text, OWN, program)
  }
})

/** Programs that mark no line of what they quote: all below is folded. */
const heads: [string, string][] = [
  [
    'Outlook ru',
    'От: Наряд <info@naryad.example>\nОтправлено: среда, 12 марта 2025 г. 14:03\nКому: Пётр\nТема: Заявка',
  ],
  [
    'Outlook line',
    '________________________________\nОт: Наряд\nОтправлено: 12 марта 2025 г. 14:03\nКому: Пётр\nТема: Заявка',
  ],
  [
    'Outlook en',
    '-----Original Message-----\nFrom: Naryad [mailto:info@naryad.example]\nSent: Wednesday, March 12, 2025 2:03 PM\nTo: Petr\nSubject: Job',
  ],
  [
    'Outlook bold',
    '*From:* Naryad <info@naryad.example>\n*Sent:* Wednesday, March 12, 2025 2:03 PM\n*To:* Petr\n*Subject:* Job',
  ],
  ['Outlook be', 'Ад: Нарад <info@naryad.example>\nАдпраўлена: 12 сакавіка 2025 г. 14:03\nКаму: Пятро\nТэма: Заяўка'],
  ['Outlook uk', 'Від: Наряд <info@naryad.example>\nНадіслано: 12 березня 2025 р. 14:03\nКому: Петро\nТема: Заявка'],
  [
    'Mail.ru forwarded',
    '-------- Пересылаемое сообщение --------\nОт: Наряд <info@naryad.example>\nКому: Пётр\nДата: Среда, 12 марта 2025, 14:03 +03:00\nТема: Заявка',
  ],
  ['Yandex forwarded', '-------- Пересылаемое сообщение --------\n12.03.2025, 14:03, "Наряд" <info@naryad.example>:'],
  [
    'Thunderbird forwarded',
    '-------- Перенаправленное сообщение --------\nТема: Заявка\nДата: Wed, 12 Mar 2025 14:03:00 +0300\nОт: Наряд <info@naryad.example>\nКому: Пётр',
  ],
]

test('INB-4: below the head of the quoted letter all is folded, for its lines carry no mark', () => {
  for (const [program, head] of heads) {
    const { shown_text, folded_text } = foldQuotes(`${OWN}\n\n${head}\n\nКогда вам удобно?\n\nЗвоните.\n`)
    assert.equal(shown_text, OWN, program)
    assert.match(folded_text, /Звоните\.$/, program)
  }
})

test('INB-4: a letter forwarded without a word shows what it forwards', () => {
  for (const [program, head] of heads) {
    const { shown_text } = foldQuotes(`${head}\n\nПротекает крыша, нужен мастер.\n`)
    assert.match(shown_text, /Протекает крыша/, program)
  }
})

test('INB-4: what is answered below or between quotes is shown', () => {
  const line = 'ср, 12 мар. 2025 г. в 14:03, Наряд <info@naryad.example>:'
  assert.equal(foldQuotes(`${line}\n${QUOTE}\n\nЗавтра после обеда.\n`).shown_text, 'Завтра после обеда.')
  const between = foldQuotes(`${line}\n> Когда удобно?\nзавтра\n> Кто встретит?\nохрана\n`).shown_text
  assert.match(between, /завтра/)
  assert.match(between, /охрана/)
  // Even where a quoted line is long and the answer begins in lower case.
  const long = `> ${'Скажите, пожалуйста, в котором часу мастеру лучше подъехать к вам на объект.'}\nпосле обеда\n> Кто встретит?`
  assert.match(foldQuotes(`${line}\n${long}\nохрана`).shown_text, /после обеда/)
})

test('INB-4: words that only look like a mark are the writer’s', () => {
  const own = [
    'В пятницу 12.03.2025 директор написал:\nработы начать немедленно.\n\nПросим подтвердить.',
    'Новый адрес для счетов: buh@svet.example\nСтарый больше не работает.',
    'От: склада\nКому: в офис\nНужна доставка двух щитов.',
    'Сроки:\n12.03.2025 10:00\n13.03.2025 12:30\n\nДальше по плану.',
    'On the other hand, 12 lamps are enough.\nOn Monday we wrote to you about it.',
    'Отправлено с курьером 12 марта, встречайте.',
    '1) щит\n--\n2) кабель\n--\n3) лампы',
    'От: Петрова\nКому: Иванову\nДата: 12.03.2025\n\nПрошу выделить людей.',
    'Добрый день!\n\nВ 10:00 12 марта приедет Иван (ivan@svet.example):\nвстретьте его у ворот.',
    'Вот почта бухгалтерии buh@svet.example:\nсчёт туда.',
    'Отправлено из Минска 12 марта',
  ]
  for (const text of own) assert.equal(foldQuotes(text).shown_text, text)
})

test('INB-5: signatures and what a telephone adds are folded, names are not', () => {
  assert.equal(foldQuotes(`${OWN}\n\n-- \nПётр Иванов\n+375 29 123-45-67`).shown_text, OWN)
  assert.equal(foldQuotes(`${OWN}\n--\nС уважением,\nПётр\n`).shown_text, OWN)
  for (const line of [
    'Отправлено с iPhone',
    'Отправлено из Почты Mail для Android',
    'Отправлено из мобильной Яндекс Почты',
    'Sent from my iPhone',
    'Адпраўлена з iPhone',
    'Надіслано з iPhone',
    'Get Outlook for iOS',
  ])
    assert.equal(foldQuotes(`${OWN}\n\n${line}\n`).shown_text, OWN, line)
  assert.match(foldQuotes(`${OWN}\n\nС уважением,\nПётр`).shown_text, /Пётр$/)
})

test('INB-4: a letter of thirty thousand lines is folded at once', () => {
  for (const line of ['От: а@б.by', '> цитата', 'On Mon <a@b.by', '-- ', '____', 'a '.repeat(100)]) {
    const started = performance.now()
    foldQuotes(`${line}\n`.repeat(30_000))
    assert.ok(performance.now() - started < 5_000, line)
  }
  for (const sign of ['a', ' ', '-', '@', '>', '<', '. ', ': ', '\n', ' \n']) {
    const started = performance.now()
    foldQuotes(`x${sign.repeat(300_000)}y`)
    assert.ok(performance.now() - started < 5_000, sign)
  }
})

test('INB-5: a folded signature is told from folded letters', () => {
  const folds = (text: string) => isOnlySignature(foldQuotes(text).folded_text)
  assert.equal(folds('Приезжайте завтра\n\n-- \nПётр Иванов\n+375 29 100-00-00\npetr@svet.example'), true)
  assert.equal(folds('Приезжайте завтра\n\nОтправлено с iPhone'), true)
  const quote = '26.11.2026 14:03, Пётр пишет:\n> Протекает крыша'
  assert.equal(folds(`Приедем\n\n${quote}`), false)
  assert.equal(folds(`Приедем\n\n-- \nОльга Ким\n\n${quote}`), false)
})
