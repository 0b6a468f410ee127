import { createHash, randomUUID } from 'node:crypto'
import { createReadStream, createWriteStream } from 'node:fs'
import { mkdir, open, rename, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { Transform, type Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { Refused } from '../errors.ts'
import type { BlobStore, Stored } from './blob-store.ts'

/** Files in a folder, `ab/cdef…` by their hash. A file appears under its name only when it is whole and on the disk. */
export function folderStore(folder: string): BlobStore {
  const placeOf = (sha256: Buffer) => {
    const name = sha256.toString('hex')
    return join(folder, name.slice(0, 2), name.slice(2))
  }
  return {
    get: (sha256) => createReadStream(placeOf(sha256)),
    has: (sha256) =>
      stat(placeOf(sha256)).then(
        () => true,
        () => false,
      ),
    async put(bytes, limit) {
      const draft = join(folder, 'incoming', randomUUID())
      await mkdir(dirname(draft), { recursive: true })
      try {
        const stored = await write(bytes, draft, limit)
        await settle(draft, placeOf(stored.sha256))
        return stored
      } catch (error) {
        await rm(draft, { force: true })
        throw error
      }
    },
  }
}

async function write(bytes: Readable, draft: string, limit: number): Promise<Stored> {
  const hash = createHash('sha256')
  let size = 0
  const measure = new Transform({
    transform(chunk: Buffer, _, done) {
      size += chunk.length
      if (size > limit) return done(new Refused({ status: 413, code: 'file.too_large', facts: { limit } }))
      hash.update(chunk)
      done(null, chunk)
    },
  })
  await pipeline(bytes, measure, createWriteStream(draft, { flush: true, mode: 0o600 }))
  return { sha256: hash.digest(), size }
}

async function settle(draft: string, place: string): Promise<void> {
  await mkdir(dirname(place), { recursive: true })
  await rename(draft, place)
  // The name is on the disk only when its folder is.
  const folder = await open(dirname(place))
  await folder.sync()
  await folder.close()
}
