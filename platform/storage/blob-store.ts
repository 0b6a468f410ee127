import type { Readable } from 'node:stream'

/** What a stored content is known by: the SHA-256 of its bytes. */
export type Stored = { sha256: Buffer; size: number }

/** Where bytes lie, by the hash of their content: the same content lies once, and nothing is ever overwritten. */
export interface BlobStore {
  /** Takes everything the stream gives; a stream that breaks off, or passes `limit` bytes, leaves nothing behind. */
  put(bytes: Readable, limit: number): Promise<Stored>
  get(sha256: Buffer): Readable
  has(sha256: Buffer): Promise<boolean>
}
