import type { CellStyle, Column } from './cells.ts'

export type ColumnStyles = { head: number; body: CellStyle; total: CellStyle }

/** The styles of a workbook: one number format per distinct kind of column, each also for its total. */
export type Styles = { of(column: Column): ColumnStyles; xml(): string }

/** Excel's own formats end at 163. */
const FIRST_FORMAT = 164

function formatOf({ kind, currency }: Column): string {
  if (kind === 'money') return currency ? `#,##0.00\\ "${currency}"` : '#,##0.00'
  return { text: 'General', number: 'General', date: 'dd.mm.yyyy', hours: '#,##0.00', percent: '0.0%' }[kind]
}

const attribute = (text: string): string => text.replace(/&/g, '&amp;').replace(/"/g, '&quot;')

/**
 * The table of styles. It is complete before the first row: everything follows from the columns.
 * Style 0 is the empty one, 1 the head; then four per format: body, body quoted, total, total quoted.
 */
export function stylesOf(columns: readonly Column[]): Styles {
  const formats = [...new Set(columns.map(formatOf))]
  return {
    of(column) {
      const first = 2 + formats.indexOf(formatOf(column)) * 4
      return {
        head: 1,
        body: { plain: first, quoted: first + 1 },
        total: { plain: first + 2, quoted: first + 3 },
      }
    },
    xml: () => stylesXml(formats),
  }
}

function stylesXml(formats: readonly string[]): string {
  const idOf = (code: string, at: number) => (code === 'General' ? 0 : FIRST_FORMAT + at)
  const numFmts = formats.flatMap((code, at) =>
    code === 'General' ? [] : [`<numFmt numFmtId="${idOf(code, at)}" formatCode="${attribute(code)}"/>`],
  )
  const xfs = formats.flatMap((code, at) => {
    const xf = (rest: string) => `<xf numFmtId="${idOf(code, at)}" xfId="0" applyNumberFormat="1" ${rest}`
    const [body, total] = [
      'fontId="0" fillId="0" borderId="0"',
      'fontId="1" fillId="0" borderId="1" applyFont="1" applyBorder="1"',
    ]
    return [body, `${body} quotePrefix="1"`, total, `${total} quotePrefix="1"`].map((rest) => `${xf(rest)}/>`)
  })
  const head =
    '<xf numFmtId="0" fontId="1" fillId="2" borderId="0" xfId="0" applyFont="1" applyFill="1" applyAlignment="1">' +
    '<alignment vertical="center" wrapText="1"/></xf>'
  return (
    '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>' +
    '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
    (numFmts.length > 0 ? `<numFmts count="${numFmts.length}">${numFmts.join('')}</numFmts>` : '') +
    '<fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts>' +
    '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill>' +
    '<fill><patternFill patternType="solid"><fgColor rgb="FFF0F2F5"/></patternFill></fill></fills>' +
    '<borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border>' +
    '<border><left/><right/><top style="thin"/><bottom/><diagonal/></border></borders>' +
    '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
    `<cellXfs count="${xfs.length + 2}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>${head}${xfs.join('')}</cellXfs>` +
    '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles>' +
    '</styleSheet>'
  )
}
