import type { FastifyReply } from 'fastify'
import type { Ctx, Viewer } from '#platform/ctx.ts'
import { insist } from '#platform/errors.ts'
import type { Frame } from '#platform/http/serve.ts'
import { sendWorkbook } from '#platform/xlsx/send-workbook.ts'
import type { Row, Sheet } from '#platform/xlsx/write-xlsx.ts'
import { disposition } from '#server/files/index.ts'
import { isWord, type Locale, type Values, type Words, wordsFor } from '#words/index.ts'
import { rowsOf } from './list-imports.ts'
import { importPolicy } from './policy.ts'
import { findImport } from './queries.ts'

type Asked = { import_id: string; locale: Locale }

/** Sends the rows that something is wrong with as a workbook that can be mended and brought in again (IMP-6). */
export async function sendProblems(
  frame: Frame,
  viewer: Viewer,
  { import_id, locale }: Asked,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const words = wordsFor(locale)
  const name = words('import.problems_file')
  return sendWorkbook(
    frame,
    viewer,
    { disposition: disposition('attachment', name), sheets: async (ctx) => [await sheetOf(ctx, import_id, words)] },
    reply,
  )
}

/** The file's own columns under their own names, and before them which row it is and why it was left. */
async function sheetOf(ctx: Ctx, import_id: string, words: Words): Promise<Sheet> {
  const { found } = await findImport(ctx, import_id)
  insist(importPolicy.use(ctx.viewer))
  const headings = found?.headings ?? []
  const [first] = await rowsOf(ctx, import_id, { of: 'problems', from: 0, limit: 1 })
  const width = Math.max(headings.length, first?.cells.length ?? 0)
  return {
    name: words('import.problems'),
    columns: [
      { title: words('import.row'), kind: 'number', width: 8 },
      { title: words('import.reason'), kind: 'text', width: 60 },
      ...Array.from({ length: width }, (_, at) => ({
        title: headings[at] || words('import.column_n', { n: at + 1 }),
        kind: 'text' as const,
      })),
    ],
    rows: problems(ctx, import_id, words),
  }
}

const PIECE = 1000

async function* problems(ctx: Ctx, import_id: string, words: Words): AsyncGenerator<Row> {
  for (let from = 0; ;) {
    const rows = await rowsOf(ctx, import_id, { of: 'problems', from, limit: PIECE })
    for (const { at, cells, faults } of rows) {
      const why = faults.map(
        ({ field, code, facts }) => `${words(`import.field.${field}`)}: ${said(words, code, facts)}`,
      )
      yield [at, why.join('\n'), ...cells]
    }
    const last = rows.at(-1)
    if (!last || rows.length < PIECE) return
    from = last.at
  }
}

const said = (words: Words, code: string, facts: Record<string, unknown>): string =>
  isWord(code) ? words(code, facts as Values) : code
