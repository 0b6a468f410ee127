import assert from 'node:assert/strict'
import { test } from 'node:test'
import exceljs from 'exceljs'
import * as counterparties from '#contract/counterparties.ts'
import * as contract from '#contract/parties/imports.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { as, done, open, type Person } from '#test/as.ts'
import { workOff } from '#test/work-off.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { asProgram } from '#test/world/inbox.ts'
import { broughtIn, checked, imported, sendFile } from '#test/world/imports.ts'
import { makeStaff } from '#test/world/people.ts'
import { forgetOldRows } from './index.ts'

const TABLE = [
  'Наименование;УНП;Контактное лицо;Должность;Телефон;E-mail;Адрес объекта;Примечание',
  'ООО «Свет»;100582333;Ирина Ковалёва;директор;8 029 611-22-33;irina@svet.example;Минск, ул. Садовая, 4;платит вовремя',
  'ООО «Свет»;100582333;Павел Лис;;+375 29 611-22-34, 80296112235;;Минск, ул. Лесная, 1;',
  'ЧУП "Тепло";;;;375 33 6112236;;;',
].join('\n')

const listed = async (by: Person, search = '') =>
  (await done(by, counterparties.listCounterparties, search ? { search } : {})).rows
const cardOf = async (by: Person, search: string) => {
  const [row] = await listed(by, search)
  return done(by, counterparties.getCounterparty, { counterparty_id: row!.id })
}

test('IMP-1 IMP-7 S19 S88: a table is brought in: counterparties with their contacts, phones and addresses, found by all of them', async () => {
  const { owner } = await makeCompany()
  const card = await imported(owner, TABLE)
  assert.deepEqual([card.state, card.counts], ['done', { new: 2, joined: 1, same: 0, fault: 0, warned: 0 }])
  const svet = await cardOf(owner, '100582333')
  assert.deepEqual(
    [svet.name, svet.kind, svet.note, svet.responsible?.id, svet.is_customer],
    ['ООО «Свет»', 'organisation', 'платит вовремя', owner.id, true],
  )
  assert.deepEqual(
    svet.contacts.map(({ name, position, identities }) => [
      name,
      position,
      identities.map(({ value }) => value).join(' '),
    ]),
    [
      ['Ирина Ковалёва', 'директор', '+375296112233 irina@svet.example'],
      ['Павел Лис', null, '+375296112234 +375296112235'],
    ],
  )
  assert.deepEqual(
    svet.sites.map(({ address }) => address),
    ['Минск, ул. Лесная, 1', 'Минск, ул. Садовая, 4'],
  )
  for (const search of ['свет', '029 611 22 35', 'лесная', 'ирина', 'irina@svet'])
    assert.deepEqual(
      (await listed(owner, search)).map(({ name }) => name),
      ['ООО «Свет»'],
      search,
    )
  const teplo = await cardOf(owner, 'тепло')
  assert.deepEqual(
    teplo.contacts.map(({ name }) => name),
    ['ЧУП "Тепло"'],
  )
})

test('IMP-1: who does not manage counterparties brings none in, and a file of another person is not there', async () => {
  const company = await makeCompany()
  const member = await makeStaff(company, 'member')
  const mine = await sendFile(member, 'мои.csv', TABLE)
  const refused = await as(member, contract.startImport, { file_id: mine.id })
  assert.deepEqual([refused.status, refused.body.code], [403, 'counterparty.managers_only'])
  const strange = await as(company.owner, contract.startImport, { file_id: mine.id })
  assert.deepEqual([strange.status, strange.body.code], [404, 'file.missing'])
  const { id: import_id } = await broughtIn(company.owner, TABLE)
  for (const at of [contract.getImport, contract.listImportRows])
    assert.equal((await as(member, at, { import_id })).status, 404)
  const early = await as(company.owner, contract.runImport, { import_id })
  assert.deepEqual([early.status, early.body.code], [409, 'import.not_now'])
})

