import { photo } from '#test/stories/props.ts'

const bytes = new Map<string, Buffer>()

/** A photo as a phone's camera hands it over; `ready` must have drawn it before. */
export function picture(name: string): { name: string; mimeType: string; buffer: Buffer } {
  const buffer = bytes.get(name)
  if (!buffer) throw new Error(`no picture «${name}»`)
  return { name: `${name}.png`, mimeType: 'image/png', buffer }
}

export async function drawPictures(...names: string[]): Promise<void> {
  for (const name of names) bytes.set(name, Buffer.from(await photo(name).arrayBuffer()))
}
