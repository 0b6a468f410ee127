import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/performers.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, makeStaff } from '#test/world/people.ts'
import { makeTwoPools } from '#test/world/pools.ts'

const read = async (person: Person, text: string) => done(person, contract.checkPerformers, { text })

/** What a line was understood as, in short: name, phone, trades (new ones with a star), rate. */
async function short(person: Person, text: string) {
  const { lines } = await read(person, text)
  return lines.map(({ cells, phone, specialities, rate }) => [
    cells.name,
    phone,
    specialities.map(({ name, known }) => (known ? name : `${name}*`)).join(' '),
    rate?.cost_per_hour ?? (rate && `task ${rate.fee_per_task}`),
  ])
}

const faults = async (person: Person, text: string) =>
  (await read(person, text)).lines.map((line) => line.faults.map(({ field, code }) => `${field} ${code}`).join())

const ivan = ['Иван Мороз', '+375296123344', 'Электрики', '2550']
const anna = ['Анна Яськова', '+375447778899', 'Клининг Сантехники', null]

test('PRF-1 S21: columns are known by their heads, in any order, in Russian and in English', async () => {
  const { owner } = await makeCompany()
  const russian = [
    '№\tТелефон\tСтавка, руб/ч\tСпециальность\tФамилия\tИмя\tПримечание',
    '1\t8 029 612-33-44\t25,50\tэлектрик\tИван\tМороз\tс машиной',
    '',
    '2\t80447778899\t\tклининг/сантехник\tАнна\tЯськова\t',
  ].join('\n')
  assert.deepEqual(await short(owner, russian), [ivan, anna])
  assert.deepEqual((await read(owner, russian)).unread, ['№', 'Примечание'])
  const english = 'Name;Trade;Mobile;Hourly rate\r\nИван Мороз;Электрики;+375 (29) 612-33-44;25.50\r\n'
  assert.deepEqual(await short(owner, english), [ivan])
})

test('PRF-1: without heads a cell is what it looks like; typed lines, counted rows and a phone beside the name are read', async () => {
  const { owner } = await makeCompany()
  const forms = [
    'Иван Мороз\t375296123344\tэлектрик\t25,50',
    '1\t8(029)6123344\tИван Мороз\t25.50\tэлектрик',
    'Иван Мороз; 8029 6123344; Электрики; 25,5',
    'Иван Мороз, 8029 6123344, электрик, 25,50',
    'Иван Мороз +375 29 612-33-44; электрик; 25,50 руб/час',
    '"Иван Мороз","+375296123344","электрик","25,50"',
  ]
  for (const form of forms) assert.deepEqual(await short(owner, form), [ivan], form)
  assert.deepEqual(
    await short(owner, '1;Иван Мороз;80296123344;электрик;25,50\n2;Анна Яськова;80447778899;клининг, сантехник'),
    [ivan, anna],
  )
})

test('PRF-1: what is wrong is said of its cell, doubles in the company and in the list among it; nothing is written', async () => {
  const company = await makeCompany()
  await addPerformer(company, { name: 'Пётр Лис', phone: '+375291112233' })
  const lines = [
    'Имя;Телефон;Ставка',
    'Иван Мороз;80296123344;25',
    ';80447778899;25',
    'Без телефона;;25',
    'Кривой;позже скажу;много',
    'Пётр Л.;8 029 111 22 33;25',
    'Тот же Иван;+375 29 612-33-44;',
    `${'я'.repeat(201)};80447778890;-25`,
  ]
  assert.deepEqual(await faults(company.owner, lines.join('\n')), [
    '',
    'name field.required',
    'phone field.required',
    'phone phone.unreadable,rate rate.unreadable',
    'phone member.phone_taken',
    'phone performer.twice_in_list',
    'name field.too_long,rate rate.unreadable',
  ])
  const { lines: answer } = await read(company.owner, lines.join('\n'))
  assert.equal(answer[4]?.faults[0]?.facts?.['name'], 'Пётр Лис')
  assert.equal(answer[5]?.faults[0]?.facts?.['line'], 1)
  const { rows } = await done(company.owner, people.listMembers, { kind: 'performer' })
  assert.deepEqual(
    rows.map(({ name }) => name),
    ['Пётр Лис'],
  )
})

