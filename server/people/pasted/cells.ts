import papa from 'papaparse'

/**
 * What was copied from a table or typed by lines, as rows of cells: the library knows how tables quote their cells.
 * Lines without anything in them go.
 */
export function cellsOf(text: string): string[][] {
  const delimiter = ['\t', ';', ','].find((one) => text.includes(one)) ?? '\t'
  // A first cell may be empty: of what stands before it only lines are taken off.
  const { data } = papa.parse<string[]>(text.replace(/^[\r\n]+|\s+$/g, ''), { delimiter, skipEmptyLines: 'greedy' })
  const rows = data.map((cells) => cells.map((cell) => cell.trim()))
  return delimiter === ',' ? rows.map(wholeSums) : rows
}

/** Where commas part the cells, «25,50» was parted too. */
function wholeSums(cells: string[]): string[] {
  const [whole = '', part = ''] = cells.slice(-2)
  const parted = cells.length > 2 && /^\d{1,4}$/.test(whole) && /^\d{2}(\D.*)?$/.test(part)
  return parted ? [...cells.slice(0, -2), `${whole},${part}`] : cells
}

/** A first column that only counts the rows says nothing of them. */
export function withoutOrdinals(rows: string[][]): string[][] {
  const first = Number(rows[0]?.[0])
  const counted = rows.length > 0 && rows.every(([cell], at) => cell !== '' && Number(cell) === first + at)
  return counted && (first === 0 || first === 1) ? rows.map((cells) => cells.slice(1)) : rows
}

/**
 * What each column holds, by the first row when that is a head: at least half of its cells are names of columns and
 * none is a number as people have them. Null when it is a row like the others.
 */
export function headOf<F extends string>(
  row: readonly string[] | undefined,
  names: readonly (readonly [F, RegExp])[],
): (F | null)[] | null {
  const known = (row ?? []).map((cell) => names.find(([, name]) => name.test(cell))?.[0] ?? null)
  const said = known.filter((field) => field !== null).length
  const filled = (row ?? []).filter(Boolean).length
  const numbers = (row ?? []).some((cell) => cell.replaceAll(/\D/g, '').length > 4)
  return said > 0 && said * 2 >= filled && !numbers ? known : null
}
