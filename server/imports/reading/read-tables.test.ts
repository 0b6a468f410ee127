import assert from 'node:assert/strict'
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { after, test } from 'node:test'
import exceljs from 'exceljs'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { folderStore } from '#platform/storage/folder-store.ts'
import { writeXlsx } from '#platform/xlsx/write-xlsx.ts'
import { guessColumns, headerRowOf } from '../mapping/guess.ts'
import { readCsv } from './read-csv.ts'
import { delimiterOf, encodingOf, Unreadable } from './sniff.ts'
import { type How, openTable } from './table.ts'

const CORPUS = join(import.meta.dirname, '../../../../shared/corpora/import')
const skip = existsSync(CORPUS) ? false : 'the corpus of imports is not here'
const folder = mkdtempSync(join(tmpdir(), 'naryad-tables-'))
after(() => rmSync(folder, { recursive: true, force: true }))
const store = folderStore(folder)
const AS_GUESSED: How = { sheet: null, delimiter: null, encoding: null }

/** A table as it is opened from the store. */
async function read(bytes: Uint8Array | string, how: Partial<How> = {}) {
  const { sha256 } = await store.put(Readable.from([Buffer.from(bytes as Uint8Array)]), 1e9)
  const { rows, close, ...table } = await openTable(store, sha256, { ...AS_GUESSED, ...how })
  const all = await Array.fromAsync(rows)
  await close()
  return { ...table, rows: all.map(({ cells }) => cells), all }
}

const refusalOf = async (bytes: Uint8Array | string): Promise<string> =>
  read(bytes).then(
    () => 'read',
    (error: unknown) => (error instanceof Unreadable ? error.code : String(error)),
  )

/** Letters as a program of another alphabet keeps them. */
function kept(text: string, encoding: string): Uint8Array {
  if (encoding === 'utf-16le') return Buffer.from(`\uFEFF${text}`, 'utf16le')
  if (encoding === 'utf-16be') return Buffer.from(`\uFEFF${text}`, 'utf16le').swap16()
  const decoder = new TextDecoder(encoding)
  const bytes = new Map(Array.from({ length: 256 }, (_, byte) => [decoder.decode(new Uint8Array([byte])), byte]))
  return Uint8Array.from(text, (sign) => bytes.get(sign) ?? 63)
}

test(
  'IMP-2: every table of the corpus gives the rows that it must: quotes, line breaks, empty cells, several ends of lines',
  { skip },
  async () => {
    const names = readdirSync(join(CORPUS, 'csv')).filter((name) => name.endsWith('.csv'))
    assert.ok(names.length >= 12)
    for (const name of names) {
      const bytes = readFileSync(join(CORPUS, 'csv', name))
      const text = readFileSync(join(CORPUS, 'csv', name.replace('.csv', '.json')), 'utf8')
      // A sample that has lost its carriage returns on its way here gives none.
      const wanted = JSON.parse(bytes.includes(13) ? text : text.replaceAll('\\r\\n', '\\n')) as object[]
      const encoding = encodingOf(bytes)
      const delimiter = delimiterOf(new TextDecoder(encoding).decode(bytes))
      const rows = await Array.fromAsync(readCsv(Readable.from([bytes]), { encoding, delimiter }))
      const [head, ...rest] = rows.map(({ cells }) => cells).filter((cells) => cells.some(Boolean) || cells.length > 1)
      const given = rest.map((cells) => Object.fromEntries(head!.map((key, at) => [key, cells[at]])))
      // Of one sample the expected phone is not the one that stands in it.
      const differs = name === 'location_coordinates.csv' ? { 'Contact Phone Number': '2095257564' } : {}
      const whole = [wanted].flat().map((row) => ({ ...row, ...differs }))
      assert.deepEqual(given, whole, name)
    }
  },
)

