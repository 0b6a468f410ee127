import assert from 'node:assert/strict'
import { test } from 'node:test'
import { strToU8, zipSync } from 'fflate'
import { BadWorkbook } from './archive.ts'
import { openXlsx } from './read-xlsx.ts'

const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const LINKS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'

type Written = {
  sheets: { name: string; state?: string; target?: string; rows: string }[]
  texts?: string
  styles?: string
  properties?: string
}

/** A workbook as some program may have written it. */
function written({ sheets, texts = '', styles = '', properties = '' }: Written): Record<string, Uint8Array> {
  const targets = sheets.map(({ target }, at) => target ?? `worksheets/sheet${at + 1}.xml`)
  const link = (id: string, type: string, target: string) =>
    `<Relationship Id="${id}" Type="${LINKS}/${type}" Target="${target}"/>`
  const links = (all: string[]) =>
    `<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${all.join('')}</Relationships>`
  const parts: Record<string, string> = {
    '_rels/.rels': links([link('rId1', 'officeDocument', 'xl/workbook.xml')]),
    'xl/_rels/workbook.xml.rels': links([
      ...targets.map((target, at) => link(`s${at}`, 'worksheet', target)),
      link('t', 'sharedStrings', 'sharedStrings.xml'),
      link('l', 'styles', 'styles.xml'),
    ]),
    'xl/workbook.xml': `<workbook xmlns="${MAIN}" xmlns:r="${LINKS}"><workbookPr ${properties}/><sheets>${sheets
      .map(({ name, state }, at) => `<sheet name="${name}" ${state ? `state="${state}"` : ''} r:id="s${at}"/>`)
      .join('')}</sheets></workbook>`,
    'xl/sharedStrings.xml': `<sst xmlns="${MAIN}">${texts}</sst>`,
    'xl/styles.xml': `<styleSheet xmlns="${MAIN}">${styles}</styleSheet>`,
  }
  for (const [at, { rows }] of sheets.entries()) {
    const target = targets[at] ?? ''
    parts[target.startsWith('/') ? target.slice(1) : `xl/${target}`] =
      `<worksheet xmlns="${MAIN}"><sheetData>${rows}</sheetData></worksheet>`
  }
  return Object.fromEntries(Object.entries(parts).map(([name, part]) => [name, strToU8(part)]))
}

const open = (parts: Record<string, Uint8Array>, most_columns = 50) =>
  openXlsx(Buffer.from(zipSync(parts)), { most_columns })

async function firstSheet(parts: Record<string, Uint8Array>) {
  const [sheet] = await open(parts)
  assert.ok(sheet)
  return Array.fromAsync(sheet.rows())
}

test('IMP-2: cells are what a person sees: texts of several looks, days, times, hours over a day, marks, no errors', async () => {
  const formats = [14, 0, 46, 164, 165, 166, 167, 10]
  const styles = `<numFmts><numFmt numFmtId="164" formatCode="[$-419]d\\ mmm\\ yyyy;@"/><numFmt numFmtId="165" formatCode="#,##0.00&quot; дн.&quot;"/>
    <numFmt numFmtId="166" formatCode="dd/mm/yyyy\\ hh:mm"/><numFmt numFmtId="167" formatCode="[Red]0.0_);&quot;минус &quot;0"/></numFmts>
    <cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs>${formats.map((id) => `<xf numFmtId="${id}"/>`).join('')}</cellXfs>`
  const texts = `<si><t>Свет</t></si><si><r><rPr><b/></rPr><t xml:space="preserve">ООО </t></r><r><t>&#171;Дом&#187; &amp; Ко</t></r><rPh sb="0" eb="1"><t>как читать</t></rPh></si><si><t>_x041F_ар_x000A_а</t></si>`
  const number = (at: string, value: string, style: number) => `<c r="${at}" s="${style}"><v>${value}</v></c>`
  const rows = `<row r="3"><c r="B3" t="s"><v>0</v></c><c r="A3" t="s"><v>1</v></c><c r="D3" t="s"><v>2</v></c></row>
    <row r="5">${number('A5', '46091', 0)}${number('B5', '375296112233', 1)}${number('C5', '1.0625', 2)}${number('D5', '46091', 3)}
    ${number('E5', '12.5', 4)}${number('F5', '46091.520833333336', 5)}${number('G5', '0.30000000000000004', 6)}${number('H5', '0.375', 0)}</row>
    <row><c t="b"><v>1</v></c><c t="b"><v>0</v></c><c t="e"><v>#N/A</v></c><c t="str"><f>A1&amp;B1</f><v>из формулы</v></c><c t="d"><v>2026-03-10T12:00:00</v></c>
    <c t="inlineStr"><is><r><t>в две </t></r><r><t>части</t></r></is></c><c/><c><v></v></c></row>`
  assert.deepEqual(await firstSheet(written({ sheets: [{ name: 'Лист', rows }], texts, styles })), [
    { at: 3, cells: ['ООО «Дом» & Ко', 'Свет', '', 'Пар\nа'] },
    { at: 5, cells: ['10.03.2026', '375296112233', '25:30', '10.03.2026', '12.5', '10.03.2026 12:30', '0.3', '09:00'] },
    { at: 6, cells: ['+', '', '', 'из формулы', '10.03.2026 12:00', 'в две части', '', ''] },
  ])
})

