import { Type, type Static } from 'typebox'
import { Id, Nullable, When } from './endpoint.ts'

/**
 * A stored file. Its bytes: `GET /api/files/:file_id` (of a customer's link: `/api/portal/:link_id/files/:file_id`).
 * It is put in by `POST /api/files`, multipart with one part `file`; the reply is a StoredFile. Both are plain
 * routes, for a file is no JSON: server/files/routes.ts.
 */
export const StoredFile = Type.Object({
  id: Id,
  name: Type.String(),
  mime: Type.String(),
  /** Bytes. */
  size: Type.Integer(),
  /** Pixels; null when it is no picture. */
  width: Nullable(Type.Integer()),
  height: Nullable(Type.Integer()),
  created_at: When,
})
export type StoredFile = Static<typeof StoredFile>
