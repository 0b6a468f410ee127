import type Sharp from 'sharp'

/** The library that reads and makes pictures, loaded with the first of them: many a day of a small company has none. */
export async function pictureLibrary(): Promise<typeof Sharp> {
  const { default: sharp } = await import('sharp')
  // One picture at a time in each of the pool's threads, and nothing kept: the server has other things to do.
  sharp.concurrency(1)
  sharp.cache(false)
  return sharp
}
