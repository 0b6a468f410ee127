import assert from 'node:assert/strict'
import { existsSync, readFileSync } from 'node:fs'
import { test } from 'node:test'
import type { Reading } from '#contract/orders.ts'
import { readRequest } from './read-request.ts'

/** Wednesday, 4 March 2026, 10:30 in Minsk. */
const around = {
  now: new Date('2026-03-04T07:30:00Z'),
  time_zone: 'Europe/Minsk',
  specialities: ['Электрики', 'Сантехники', 'Клининг'],
  country: 'BY',
} as const
const read = (text: string): Reading => readRequest(text, around)

/** A reading in short: «2 Электрики», what is doubted with a question mark. */
const people = (text: string) =>
  read(text).demands.map(({ people: n, speciality, sure }) => `${n} ${speciality}${sure ? '' : '?'}`)
const address = (text: string) => {
  const { address: found } = read(text)
  return found && `${found.value}${found.sure ? '' : '?'}`
}

test('RDG-1 RDG-2 RDG-3 RDG-5 S32 S33 S34: the request of the story is read whole', () => {
  assert.deepEqual(read('10 марта к 12:00 нужны два электрика на ул. Кальварийская, 41, подключить световой короб'), {
    title: 'Подключить световой короб',
    demands: [
      { speciality: 'Электрики', people: 2, starts_at: '2026-03-10T09:00:00.000Z', quote: 'два электрика', sure: true },
    ],
    starts_at: { value: '2026-03-10T09:00:00.000Z', quote: '10 марта к 12:00', sure: true },
    address: { value: 'ул. Кальварийская, 41', quote: 'ул. Кальварийская, 41', sure: true },
    phone: null,
    urgent: false,
  })
})

test('RDG-3 RDG-5 S35: a bare complaint is an address and a trouble', () => {
  const { title, address: found, demands, starts_at } = read('Филипенко 12, нет горячей воды')
  assert.deepEqual(
    [title, found, demands, starts_at],
    ['Нет горячей воды', { value: 'Филипенко 12', quote: 'Филипенко 12', sure: false }, [], null],
  )
})

const PEOPLE: Record<string, string[]> = {
  '2 сантехника': ['2 Сантехники'],
  'нужен электрик': ['1 Электрики'],
  'нужны электрики': ['1 Электрики?'],
  'Пришлите, пожалуйста, 2 сантехника и сварщика': ['2 Сантехники', '1 Сварщики'],
  'двое сантехников и трое уборщиц': ['2 Сантехники', '3 Клининг'],
  'электрик: 2 чел., сантехник: 1': ['2 Электрики', '1 Сантехники'],
  'нужно 2-х опытных электриков': ['2 Электрики'],
  'бригада из 3 человек': ['3 Разнорабочие?'],
  'бригада электриков из 3 человек': ['3 Электрики'],
  'Клининг 3 чел.': ['3 Клининг'],
  'нужен электромонтажник и 2 подсобных рабочих': ['1 Электромонтажники', '2 Разнорабочие'],
  'электрика на Филипенко 12': ['1 Электрики?'],
  'Филипенко 12 сантехника пришлите': [],
  'Патрэбны два электрыкі': ['2 Электрики'],
  'two electricians needed': ['2 Электрики'],
  'need a plumber': ['1 Сантехники'],
  'можно вызвать сантехника?': ['1 Сантехники'],
  'Сломалась сантехника': [],
  'Требуется замена электрики в квартире': [],
  'электрик сказал, что нужен новый щит': [],
  'нет горячей воды': [],
  'кв. 5, электрик был вчера': [],
}

test('RDG-1 S32: how many of which trade are wanted', () => {
  assert.deepEqual(Object.fromEntries(Object.keys(PEOPLE).map((text) => [text, people(text)])), PEOPLE)
  const own = readRequest('нужны два промышленных альпиниста', { ...around, specialities: ['Промышленные альпинисты'] })
  assert.deepEqual(
    own.demands.map(({ speciality, people: n }) => [speciality, n]),
    [['Промышленные альпинисты', 2]],
  )
})

const ADDRESSES: Record<string, string | null> = {
  'на ул. Кальварийская, 41': 'ул. Кальварийская, 41',
  'Филипенко 12': 'Филипенко 12?',
  'филипенко 12 нет света': 'филипенко 12?',
  'электрика на Филипенко 12': 'Филипенко 12',
  'пр-т Победителей 14, кв. 5': 'пр-т Победителей 14, кв. 5',
  'Сурганова 57Б': 'Сурганова 57Б?',
  'по адресу Притыцкого 62/1 кв 15': 'Притыцкого 62/1 кв 15',
  'г. Минск, ул. Сурганова, 57Б': 'г. Минск, ул. Сурганова, 57Б',
  'Минск, Кальварийская 41. Заменить лампы': 'Минск, Кальварийская 41?',
  'Адрес: Якуба Коласа 12-45': 'Якуба Коласа 12-45',
  'ул Есенина д 36 корп 2 кв 78': 'ул Есенина д 36 корп 2 кв 78',
  'по ул. Могилёвской 8к2 течёт батарея': 'ул. Могилёвской 8к2',
  'дом 15 по улице Лобанка': 'дом 15 по улице Лобанка',
  'Логойский тракт 22а': 'Логойский тракт 22а',
  'проверить проводку в офисе на Немиге 5': 'Немиге 5',
  'вул. Якуба Коласа 12': 'вул. Якуба Коласа 12',
  '41 Main street, install a light box': '41 Main street',
  'заявка 154, кабинет 12': null,
  'нужно 3 человека': null,
  'Не греет батарея в 45 квартире': null,
  '10 марта к 12': null,
  'Здравствуйте, Пётр': null,
  'уборка 120 м2': null,
  'автобус 102 не ходит': null,
}

