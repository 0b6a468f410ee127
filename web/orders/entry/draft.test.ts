import assert from 'node:assert/strict'
import { test } from 'node:test'
import type { Reading } from '#contract/orders.ts'
import { emptyDraft, siteOf, toSend } from './draft.ts'

const reading: Reading = {
  title: 'Подключить световой короб',
  demands: [
    { speciality: 'Электрики', people: 2, starts_at: '2026-03-10T09:00:00.000Z', quote: 'два электрика', sure: true },
    { speciality: 'Сантехники', people: 1, starts_at: null, quote: 'сантехник', sure: false },
  ],
  starts_at: { value: '2026-03-10T09:00:00.000Z', quote: '10 марта к 12:00', sure: true },
  address: { value: 'Кальварийская, 41', quote: 'Кальварийская, 41', sure: true },
  phone: null,
  urgent: true,
}

test('ORD-1 S35: bare words make an order, and nothing else is asked', () => {
  const words = { ...emptyDraft, request: ' Филипенко 12, нет горячей воды ' }
  assert.deepEqual(toSend(words, undefined), { request: 'Филипенко 12, нет горячей воды', source: 'by_hand' })
})

test('S32 S39: what was read for certain goes into the order, a doubt only after it is confirmed', () => {
  const draft = { ...emptyDraft, request: 'слова', phone: '+375 29 640-17-22', name: 'Марина' }
  const electricians = { speciality: 'Электрики', people: 2, starts_at: '2026-03-10T09:00:00.000Z' }
  assert.deepEqual(toSend(draft, reading), {
    request: 'слова',
    source: 'phone',
    urgent: true,
    address: 'Кальварийская, 41',
    caller: { phone: '+375 29 640-17-22', name: 'Марина' },
    demands: [electricians],
  })
  const confirmed = { ...draft, demands: { сантехник: { taken: true }, 'два электрика': { taken: false } } }
  assert.deepEqual(toSend(confirmed, reading).demands, [{ speciality: 'Сантехники', people: 1, starts_at: null }])
  const dropped = { ...draft, demands: { 'два электрика': { taken: false } }, address: { taken: false } }
  const { demands, address, due_at } = toSend(dropped, reading)
  assert.deepEqual(
    { demands, address, due_at },
    { demands: undefined, address: undefined, due_at: '2026-03-10T09:00:00.000Z' },
  )
})

test('S35: a doubtful address stands in the order until it is dropped', () => {
  const doubt = { ...reading, demands: [], address: { value: 'Филипенко 12', quote: 'Филипенко 12', sure: false } }
  assert.equal(toSend({ ...emptyDraft, request: 'слова' }, doubt).address, 'Филипенко 12')
  assert.equal(toSend({ ...emptyDraft, request: 'слова', address: { taken: false } }, doubt).address, undefined)
})

test('S39: the site is the one that the words name, else the only one, else nobody guesses', () => {
  const [here, there] = [
    { id: 'a', address: 'ул. Кальварийская, 41' },
    { id: 'b', address: 'ул. Немига, 5' },
  ]
  assert.equal(siteOf({ ...emptyDraft, sites: [there, here] }, reading), here)
  assert.equal(siteOf({ ...emptyDraft, sites: [there] }, reading), null)
  assert.equal(siteOf({ ...emptyDraft, sites: [there] }, undefined), there)
  assert.equal(siteOf({ ...emptyDraft, sites: [there, here] }, undefined), null)
  assert.equal(siteOf({ ...emptyDraft, sites: [there, here], site: there }, reading), there)
})
