import { openArchive } from './archive.ts'
import { rowsOf, type SheetRow } from './sheet-rows.ts'
import { factsOf } from './workbook-facts.ts'

/** A sheet that people see. Its rows may be asked for again and again, and left at any of them. */
export type OpenSheet = { name: string; rows(): AsyncGenerator<SheetRow> }

/**
 * The sheets of a workbook in their order, without hidden ones. Rows come as they are unpacked: a workbook costs the
 * memory of its file and of its shared texts. Errors: `BadWorkbook`, from here and from the rows.
 */
export async function openXlsx(file: Buffer, { most_columns }: { most_columns: number }): Promise<OpenSheet[]> {
  const archive = await openArchive(file)
  const facts = await factsOf(archive)
  return facts.sheets.map(({ name, part }) => ({
    name,
    rows: () => rowsOf(archive.part(part), { facts, most_columns }),
  }))
}