test('RDG-3 S34: where the work is', () => {
  assert.deepEqual(Object.fromEntries(Object.keys(ADDRESSES).map((text) => [text, address(text)])), ADDRESSES)
})

test('RDG-4 S35 S39: a phone, and whether it can wait', () => {
  assert.deepEqual(read('Забился слив. 8 029 123-45-67 Ольга').phone, {
    value: '+375291234567',
    quote: '8 029 123-45-67',
    sure: true,
  })
  assert.equal(read('Филипенко 12, квартира 45').phone, null)
  for (const text of [
    'Срочно! Нет света',
    'прорвало трубу',
    'заливает соседей',
    'искрит розетка',
    'В офисе пахнет газом',
    'URGENT',
    'лифт застрял',
  ])
    assert.equal(read(text).urgent, true, text)
  for (const text of ['не срочно, проверить проводку', 'Не горит свет', 'покрасить забор', 'это не авария'])
    assert.equal(read(text).urgent, false, text)
})

const TITLES: Record<string, string> = {
  'Здравствуйте! Нужен электрик завтра в 9 утра по адресу Притыцкого 62/1. Искрит розетка на кухне. Тел. 8 029 123-45-67':
    'Искрит розетка на кухне',
  'Добрый день. Меня зовут Анна. У нас течет кран на кухне': 'У нас течет кран на кухне',
  'Засорилась раковина, вода не уходит': 'Засорилась раковина, вода не уходит',
  'Срочно! Прорвало трубу, Сурганова 57Б, подъезд 2, заливает соседей': 'Прорвало трубу, заливает соседей',
  'в квартире 45 по ул. Могилёвской 8к2 течёт батарея': 'В квартире 45 течёт батарея',
  'нужны два электрика': 'Нужны два электрика',
  'Прошу сделать уборку после ремонта 85 кв.м': 'Сделать уборку после ремонта 85 кв.м',
  'Добрый день!': 'Добрый день!',
  '???': '???',
  ' \n ': '…',
}

test('RDG-5 S35: what an order may be called', () => {
  assert.deepEqual(Object.fromEntries(Object.keys(TITLES).map((text) => [text, read(text).title])), TITLES)
  assert.ok(Array.from(read('заменить '.repeat(100)).title).length <= 80)
})

test('RDG-6: every quote is the very piece of the text, signs that are two in one included', () => {
  const text = '👍 İ Ё! «10 Марта к 12:00» нужны ДВА Электрика на Ул. Кальварийская, 41; тел.: +375 29 123-45-67'
  const { demands, starts_at, address: found, phone } = read(text)
  const quotes = [demands[0]?.quote, starts_at?.quote, found?.quote, phone?.quote]
  assert.deepEqual(quotes, ['ДВА Электрика', '10 Марта к 12:00', 'Ул. Кальварийская, 41', '+375 29 123-45-67'])
  assert.ok(quotes.every((quote) => text.includes(quote ?? '?')))
})

test('RDG-6: no text stops the reader, however it is made', () => {
  for (const piece of [
    'а ',
    '1 ',
    'ул ',
    'на на ',
    'у ',
    '. ',
    '(',
    '\u0000',
    '\ud83d',
    '5 марта ',
    'а-',
    'к 1 ',
    'д ',
  ])
    for (const text of [piece.repeat(5000), `${piece.repeat(1000)}я`]) {
      const started = performance.now()
      assert.notEqual(read(text).title, '', piece)
      assert.ok(performance.now() - started < 2000, `${piece} took ${performance.now() - started} ms`)
    }
})

test('RDG-6: real complaints are read without a fault', (t) => {
  const corpus = new URL('../../../../shared/corpora/service-requests/requests-ru.json', import.meta.url)
  if (!existsSync(corpus)) return t.diagnostic('the folder of given material is not here: nothing read')
  const all = JSON.parse(readFileSync(corpus, 'utf8')) as { text_ru: string }[]
  assert.ok(all.length > 0)
  for (const { text_ru } of all) {
    const { title, demands, starts_at, address: found } = read(text_ru)
    assert.ok(title.trim().length > 0 && Array.from(title).length <= 80, text_ru)
    for (const quote of [...demands, starts_at, found].flatMap((one) => (one ? [one.quote] : [])))
      assert.ok(text_ru.includes(quote), text_ru)
  }
})
