import assert from 'node:assert/strict'
import { execFileSync, spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import path from 'node:path'
import { after, test } from 'node:test'
import type { DocumentData } from './document-data.ts'
import { documentTotals, lineVatTakenOut } from './document-lines.ts'
import { stopPrinting } from '#platform/pdf/the-press.ts'
import { renderDocument, setDocument } from './render-document.ts'

const folder = mkdtempSync(path.join(tmpdir(), 'documents-'))
const canReadText = spawnSync('pdftotext', ['-v']).status === 0

after(() => {
  stopPrinting()
  rmSync(folder, { recursive: true })
})

function makeDocument(given: Partial<DocumentData> = {}, count = 1): DocumentData {
  const lines = Array.from({ length: count }, (_, at) =>
    lineVatTakenOut({
      name: `Подключение светового короба ${at + 1}`,
      unit: 'усл.',
      quantity: '1',
      price: 186_000n,
      vat_rate: '20',
    }),
  )
  return {
    kind: 'act',
    country: 'BY',
    number: '12',
    issued_on: '2026-11-24',
    seller: { legal_name: 'ООО «Минский сервис»', tax_number: '191682495', signatory_name: 'Санько О. В.' },
    buyer: { legal_name: 'ЗАО «Европа»', tax_number: '100217336' },
    basis: 'Договор № 5',
    currency: 'BYN',
    place: 'г. Минск',
    lines,
    ...documentTotals(lines, 'BYN'),
    ...given,
  }
}

/** The text of a document in one line, its words parted by single spaces. */
function textOf(bytes: Uint8Array): string {
  const file = path.join(folder, 'document.pdf')
  writeFileSync(file, bytes)
  return execFileSync('pdftotext', ['-layout', file, '-'], { encoding: 'utf8' }).replace(/[\s\u00A0]+/g, ' ')
}

test('S56: the same data gives the same bytes, another date gives others', async () => {
  const [first, again, other] = [
    await renderDocument(makeDocument()),
    await renderDocument(makeDocument()),
    await renderDocument(makeDocument({ issued_on: '2026-11-25' })),
  ]
  assert.equal(Buffer.compare(first, again), 0)
  assert.notEqual(Buffer.compare(first, other), 0)
})

test('S56: each form is set, as PDF for keeping', async (t) => {
  for (const kind of ['invoice', 'act'] as const) {
    for (const country of ['BY', 'RU', 'other'] as const) {
      const start = performance.now()
      const { bytes, pages } = await setDocument(makeDocument({ kind, country }))
      t.diagnostic(`${kind} ${country}: ${(performance.now() - start).toFixed(0)} ms, ${bytes.length} bytes`)
      assert.equal(pages, 1)
      assert.match(Buffer.from(bytes).toString('latin1'), /^%PDF-1\.7[\s\S]*<pdfaid:part>2<\/pdfaid:part>/)
    }
  }
})

test('S56: a form says what it must, in figures and in words', async (t) => {
  if (!canReadText) return t.diagnostic('pdftotext is not installed here: the text was not read back')
  const text = textOf(await renderDocument(makeDocument()))
  for (const part of [
    'АКТ № 12',
    '24 ноября 2026 г.',
    'УНП 191682495',
    'УНП 100217336',
    'Договор № 5',
    '1 860,00',
    '310,00',
    'Одна тысяча восемьсот шестьдесят белорусских рублей 00 копеек',
    'Санько О. В.',
  ])
    assert.ok(text.includes(part), part)
})

test('S56: a long list goes over to a second sheet with its head', async (t) => {
  const { bytes, pages } = await setDocument(makeDocument({}, 50))
  assert.equal(pages, 2)
  if (!canReadText) return t.diagnostic('pdftotext is not installed here: the text was not read back')
  const text = textOf(bytes)
  assert.equal(text.split('Наименование работ (услуг)').length - 1, 2)
  assert.ok(text.includes('Лист 2 из 2'))
})

test('S56: text of people is shown as it is, whatever it holds, and never hinders a document', async (t) => {
  const name = '#panic("x") $a$ *b* _c_ @d \\e "f" \u0007 😀 中文'
  const bytes = await renderDocument(makeDocument({ buyer: { legal_name: name } }))
  if (!canReadText) return t.diagnostic('pdftotext is not installed here: the text was not read back')
  assert.ok(textOf(bytes).includes('#panic("x") $a$ *b* _c_ @d \\e "f" ? ??'))
})