test('IMP-4: what is said while a file is looked at anew does not stop the look', async () => {
  const { owner } = await makeCompany()
  const { id: import_id } = await broughtIn(owner, TABLE)
  await done(owner, contract.setUpImport, { import_id, header_row: 0 })
  await done(owner, contract.setUpImport, { import_id, there: 'skip' })
  await workOff()
  const { state, found, settings } = await done(owner, contract.getImport, { import_id })
  assert.deepEqual([state, found?.header_row, settings.header_row, settings.there], ['ready', 0, 0, 'skip'])
})

test('IMP-6: a check writes nothing, counts what would come, and says of each row what is wrong and in which field', async () => {
  const company = await makeCompany()
  const { owner } = company
  await makeCounterparty(owner, { name: 'ЗАО «Европа»', contact: { name: 'Анна', phone: '+375291112233' } })
  const table = [
    'Клиент;УНП;Телефон;Почта;Адрес',
    'ЗАО «Европа»;;;;Минск, Новая, 1',
    'ООО «Чужой телефон»;;80291112233;;',
    ';;80296112233;;',
    'ООО «Без цифр»;123456789;не помню;кто@где;',
    'ООО «Номер»;;3,75291E+11;;',
    'ООО «Первый»;;80296112299;;',
    'ООО «Второй»;;80296112299;;',
    `${'я'.repeat(301)};;;;`,
  ].join('\n')
  const card = await checked(owner, table)
  assert.deepEqual(
    [card.state, card.total, card.counts],
    ['checked', 8, { new: 1, joined: 1, same: 0, fault: 6, warned: 0 }],
  )
  const { rows } = await done(owner, contract.listImportRows, { import_id: card.id, of: 'fault' })
  assert.deepEqual(
    rows.map(({ at, faults }) => [
      at,
      ...faults.filter(({ stops }) => stops).map(({ field, code }) => `${field} ${code}`),
    ]),
    [
      [3, 'phone contact.double'],
      [4, 'name import.no_name'],
      [5, 'phone contact.phone_wrong', 'email import.email_wrong'],
      [6, 'phone import.number_cut'],
      [8, 'phone contact.double'],
      [9, 'name field.too_long'],
    ],
  )
  assert.deepEqual(rows[0]?.faults[0]?.facts['counterparty'], 'ЗАО «Европа»')
  assert.equal((await listed(owner)).length, 1)
  const workbook = new exceljs.Workbook()
  const sent = await open(owner, `/api/imports/${card.id}/problems.xlsx`)
  await workbook.xlsx.load(await sent.arrayBuffer())
  const sheet = workbook.worksheets[0]!
  assert.deepEqual(
    [1, 2, 3].map((at) => ['A', 'B', 'C'].map((column) => sheet.getCell(`${column}${at}`).value)),
    [
      ['Строка', 'Что не так', 'Клиент'],
      [3, sheet.getCell('B2').value, 'ООО «Чужой телефон»'],
      [4, 'Контрагент: Не указано, кто это: нет ни названия, ни имени контакта', null],
    ],
  )
})

test('IMP-8: with what is there already a row is left, adds what is lacking, or wins', async () => {
  const { owner } = await makeCompany()
  const wish = {
    name: 'ООО «Свет»',
    tax_number: '100582333',
    note: 'старая',
    contact: { name: 'Ирина', phone: '80296112233' },
  }
  const { id: counterparty_id } = await makeCounterparty(owner, { ...wish, site: { address: 'Минск, Садовая, 4' } })
  const now = async () => {
    const { name, note, contacts, sites } = await done(owner, counterparties.getCounterparty, { counterparty_id })
    return [name, note, contacts.map((one) => one.name).join(), sites.length]
  }
  const table =
    'Название,УНП,ФИО,Телефон,Адрес,Примечание\nСвет ООО,100582333,Пётр,80296112244,"ул. Садовая, 4, Минск",новая'
  assert.deepEqual((await imported(owner, table, { there: 'skip' })).counts.same, 1)
  assert.deepEqual(await now(), ['ООО «Свет»', 'старая', 'Ирина', 1])
  assert.deepEqual((await imported(owner, table, { there: 'fill' })).counts.joined, 1)
  assert.deepEqual(await now(), ['ООО «Свет»', 'старая', 'Ирина,Пётр', 2])
  assert.deepEqual((await imported(owner, table, { there: 'overwrite' })).counts.joined, 1)
  assert.deepEqual(await now(), ['Свет ООО', 'новая', 'Ирина,Пётр', 2])
  assert.deepEqual((await imported(owner, table, { there: 'fill' })).counts.same, 1)
})

