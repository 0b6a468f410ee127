import assert from 'node:assert/strict'
import { before, beforeEach, test } from 'node:test'
import { compileMessage } from '@lingui/message-utils/compileMessage'
import { time as enTime } from '#words/en/time.ts'
import { time as ruTime } from '#words/ru/time.ts'
import * as format from './format.ts'
import { chooseLocale, startWords } from './words.ts'
import { setTimeZone } from './zone.ts'

const compiled = (words: Record<string, string>) =>
  Object.fromEntries(Object.entries(words).map(([key, text]) => [key, compileMessage(text)]))
const now = new Date('2026-11-24T11:35:00Z') // 14:35 in Minsk, a Tuesday

before(() => startWords({ ru: () => compiled(ruTime), en: () => compiled(enTime) }))
beforeEach(async () => {
  setTimeZone('Europe/Minsk')
  await chooseLocale('ru')
})

test('days are said as people say them', () => {
  assert.equal(format.moment('2026-11-24T11:30:00Z', now), 'сегодня 14:30')
  assert.equal(format.moment('2026-11-23T06:12:00Z', now), 'вчера 9:12')
  assert.equal(format.day('2026-11-25', now), 'завтра')
  assert.equal(format.day('2026-11-27', now), 'пт, 27 нояб.')
  assert.equal(format.day('2025-03-10', now), '10 мар. 2025 г.')
})

test('a day is the company’s, not the browser’s', () => {
  assert.equal(format.dayOf('2026-11-24T21:30:00Z'), '2026-11-25')
  setTimeZone('Asia/Vladivostok')
  assert.equal(format.dayOf('2026-11-24T21:30:00Z'), '2026-11-25')
  assert.equal(format.dayOf('2026-11-24T13:59:00Z'), '2026-11-24')
  assert.equal(format.clock('2026-11-24T13:59:00Z'), '23:59')
})

test('a deadline says the hour of today and the day of another', () => {
  assert.equal(format.until('2026-11-24T15:00:00Z', now), 'сегодня до 18:00')
  assert.equal(format.until('2026-11-26T14:00:00Z', now), 'чт, 26 нояб. 17:00')
  assert.equal(format.until('2026-12-11', now), 'до 11 дек.')
})

test('S33: an instant is made of a day and an hour in the company’s zone, also across a clock change', () => {
  assert.equal(format.instantOf('2026-03-10', '12:00'), '2026-03-10T09:00:00.000Z')
  setTimeZone('Europe/Warsaw')
  assert.equal(format.instantOf('2026-03-29', '1:30'), '2026-03-29T00:30:00.000Z')
  assert.equal(format.instantOf('2026-03-29', '12:00'), '2026-03-29T10:00:00.000Z')
  assert.equal(format.instantOf('2026-10-25', '12:00'), '2026-10-25T11:00:00.000Z')
})

test('lengths of work and of waiting have their plurals', () => {
  assert.equal(format.duration(70), '1 ч 10 мин')
  assert.equal(format.duration(45), '45 мин')
  assert.equal(format.duration(480), '8 ч')
  const waited = (minutes: number) => format.waited(new Date(now.getTime() - minutes * 60_000).toISOString(), now)
  assert.deepEqual([1, 2, 5, 21, 42].map(waited), ['1 минуту', '2 минуты', '5 минут', '21 минуту', '42 минуты'])
  assert.deepEqual([60, 180, 300].map(waited), ['1 час', '3 часа', '5 часов'])
  assert.deepEqual([1440, 2880, 7200].map(waited), ['1 день', '2 дня', '5 дней'])
})

test('money keeps every kopeck and parts its groups by a no-break space', () => {
  assert.equal(format.money('186000', 'BYN'), '1\u00A0860,00\u00A0BYN')
  assert.equal(format.amount('186000', { short: true }), '1\u00A0860')
  assert.equal(format.amount('-7570'), '−75,70')
  assert.equal(format.amount('5'), '0,05')
  assert.equal(format.amount('900719925474099312345'), '9\u00A0007\u00A0199\u00A0254\u00A0740\u00A0993\u00A0123,45')
  assert.equal(format.hours(1350), '22,50')
  assert.equal(format.percent(0.6308), '63,1\u00A0%')
  assert.equal(format.percent(-0.118), '−11,8\u00A0%')
})

test('a typed sum is read as people type it', () => {
  assert.equal(format.minorOf('1 860,5'), '186050')
  assert.equal(format.minorOf('28'), '2800')
  assert.equal(format.minorOf('0,05'), '5')
  assert.equal(format.minorOf('12.345'), null)
  assert.equal(format.minorOf('двести'), null)
})

test('English has its own separators and words', async () => {
  await chooseLocale('en')
  assert.equal(format.money('186000', 'BYN'), '1,860.00\u00A0BYN')
  assert.equal(format.until('2026-11-24T15:00:00Z', now), 'today by 18:00')
  assert.equal(format.duration(70), '1 h 10 min')
})

test('a phone is written in groups, one of another country as it is', () => {
  assert.equal(format.phoneForm('+375296401722').replaceAll('\u00A0', ' '), '+375 29 640-17-22')
  assert.equal(format.phoneForm('+79123456789').replaceAll('\u00A0', ' '), '+7 912 345-67-89')
  assert.equal(format.phoneForm('+48221234567'), '+48221234567')
})

test('days are named as the language’s own rules name them, all year and in both languages', async () => {
  for (const [language, intl] of [
    ['ru', 'ru-RU'],
    ['en', 'en-GB'],
  ] as const) {
    await chooseLocale(language)
    for (let n = 0; n < 366; n++) {
      const noon = new Date(Date.UTC(2028, 0, 1 + n, 9))
      const on = noon.toISOString().slice(0, 10)
      const of = (options: Intl.DateTimeFormatOptions) =>
        new Intl.DateTimeFormat(intl, { timeZone: 'Europe/Minsk', ...options }).format(noon)
      const [day, month] = ['numeric', 'short'] as const
      assert.equal(format.dayName(on, noon), of({ weekday: 'short', day, month }))
      assert.equal(format.dayName(on, now), of({ day, month, year: 'numeric' }))
      if (n % 30 > 0) continue
      const full = { weekday: 'long', day, month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const
      assert.equal(format.fullMoment(noon), of({ ...full, timeZoneName: 'short' }))
    }
  }
})

test('names are listed with a word before the last', () => {
  assert.equal(format.listed(['Павел', 'Сергей', 'Анна']), 'Павел, Сергей и Анна')
  assert.deepEqual(
    [format.listed(['Павел', 'Анна']), format.listed(['Анна']), format.listed([])],
    ['Павел и Анна', 'Анна', ''],
  )
})