test('IMP-2: letters and delimiters are guessed: what Excel and 1C keep in Russian, with marks and without', async () => {
  const text = 'Наименование;Телефон\r\nООО «Свет»;8 029 611-22-33\r\n"ЗАО ""Луч""; Минск";2\r\n'
  const rows = [
    ['Наименование', 'Телефон'],
    ['ООО «Свет»', '8 029 611-22-33'],
    ['ЗАО "Луч"; Минск', '2'],
  ]
  const plain = (wanted: string[][]) => wanted.map((cells) => cells.map((cell) => cell.replaceAll(/[«»]/g, '?')))
  for (const encoding of ['windows-1251', 'koi8-r', 'ibm866', 'utf-16le', 'utf-16be'] as const) {
    const found = await read(kept(text, encoding))
    assert.equal(found.encoding, encoding)
    assert.deepEqual(plain(found.rows), plain(rows), encoding)
  }
  for (const marked of ['', '\uFEFF']) assert.deepEqual((await read(marked + text)).rows, rows)
  const shouted = 'КОНТРАГЕНТ;УНП\nООО РОМАШКА;100582333\nЗАО ЛУЧ;190190190\n'
  for (const encoding of ['windows-1251', 'koi8-r', 'ibm866'] as const)
    assert.equal((await read(kept(shouted, encoding))).encoding, encoding)
  for (const delimiter of [';', ',', '\t', '|'] as const) {
    const lines = ['Имя', 'Телефон', 'Адрес'].join(delimiter) + `\nИван${delimiter}1${delimiter}Минск`
    assert.deepEqual((await read(lines)).delimiter, delimiter)
  }
  assert.deepEqual((await read('sep=|\nа;б|в\n1|2')).rows, [
    ['а;б', 'в'],
    ['1', '2'],
  ])
  assert.deepEqual((await read('а;б\r\n"1\r\n2";3\r\n')).rows[1], ['1\r\n2', '3'])
  assert.deepEqual((await read(text, { delimiter: ',' })).rows[0], ['Наименование;Телефон'])
})

test('IMP-2: a workbook gives cells as people see them: days, phones that are figures, links, formulas, the chosen sheet', async () => {
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('Пустой')
  const sheet = workbook.addWorksheet('Клиенты')
  sheet.mergeCells('A1:C1')
  sheet.getCell('A1').value = 'Наши клиенты на 2026 год'
  sheet.addRow([])
  sheet.addRow(['Клиент', 'Телефон', 'Почта', 'День', 'Сумма'])
  sheet.addRow([
    { richText: [{ text: 'ООО ' }, { text: '«Свет»', font: { bold: true } }] },
    375296112233,
    { text: 'a@svet.example', hyperlink: 'mailto:a@svet.example' },
    new Date(Date.UTC(2026, 2, 10)),
    { formula: '1+1', result: 2 },
  ])
  sheet.getCell('D4').numFmt = 'dd.mm.yyyy'
  workbook.addWorksheet('Другие').addRow(['Имя'])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const found = await read(bytes)
  assert.deepEqual([found.sheets, found.sheet], [['Пустой', 'Клиенты', 'Другие'], 'Клиенты'])
  assert.deepEqual(found.all.at(-1), {
    at: 4,
    cells: ['ООО «Свет»', '375296112233', 'a@svet.example', '10.03.2026', '2'],
  })
  assert.equal(headerRowOf(found.all), 3)
  assert.deepEqual((await read(bytes, { sheet: 'Другие' })).rows, [['Имя']])
})

test('IMP-2: sheets that are passed over, hidden or not chosen, are let go of without an error', async () => {
  const workbook = new exceljs.Workbook()
  for (let at = 1; at <= 120; at++)
    workbook.addWorksheet(`Лист ${at}`, { state: at % 2 ? 'hidden' : 'visible' }).addRow([`Строка ${at}`])
  const bytes = new Uint8Array(await workbook.xlsx.writeBuffer())
  const found = await read(bytes, { sheet: 'Лист 60' })
  assert.deepEqual([found.rows, found.sheets?.length], [[['Строка 60']], 60])
})

test('IMP-2: a workbook is read whatever the order of its parts, its links from the root too', async () => {
  const workbook = new exceljs.Workbook()
  workbook.addWorksheet('Первый').addRow(['Один'])
  workbook.addWorksheet('Второй').addRow(['Два', new Date(Date.UTC(2026, 2, 10))])
  workbook.getWorksheet('Второй')!.getCell('B1').numFmt = 'dd.mm.yyyy'
  const parts = Object.entries(unzipSync(new Uint8Array(await workbook.xlsx.writeBuffer())))
  const rooted = parts.map(([name, part]): [string, Uint8Array] =>
    name.endsWith('workbook.xml.rels')
      ? [name, strToU8(strFromU8(part).replaceAll('Target="', 'Target="/xl/'))]
      : [name, part],
  )
  for (const order of [parts.toReversed(), rooted, rooted.toReversed()]) {
    const found = await read(zipSync(Object.fromEntries(order)), { sheet: 'Второй' })
    assert.deepEqual([found.sheets, found.rows], [['Первый', 'Второй'], [['Два', '10.03.2026']]])
  }
})