test('IMP-9: an import is taken back: what it made goes, what it changed is as it was, what is used or changed since stays and is named', async () => {
  const { owner } = await makeCompany()
  const before = await makeCounterparty(owner, { name: 'ООО «Свет»', tax_number: '100582333' })
  const card = await imported(
    owner,
    [
      'Клиент;УНП;ФИО;Телефон;Адрес;Примечание',
      'ООО «Свет»;100582333;Павел Лис;80296112244;Минск, Лесная, 1;из таблицы',
      'ООО «Уйдёт»;;Анна;80296112245;Минск, Лесная, 2;',
      'ООО «Останется»;;Олег;80296112246;Минск, Лесная, 3;',
    ].join('\n'),
  )
  const kept = await cardOf(owner, 'останется')
  await done(owner, counterparties.changeContact, { contact_id: kept.contacts[0]!.id, position: 'мастер' })
  await done(owner, contract.undoImport, { import_id: card.id })
  await workOff()
  const after = await done(owner, contract.getImport, { import_id: card.id })
  assert.deepEqual([after.state, after.passed === after.things_count, after.things_count > 0], ['undone', true, true])
  assert.deepEqual(
    after.kept.map(({ kind, name, why }) => [kind, name, why]),
    [
      ['contact', 'Олег', 'changed'],
      ['counterparty', 'ООО «Останется»', 'used'],
    ],
  )
  assert.deepEqual(
    (await listed(owner)).map(({ name }) => name),
    ['ООО «Останется»', 'ООО «Свет»'],
  )
  const same = await cardOf(owner, 'свет')
  assert.deepEqual([same.note, same.contacts.length, same.sites.length], [null, before.contacts.length, 1])
  assert.deepEqual(await listed(owner, '80296112244'), [])
  const again = await as(owner, contract.undoImport, { import_id: card.id })
  assert.deepEqual([again.status, again.body.code], [409, 'import.not_now'])
})

test('IMP-7: a run that was stopped goes on where it was, and nothing is there twice', async () => {
  const { owner } = await makeCompany()
  const rows = Array.from({ length: 2500 }, (_, n) => `ООО «Клиент ${n}»;8029${6_000_000 + n}`)
  const { id: import_id } = await checked(owner, ['Клиент;Телефон', ...rows].join('\n'))
  await done(owner, contract.runImport, { import_id })
  await done(owner, contract.stopImport, { import_id })
  await workOff()
  assert.deepEqual(await listed(owner), [])
  await done(owner, contract.runImport, { import_id })
  await workOff()
  const { state, counts, passed } = await done(owner, contract.getImport, { import_id })
  assert.deepEqual([state, counts.new, passed], ['done', 2500, 2500])
})

test('IMP-10: after 30 days the rows of an import are forgotten, and it is undone no more', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { id: import_id } = await imported(owner, TABLE)
  const unrun = await checked(owner, TABLE)
  await asProgram(company, async (ctx) => {
    const created_at = new Date(Date.now() - 31 * 86_400_000)
    await ctx.db.updateTable('imports').set({ created_at }).where('id', 'in', [import_id, unrun.id]).execute()
    await enqueue(ctx, forgetOldRows, {})
  })
  await workOff()
  assert.deepEqual((await done(owner, contract.listImportRows, { import_id })).rows, [])
  const late = await as(owner, contract.undoImport, { import_id })
  assert.deepEqual([late.status, late.body.code], [409, 'import.too_late'])
  const gone = await as(owner, contract.runImport, { import_id: unrun.id })
  assert.deepEqual([gone.status, gone.body.code], [409, 'import.old'])
  assert.equal((await listed(owner)).length, 2)
})
