import { Readable } from 'node:stream'
import { fileTypeFromStream } from 'file-type'
import type { BlobStore, Stored } from '#platform/storage/blob-store.ts'
import { pictureLibrary } from './picture-library.ts'

export type Content = { mime: string; width: number | null; height: number | null }

/** Kinds of picture that this product can turn and make small, with the kind that the small one has. */
export const PICTURES: Record<string, 'jpeg' | 'png' | 'webp'> = {
  'image/jpeg': 'jpeg',
  'image/png': 'png',
  'image/webp': 'webp',
  'image/avif': 'webp',
  'image/gif': 'png',
}

/** A picture of more pixels is not opened: a small file may unfold into one that fills the memory. */
export const MOST_PIXELS = 100_000_000

/**
 * What a file is, found from its bytes: the name and the sender's word are not asked. Text of any kind, HTML and
 * SVG among it, has no bytes of its own and is told apart by nothing: all of it is `application/octet-stream`.
 */
export async function contentOf(store: BlobStore, { sha256 }: Stored): Promise<Content> {
  const bytes = store.get(sha256)
  const found = await fileTypeFromStream(Readable.toWeb(bytes) as ReadableStream<Uint8Array>)
  bytes.destroy()
  const mime = found && !MARKUP.test(found.mime) ? found.mime : 'application/octet-stream'
  return { mime, ...(mime in PICTURES ? await sizeOf(store, sha256) : NO_SIZE) }
}

const MARKUP = /xml|html|svg|javascript/
const NO_SIZE = { width: null, height: null }

/** Upright, as it is shown; nothing of a picture that cannot be read. */
async function sizeOf(store: BlobStore, sha256: Buffer): Promise<Omit<Content, 'mime'>> {
  const sharp = await pictureLibrary()
  const picture = sharp({ limitInputPixels: MOST_PIXELS })
  store.get(sha256).pipe(picture)
  try {
    const { width, height } = (await picture.metadata()).autoOrient
    return { width, height }
  } catch {
    return NO_SIZE
  }
}
