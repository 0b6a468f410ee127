import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/parties/doubles.ts'
import * as counterparties from '#contract/counterparties.ts'
import { done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { arrive, asProgram, makeChannel, message } from '#test/world/inbox.ts'

const add = (by: Person, name: string, more: object = {}) =>
  done(by, counterparties.addCounterparty, { kind: 'organisation', name, ...more })

const found = async (by: Person, kind: contract.PartyKind, more: { card_id?: string; counterparty_id?: string } = {}) =>
  (await done(by, contract.listPartyDoubles, { kind, ...more })).rows

const shown = (rows: readonly contract.PartyDouble[]) =>
  rows.map(({ one, other, same }) => [one.name, other.name, ...same.map(({ by }) => by)])

test('CPT-16 S19: counterparties that were entered twice are found by number, phone, e-mail and name, each with what both have', async () => {
  const { owner } = await makeCompany()
  const europa = await add(owner, 'ЗАО «Европа-Свет»', { tax_number: '100217336' })
  await add(owner, 'Закрытое акционерное общество "ЕВРОПА СВЕТ"', { note: 'УНП 100217336' })
  await add(owner, 'Ремстройтрест', { contact: { name: 'Лев', phone: '+375291112233' } })
  await add(owner, 'РСТ', { requisites: { phone: '8 (029) 111-22-33, 8 017 200-00-00' } })
  await add(owner, 'Маяк', { contact: { name: 'Зоя', email: 'zoya@mayak.example' } })
  await add(owner, 'Филиал', { requisites: { email: 'Zoya@mayak.example' } })
  await add(owner, 'ООО Стройинвест Плюс')
  await add(owner, 'ОДО «Строинвест плюс»')
  await add(owner, 'ИП Савич Олег Петрович', { kind: 'person' })
  await add(owner, 'Савич О. П.', { kind: 'person' })
  await add(owner, 'ООО «Берёзка»')
  await add(owner, 'Березка')
  // Alike and not the same: numbers tell apart, one common word says nothing.
  for (const name of ['Школа № 12', 'Школа № 13', 'Маяк плюс', 'Общество с ограниченной ответственностью «Лира»'])
    await add(owner, name)
  const rows = await found(owner, 'counterparty')
  assert.deepEqual(shown(rows), [
    ['ЗАО «Европа-Свет»', 'Закрытое акционерное общество "ЕВРОПА СВЕТ"', 'tax_number', 'name'],
    ['Ремстройтрест', 'РСТ', 'phone'],
    ['Маяк', 'Филиал', 'email'],
    ['ООО Стройинвест Плюс', 'ОДО «Строинвест плюс»', 'name'],
    ['ИП Савич Олег Петрович', 'Савич О. П.', 'name'],
    ['ООО «Берёзка»', 'Березка', 'name'],
  ])
  assert.deepEqual(rows[0]?.same[0], { by: 'tax_number', value: '100217336', proven: true })
  assert.equal((await found(owner, 'counterparty', { card_id: europa.id })).length, 1)
})

test('CPT-16: of one card those pairs are found that are found of it among all', async () => {
  const company = await makeCompany()
  const { owner } = company
  const names = [
    'ООО «Свет Плюс»',
    'Свет плюс',
    'ЧУП Светплюс',
    'Школа № 4',
    'Школа № 5',
    'ИП Лапа Олег Ильич',
    'Лапа О. И.',
    'Лира',
  ]
  const phones = ['+375291112233', '+375291112244']
  const ids: string[] = []
  for (const [n, name] of [...names, ...names.map((each) => `${each} Брест`)].entries()) {
    const requisites = {
      ...(n % 3 === 0 && { phone: `8 (029) 111-22-${n % 2 ? '33' : '44'}, 8 017 200-00-0${n % 10}` }),
      ...(n % 5 === 0 && { email: 'One@mail.example' }),
      ...(n % 4 === 1 && { legal_name: names[(n * 3) % names.length] }),
    }
    const contact = n < phones.length ? { contact: { name: `Лев ${n}`, phone: phones[n] } } : {}
    const more = {
      requisites,
      ...contact,
      ...(n === 7 && { tax_number: '100217336' }),
      ...(n === 11 && { note: 'УНП 100217336' }),
    }
    ids.push((await add(owner, name, more)).id)
  }
  const all = await found(owner, 'counterparty')
  assert.ok(all.length > 15 && all.length < 100, `${all.length} pairs`)
  for (const card_id of ids) {
    const own = all.filter(({ one, other }) => one.id === card_id || other.id === card_id)
    assert.deepEqual(await found(owner, 'counterparty', { card_id }), own, own.map(({ one }) => one.name).join())
  }
  const people = ['Лапа Олег', 'Олег Лапа', 'Лапа О.', 'Анна Гринкевич', 'Гринкевич А.', 'Лапа Олег']
  for (const [n, name] of people.entries())
    await done(owner, counterparties.addContact, { counterparty_id: ids[n % 2] ?? '', name })
  await arrive(await makeChannel(company), message({ sender: { kind: 'telegram', value: '5', name: 'Олег Лапа' } }))
  const pairs = await found(owner, 'contact')
  assert.ok(pairs.length > 4, `${pairs.length} pairs of contacts`)
  for (const card_id of new Set(pairs.flatMap(({ one, other }) => [one.id, other.id])))
    assert.deepEqual(
      await found(owner, 'contact', { card_id }),
      pairs.filter(({ one, other }) => one.id === card_id || other.id === card_id),
    )
  const here = ids[0] ?? ''
  const ours = pairs.filter(({ one, other }) => one.counterparty?.id === here || other.counterparty?.id === here)
  assert.ok(ours.length > 0)
  assert.deepEqual(await found(owner, 'contact', { counterparty_id: here }), ours)
})

test('CPT-17 CPT-16: a pair of which it is said that they are two is offered no more, until it is taken back', async () => {
  const { owner } = await makeCompany()
  const [one, other] = [await add(owner, 'ООО «Лира»'), await add(owner, 'Лира')]
  assert.equal((await found(owner, 'counterparty')).length, 1)
  const pair = { kind: 'counterparty' as const, card_id: other.id, other_id: one.id }
  await done(owner, contract.tellPartiesApart, { ...pair, apart: true })
  await done(owner, contract.tellPartiesApart, { ...pair, apart: true })
  assert.equal((await found(owner, 'counterparty')).length, 0)
  assert.equal((await found(owner, 'counterparty', { card_id: one.id })).length, 0)
  await done(owner, contract.tellPartiesApart, { ...pair, apart: false })
  assert.equal((await found(owner, 'counterparty')).length, 1)
})

test('CPT-16 S29: contacts are found by what is said of them, by a name in one counterparty, and by a whole name of nobody yet', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { id: counterparty_id, contacts } = await add(owner, 'Европа', {
    contact: { name: 'Анна Гринкевич', phone: '+375291112233' },
  })
  const anna = contacts[0]?.id ?? ''
  await done(owner, counterparties.addContact, { counterparty_id, name: 'Гринкевич А.', email: 'anna@europa.example' })
  await done(owner, counterparties.addContact, { counterparty_id, name: 'Пётр Лапа' })
  const elsewhere = await add(owner, 'Другая')
  await done(owner, counterparties.addContact, { counterparty_id: elsewhere.id, name: 'Петр Лапа' })
  const here = { kind: 'contact' as const, counterparty_id }
  assert.deepEqual(shown((await done(owner, contract.listPartyDoubles, here)).rows), [
    ['Анна Гринкевич', 'Гринкевич А.', 'name'],
  ])
  // Who writes from a messenger is of nobody yet, and is said to have the phone of somebody who is known.
  await arrive(await makeChannel(company), message({ sender: { kind: 'telegram', value: '5', name: 'Пётр Лапа' } }))
  const max = { kind: 'max' as const, value: '6', name: 'А. Г.' }
  await arrive(await makeChannel(company, 'max'), message({ sender: max, thread: { key: 'other' } }))
  await asProgram(company, async ({ db, now }) => {
    const { contact_id } = await db
      .selectFrom('contact_identities')
      .select('contact_id')
      .where('company_id', '=', company.id)
      .where('kind', '=', 'max')
      .executeTakeFirstOrThrow()
    const claim = { kind: 'phone' as const, value: '+375291112233', proven: false, claimed_at: now }
    await db
      .insertInto('contact_claims')
      .values({ company_id: company.id, contact_id, ...claim })
      .execute()
  })
  assert.deepEqual(shown(await found(owner, 'contact', { card_id: anna })), [
    ['Анна Гринкевич', 'А. Г.', 'phone'],
    ['Анна Гринкевич', 'Гринкевич А.', 'name'],
  ])
  const lapas = (await found(owner, 'contact')).filter(
    ({ one }) => one.name === 'Пётр Лапа' || one.name === 'Петр Лапа',
  )
  assert.equal(lapas.length, 2)
})
