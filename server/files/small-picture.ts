import { randomUUID } from 'node:crypto'
import { createReadStream } from 'node:fs'
import { mkdir, rename, rm, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { fileURLToPath } from 'node:url'
import type { World } from '#platform/ctx.ts'
import { MOST_PIXELS, PICTURES } from './content.ts'
import { pictureLibrary } from './picture-library.ts'

/** A closed list, so that nobody can fill the disk with all widths there are. */
export const WIDEST = 2560
const WIDTHS = [200, 400, 800, 1600, WIDEST] as const

export type Small = { path: string; size: number; mime: string; width: number }

/**
 * A picture made upright and not wider than asked for, without anything the camera wrote into it: no place, no
 * serial number (FIL-7). Made once and kept beside the store; the folder may be emptied at any time. Null: not to be read.
 */
export async function smallPicture(
  world: World,
  picture: { sha256: Buffer; mime: string },
  wish: number,
): Promise<Small | null> {
  const kind = PICTURES[picture.mime]
  if (kind === undefined) return null
  const width = WIDTHS.find((each) => each >= wish) ?? WIDEST
  const path = join(folderOf(world), `${picture.sha256.toString('hex')}-${width}.${kind}`)
  const size = (await sizeAt(path)) ?? (await make(world, picture.sha256, { path, width, kind }))
  return size === null ? null : { path, size, mime: `image/${kind}`, width }
}

export const readSmall = ({ path }: Small) => createReadStream(path)

function folderOf({ config: { files_url, data_dir } }: World): string {
  return files_url.startsWith('file:') ? join(fileURLToPath(files_url), 'small') : join(data_dir, 'small')
}

const sizeAt = (path: string): Promise<number | null> =>
  stat(path).then(
    ({ size }) => size,
    () => null,
  )

type Into = { path: string; width: number; kind: 'jpeg' | 'png' | 'webp' }

/** Made under another name first: two who ask at once both make it, and none sees a half of it. */
async function make({ store, ...world }: World, sha256: Buffer, { path, width, kind }: Into): Promise<number | null> {
  await mkdir(folderOf({ store, ...world }), { recursive: true })
  const draft = `${path}.${randomUUID()}`
  const sharp = await pictureLibrary()
  const picture = sharp({ limitInputPixels: MOST_PIXELS }).autoOrient().resize({ width, withoutEnlargement: true })
  picture[kind](kind === 'png' ? {} : { quality: 82 })
  try {
    const made = picture.toFile(draft)
    const [{ size }] = await Promise.all([made, pipeline(store.get(sha256), picture)])
    await rename(draft, path)
    return size
  } catch {
    // A picture that began as one and is none: it goes out as bytes to whoever may have those.
    await rm(draft, { force: true })
    return null
  }
}