test('IMP-2: a workbook of a Macintosh counts its days from 1904', async () => {
  const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>'
  const sheets = [{ name: 'Лист', rows: '<row r="1"><c r="A1" s="0"><v>44629</v></c></row>' }]
  const rows = await firstSheet(written({ sheets, styles, properties: 'date1904="1"' }))
  assert.deepEqual(rows, [{ at: 1, cells: ['10.03.2026'] }])
})

test('IMP-2: it does not matter how a program orders the parts, where it puts them and how it calls its elements', async () => {
  const row = (text: string) => `<row r="1"><c r="A1" t="inlineStr"><is><t>${text}</t></is></c></row>`
  const parts = written({
    sheets: [
      { name: 'Тайный', state: 'veryHidden', rows: row('тайна') },
      { name: 'Первый &amp; второй', target: '/xl/worksheets/rows%201.xml', rows: row('один') },
      { name: 'Другой', target: 'Other.xml', rows: row('два') },
    ],
  })
  parts['xl/worksheets/rows 1.xml'] = parts['xl/worksheets/rows%201.xml'] ?? new Uint8Array()
  delete parts['xl/worksheets/rows%201.xml']
  const prefixed = Object.fromEntries(
    Object.entries(parts).map(([name, part]) => [
      name.toUpperCase(),
      Buffer.from(
        Buffer.from(part)
          .toString()
          .replaceAll(/<(\/?)(\w)/g, '<$1x:$2'),
      ),
    ]),
  )
  for (const one of [parts, Object.fromEntries(Object.entries(parts).toReversed()), prefixed]) {
    const sheets = await open(one)
    assert.deepEqual(
      sheets.map(({ name }) => name),
      ['Первый & второй', 'Другой'],
    )
    const [first, second] = await Promise.all(sheets.map(async (sheet) => Array.fromAsync(sheet.rows())))
    assert.deepEqual([first, second], [[{ at: 1, cells: ['один'] }], [{ at: 1, cells: ['два'] }]])
  }
})

test('IMP-3: a column far to the right costs nothing, and rows may be left at any of them', async () => {
  const rows = Array.from({ length: 50_000 }, (_, at) => `<row><c><v>${at}</v></c><c r="XFD1"><v>1</v></c></row>`).join(
    '',
  )
  const [sheet] = await open(written({ sheets: [{ name: 'Лист', rows }] }), 2)
  assert.ok(sheet)
  const some: unknown[] = []
  for await (const row of sheet.rows()) if (some.push(row) === 2) break
  const wanted = [
    { at: 1, cells: ['0'] },
    { at: 2, cells: ['1'] },
  ]
  assert.deepEqual(some, wanted)
  assert.deepEqual((await Array.fromAsync(sheet.rows())).slice(0, 2), wanted)
})

test('IMP-3: an archive that is cut off, lies of its size or unfolds into too much is refused', async () => {
  const fault = (bytes: Uint8Array) =>
    openXlsx(Buffer.from(bytes), { most_columns: 2 })
      .then(async (sheets) => sheets[0] && Array.fromAsync(sheets[0].rows()))
      .then(
        () => 'read',
        (error: unknown) => (error instanceof BadWorkbook ? error.fault : String(error)),
      )
  const rows = Array.from({ length: 3000 }, (_, at) => `<row><c><v>${Math.sin(at)}</v></c></row>`).join('')
  const whole = Buffer.from(zipSync(written({ sheets: [{ name: 'Лист', rows }] })))
  assert.equal(await fault(whole), 'read')
  assert.equal(await fault(whole.subarray(0, whole.length - 30)), 'broken')
  const spoilt = Buffer.from(whole)
  // In the middle of the sheet, which is by far the largest part.
  spoilt.fill(0xff, whole.length - 20_000, whole.length - 19_000)
  assert.equal(await fault(spoilt), 'broken')
  const lying = Buffer.from(whole)
  const entry = lying.lastIndexOf(Buffer.from('xl/worksheets/sheet1.xml')) - 46
  assert.equal(lying.readUInt32LE(entry), 0x02014b50)
  lying.writeUInt32LE(100, entry + 24)
  assert.equal(await fault(lying), 'broken')
  const zeros = new Uint8Array(130 * 1024 * 1024)
  assert.equal(await fault(zipSync({ 'xl/sharedStrings.xml': zeros }, { level: 9 })), 'too_large')
  const many = Object.fromEntries(Array.from({ length: 2001 }, (_, at) => [`${at}.xml`, new Uint8Array()]))
  assert.equal(await fault(zipSync(many)), 'too_large')
})