test('PRF-1: lines that were mended are read again as they stand', async () => {
  const { owner } = await makeCompany()
  const [bad] = (await read(owner, 'Иван Мороз;телефон;электрик')).lines
  assert.ok(bad)
  const lines = [{ ...bad.cells, phone: '80296123344' }]
  const mended = await done(owner, contract.checkPerformers, { lines })
  assert.deepEqual([mended.lines[0]?.phone, mended.lines[0]?.faults], ['+375296123344', []])
})

test('PRF-2: rates are read as tables have them, in the company’s money', async () => {
  const { owner } = await makeCompany()
  const rate = async (cell: string) => {
    const lines = [{ name: 'Иван', phone: '80296123344', specialities: '', rate: cell }]
    const [line] = (await done(owner, contract.checkPerformers, { lines })).lines
    return line?.faults[0]?.code ?? line?.rate?.cost_per_hour ?? (line?.rate && `task ${line.rate.fee_per_task}`)
  }
  const cells: Record<string, string | null> = {
    '25,50': '2550',
    '25.5': '2550',
    '25 руб/ч': '2500',
    '25р.': '2500',
    '25 BYN': '2500',
    'BYN 25': '2500',
    '1 200': '120000',
    '1\u00A0200,00 руб.': '120000',
    '150 за задачу': 'task 15000',
    '150 руб / выезд': 'task 15000',
    '0': '0',
    '': null,
    '25 $': 'rate.other_currency',
    $25: 'rate.other_currency',
    '25 ₽': 'rate.other_currency',
    '20-25': 'rate.unreadable',
    договорная: 'rate.unreadable',
  }
  for (const [cell, wanted] of Object.entries(cells)) assert.equal(await rate(cell), wanted, cell)
})

test('PRF-3 S24: several trades stand by comma or slash; the company’s own are found in one and many, others are new', async () => {
  const { owner } = await makeCompany()
  const [line, other] = await short(
    owner,
    'Имя;Телефон;Профессия\nИван;80296123344;электрик / Сварщик, сварщики\nАнна;80447778899;СВАРЩИК',
  )
  assert.deepEqual([line?.[2], other?.[2]], ['Электрики Сварщик*', 'Сварщик*'])
})

test('PRF-1: who does not lead performers reads no list, and 1001 lines are too many', async () => {
  const company = await makeCompany()
  const accountant = await makeStaff(company, 'accountant')
  const refused = await as(accountant, contract.checkPerformers, { text: 'Иван;80296123344' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'performer.not_yours'])
  const text = Array.from({ length: 1001 }, (_, n) => `Иван ${n}`).join('\n')
  const long = await as(company.owner, contract.checkPerformers, { text })
  assert.deepEqual([long.status, long.body.code, long.body.errors?.[0]?.path], [422, 'list.too_long', 'text'])
  assert.deepEqual((await read(company.owner, ' \n ')).lines, [])
})

test('PRF-10 S23: a column of pools is known by its head; without one a cell after the trades that names a pool is it', async () => {
  const company = await makeCompany()
  const { olga } = await makeTwoPools(company)
  const pools = async (text: string, make_pools = false) =>
    (await done(olga, contract.checkPerformers, { text, make_pools })).lines.map(({ pools: read, faults: wrong }) => [
      read.map(({ name, known }) => (known ? name : `${name}*`)).join(' '),
      wrong.map(({ field, code }) => `${field} ${code}`).join(),
    ])
  const table = 'Имя\tТелефон\tПул\nИван\t80296123344\tэлектрики\nАнна\t80447778899\tКровельщики, Электрики'
  assert.deepEqual(await pools(table), [
    ['Электрики', ''],
    ['Кровельщики* Электрики', 'pool invitation.pool_unknown'],
  ])
  assert.deepEqual((await pools(table, true))[1], ['Кровельщики* Электрики', ''])
  assert.deepEqual(await pools('Иван; 80296123344; электрики; Электрики; 25,50'), [['Электрики', '']])
  assert.deepEqual(await pools('Имя;Телефон;Бригада\nИван;80296123344;Сантехники'), [
    ['Сантехники', 'pool pool.not_yours'],
  ])
})
