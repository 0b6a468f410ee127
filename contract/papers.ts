import { Type, type Static } from 'typebox'
import { Can, Id, Nothing, OneOf, Text, When, endpoint } from './endpoint.ts'
import { StoredFile } from './files.ts'
import { Person } from './member-card.ts'

export const PaperKind = OneOf('contract', 'identity', 'certificate', 'other')
export type PaperKind = Static<typeof PaperKind>

/** A paper of a person as a file: his contract, passport, certificate. Its bytes: `GET /api/files/:file_id`. */
export const Paper = Type.Object({
  id: Id,
  kind: PaperKind,
  title: Type.String(),
  file: StoredFile,
  added_by: Person,
  added_at: When,
})
export type Paper = Static<typeof Paper>

const OfMember = Type.Object({ member_id: Id })
const OfPaper = Type.Object({ paper_id: Id })
const Papers = Type.Object({
  rows: Type.Array(Paper),
  /** `remove` also of one who has left; nothing is added to him. */
  can: Type.Object({ add: Can, remove: Can }),
})

export const listPapers = endpoint({
  method: 'GET',
  path: '/members/:member_id/papers',
  summary: 'Papers of a person, the newest first: for those who lead him',
  door: 'staff',
  params: OfMember,
  reply: Papers,
})

export const addPaper = endpoint({
  method: 'POST',
  path: '/members/:member_id/papers',
  summary: 'Puts an uploaded file among the papers of a person; from then on nobody else opens it',
  door: 'staff',
  params: OfMember,
  body: Type.Object({
    file_id: Id,
    kind: PaperKind,
    /** The name of the file unless said otherwise. */
    title: Type.Optional(Text(200)),
  }),
  reply: Papers,
})

export const renamePaper = endpoint({
  method: 'PATCH',
  path: '/papers/:paper_id',
  summary: 'Changes what a paper is called, and what it is',
  door: 'staff',
  params: OfPaper,
  body: Type.Object({ title: Type.Optional(Text(200)), kind: Type.Optional(PaperKind) }),
  reply: Papers,
})

export const removePaper = endpoint({
  method: 'POST',
  path: '/papers/:paper_id/remove',
  summary: 'Takes a paper off the page of a person',
  door: 'staff',
  params: OfPaper,
  body: Nothing,
  reply: Papers,
})

export const restorePaper = endpoint({
  method: 'POST',
  path: '/papers/:paper_id/restore',
  summary: 'Puts a paper back that was taken off',
  door: 'staff',
  params: OfPaper,
  body: Nothing,
  reply: Papers,
})