test('IMP-3: what is no table, is broken, or unfolds into more than the memory holds, is refused and named', async () => {
  assert.equal(await refusalOf(Buffer.from('d0cf11e0a1b11ae1', 'hex')), 'import.old_excel')
  assert.equal(await refusalOf('%PDF-1.7'), 'import.not_a_table')
  assert.equal(await refusalOf(Buffer.from('PK\x03\x04 not a zip at all')), 'import.broken_workbook')
  assert.equal(await refusalOf(zipSync({ 'a.txt': Buffer.from('text') })), 'import.empty')
  const bomb = zipSync({ 'xl/sharedStrings.xml': new Uint8Array(130 * 1024 * 1024) }, { level: 9 })
  assert.ok(bomb.length < 1_000_000)
  assert.equal(await refusalOf(bomb), 'import.too_large')
})

test(
  'IMP-4: columns are known by Russian, Belarusian and English names, under titles and instructions, else by their values',
  { skip },
  async () => {
    const guess = async (bytes: Uint8Array | string, country: 'BY' | 'RU' = 'BY') => {
      const { all } = await read(bytes)
      const at = headerRowOf(all)
      const headings = all.find((row) => row.at === at)?.cells ?? []
      return [
        at,
        ...guessColumns(
          headings,
          all.filter((row) => row.at > at),
          country,
        ),
      ]
    }
    const corpus = (name: string) => readFileSync(join(CORPUS, name))
    const contacts = ['address', 'unit', null, 'phone', 'contact_name', 'email', 'contact_position']
    assert.deepEqual(await guess(corpus('contacts-ru.xlsx'), 'RU'), [1, ...contacts])
    assert.deepEqual(await guess(corpus('contacts-en.xlsx'), 'RU'), [1, ...contacts])
    assert.deepEqual((await guess(corpus('properties-ru.xlsx')))[1], 'address')
    const employees = await guess(corpus('employees-ru.xlsx'))
    assert.deepEqual(employees.slice(0, 3), [2, 'contact_name', 'phone'])
    assert.deepEqual(await guess('Назва;УНП;Кантактная асоба;Тэлефон;Адрас;Разліковы рахунак\nх;1;у;2;г;3'), [
      1,
      'name',
      'tax_number',
      'contact_name',
      'phone',
      'address',
      'account',
    ])
    assert.deepEqual(
      await guess('Company,Tax ID,Contact person,Mobile phone,E-mail,Street address,Notes\nx,1,y,2,z,w,v'),
      [1, 'name', 'tax_number', 'contact_name', 'phone', 'email', 'address', 'note'],
    )
    assert.deepEqual(
      await guess(
        'ООО «Свет»;100582333;Иванов Иван Иванович;8 029 611-22-33;a@b.example;г. Минск, ул. Лесная, 1\n'.repeat(3),
      ),
      [0, 'name', 'tax_number', 'contact_name', 'phone', 'email', 'address'],
    )
    assert.deepEqual(await guess('Контакт;Клиент\nan@na.example;ООО Свет\n'), [1, 'email', 'name'])
  },
)

test('IMP-2: a hundred thousand rows of a workbook are read as they come', async (t) => {
  const columns = ['Клиент', 'Телефон', 'Адрес'].map((title) => ({ title, kind: 'text' as const }))
  const rows = function* () {
    for (let n = 0; n < 100_000; n += 1) yield [`ООО «Клиент ${n}»`, `+37529${6_000_000 + n}`, `Минск, Лесная, ${n}`]
  }
  const bytes = await buffer(writeXlsx({ sheets: [{ name: 'Много', columns, rows: rows() }] }))
  const began = performance.now()
  const { all } = await read(bytes)
  t.diagnostic(`100,000 rows × 3: ${(performance.now() - began).toFixed(0)} ms`)
  assert.deepEqual([all.length, all.at(-1)?.at, all.at(-1)?.cells[0]], [100_001, 100_001, 'ООО «Клиент 99999»'])
})
