import { Type, type Static } from 'typebox'
import { Can, Id, Nullable, OneOf, Page, When, endpoint } from '../endpoint.ts'
import { Person } from '../member-card.ts'

/** Requisites that a column may hold. */
export const REQUISITE_FIELDS = [
  'kpp',
  'ogrn',
  'legal_name',
  'legal_address',
  'bank_name',
  'account',
  'bic',
  'corr_account',
  'signatory_name',
  'signatory_position',
] as const
/** What a column of a table may hold. */
export const FIELDS = [
  'name',
  'tax_number',
  ...REQUISITE_FIELDS,
  'note',
  'contact_name',
  'contact_position',
  'phone',
  'email',
  'address',
  'unit',
  'access_note',
] as const
export const ImportField = OneOf(...FIELDS)
export type ImportField = Static<typeof ImportField>

export const ENCODINGS = ['utf-8', 'windows-1251', 'koi8-r', 'ibm866', 'utf-16le', 'utf-16be'] as const
export const DELIMITERS = [';', ',', '\t', '|'] as const

export const ImportSettings = Type.Object({
  /** Of a workbook: which sheet; null: the first that has rows. */
  sheet: Nullable(Type.String({ maxLength: 200 })),
  /** Of a text: how its columns are parted and its letters written; null: as it was guessed. */
  delimiter: Nullable(OneOf(...DELIMITERS)),
  encoding: Nullable(OneOf(...ENCODINGS)),
  /** In which row of the file the columns are named, counted from 1; 0: nowhere; null: as it was guessed. */
  header_row: Nullable(Type.Integer({ minimum: 0, maximum: 100 })),
  /** What each column holds; null: it is not taken. Several may hold one field. */
  columns: Type.Array(Nullable(ImportField), { maxItems: 200 }),
  /** With what is there already: leave it, add what it lacks, or let the file win. */
  there: OneOf('skip', 'fill', 'overwrite'),
  /** What a counterparty that is added is. */
  side: OneOf('customer', 'supplier', 'both'),
  /** A phone or an e-mail that cannot be: the row is left, or the value only. */
  wrong: OneOf('row', 'value'),
})
export type ImportSettings = Static<typeof ImportSettings>

/** What was found in the file when it was looked at. */
export const Found = Type.Object({
  format: OneOf('xlsx', 'csv'),
  sheets: Type.Array(Type.String()),
  sheet: Nullable(Type.String()),
  delimiter: Nullable(Type.String()),
  encoding: Nullable(Type.String()),
  header_row: Type.Integer(),
  /** What the columns are called; empty where there is no such row. */
  headings: Type.Array(Type.String()),
  /** What they seem to hold. */
  guess: Type.Array(Nullable(ImportField)),
  /** The first rows under the headings. */
  rows: Type.Array(Type.Object({ at: Type.Integer(), cells: Type.Array(Type.String()) })),
})
export type Found = Static<typeof Found>

export const ImportState = OneOf(
  'looking',
  'ready',
  'checking',
  'checked',
  'running',
  'stopped',
  'done',
  'undoing',
  'undone',
  'failed',
)
export type ImportState = Static<typeof ImportState>

/** Rows by what comes, or came, of them; `warned` are among the others. */
const Counts = Type.Object({
  new: Type.Integer(),
  joined: Type.Integer(),
  same: Type.Integer(),
  fault: Type.Integer(),
  warned: Type.Integer(),
})
export type ImportCounts = Static<typeof Counts>

export const ImportRow = Type.Object({
  id: Id,
  name: Type.String(),
  state: ImportState,
  /** Rows of the file, known once it was read; how many of them the present work has gone through. */
  total: Type.Integer(),
  passed: Type.Integer(),
  counts: Counts,
  created_by: Nullable(Person),
  created_at: When,
  ended_at: Nullable(When),
})
export type ImportRow = Static<typeof ImportRow>

export const ImportCard = Type.Object({
  ...ImportRow.properties,
  /** Why the file could not be read: a code, with what its sentence names. */
  fault: Nullable(Type.Object({ code: Type.String(), facts: Type.Record(Type.String(), Type.Unknown()) })),
  found: Nullable(Found),
  settings: ImportSettings,
  /** After an undoing: what was left, the first hundred of it, and why. */
  kept: Type.Array(
    Type.Object({
      kind: OneOf('counterparty', 'contact', 'site'),
      id: Id,
      name: Type.String(),
      counterparty_id: Nullable(Id),
      why: OneOf('changed', 'used'),
    }),
  ),
  kept_count: Type.Integer(),
  removed_count: Type.Integer(),
  /** How many things there are to take back, or were; 0 while nothing is taken back. */
  things_count: Type.Integer(),
  can: Type.Object({ check: Can, run: Can, stop: Can, undo: Can }),
})
export type ImportCard = Static<typeof ImportCard>

const OfImport = Type.Object({ import_id: Id })

export const listImports = endpoint({
  method: 'GET',
  path: '/imports',
  summary: 'Imports of counterparties, the latest first (S88)',
  door: 'staff',
  query: Type.Object({ after: Type.Optional(Type.String({ maxLength: 200 })) }),
  reply: Page(ImportRow),
})

export const getImport = endpoint({
  method: 'GET',
  path: '/imports/:import_id',
  summary: 'One import: what was found in the file, how it is read, what comes of it',
  door: 'staff',
  params: OfImport,
  reply: ImportCard,
})

export const startImport = endpoint({
  method: 'POST',
  path: '/imports',
  summary: 'Begins an import of counterparties, contacts and sites from a stored XLSX or CSV file (S88)',
  door: 'staff',
  body: Type.Object({ file_id: Id }),
  reply: ImportCard,
})

export const setUpImport = endpoint({
  method: 'PATCH',
  path: '/imports/:import_id',
  summary: 'Says how the file is read and what its columns hold; what was checked is checked anew',
  door: 'staff',
  params: OfImport,
  body: Type.Partial(ImportSettings),
  reply: ImportCard,
})

const act = <const V extends string>(verb: V, summary: string) =>
  endpoint({
    method: 'POST',
    path: `/imports/:import_id/${verb}` as const,
    summary,
    door: 'staff',
    params: OfImport,
    reply: ImportCard,
  })
export const checkImport = act('check', 'Reads the whole file and says what would come of each row; nothing is written')
export const runImport = act('run', 'Writes the rows down, or goes on where it was stopped')
export const stopImport = act('stop', 'Stops what goes on; what is written stays until it is undone')
export const undoImport = act('undo', 'Takes back what the import added and changed and nobody has touched since')

export const listImportRows = endpoint({
  method: 'GET',
  path: '/imports/:import_id/rows',
  summary: 'Rows of the file with what comes of them and why',
  door: 'staff',
  params: OfImport,
  query: Type.Object({
    of: Type.Optional(OneOf('fault', 'warned', 'new', 'joined', 'same')),
    after: Type.Optional(Type.String({ maxLength: 200 })),
  }),
  reply: Page(
    Type.Object({
      at: Type.Integer(),
      cells: Type.Array(Type.String()),
      outcome: OneOf('fault', 'new', 'joined', 'same'),
      counterparty_id: Nullable(Id),
      faults: Type.Array(
        Type.Object({
          field: ImportField,
          code: Type.String(),
          facts: Type.Record(Type.String(), Type.Unknown()),
          /** Whether the row is left because of it. */
          stops: Type.Boolean(),
        }),
      ),
    }),
  ),
})
