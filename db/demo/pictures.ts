import sharp from 'sharp'
import type { Picture } from './caller.ts'
import { SCENES } from './scenes.ts'

export type Scene = keyof typeof SCENES
export type Stage = 'before' | 'after'

const VARIANTS = 2
const SIZE = { width: 1024, height: 768 }

/**
 * Pictures of work before and after it, as phones take them: drawn, a little tilted, dim and grainy. There are a few
 * of each scene, made once, for a demo must not take long.
 */
export async function takePictures() {
  const grain = await noise()
  const names = Object.keys(SCENES) as Scene[]
  const wanted = names.flatMap((scene) =>
    (['before', 'after'] as const).flatMap((stage) => variants().map((variant) => ({ scene, stage, variant }))),
  )
  const taken = await Promise.all(wanted.map(async (one) => [nameOf(one), await take(one, grain)] as const))
  const album = new Map(taken)
  return (scene: Scene, stage: Stage, number: number): Picture => {
    const picture = album.get(nameOf({ scene, stage, variant: number % VARIANTS }))
    if (!picture) throw new Error(`no picture of ${scene}`)
    return picture
  }
}

type Wanted = { scene: Scene; stage: Stage; variant: number }
const variants = () => Array.from({ length: VARIANTS }, (_, variant) => variant)
const nameOf = ({ scene, stage, variant }: Wanted) => `IMG_${scene}_${stage}_${variant + 1}.jpg`

async function take(wanted: Wanted, grain: Buffer): Promise<Picture> {
  const { scene, stage, variant } = wanted
  // Before the work the light is poorer: a torch in a cellar.
  const light = (stage === 'before' ? 0.86 : 1) - variant * 0.04
  const tilt = variant === 0 ? 0.6 : -1.1
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="${SIZE.width}" height="${SIZE.height}" viewBox="0 0 400 300">
    <defs><radialGradient id="v" r="0.75"><stop offset="0.6" stop-opacity="0"/><stop offset="1" stop-opacity="0.35"/></radialGradient>
    <radialGradient id="glow"><stop offset="0.3" stop-color="#fff1bd" stop-opacity="0.75"/><stop offset="1" stop-color="#fff1bd" stop-opacity="0"/></radialGradient></defs>
    <g transform="rotate(${tilt} 200 150) translate(200 150) scale(${1.06 + variant * 0.05}) translate(-200 -150)">${SCENES[scene](stage, variant)}</g>
    <rect width="400" height="300" fill="url(#v)"/></svg>`
  const bytes = await sharp(Buffer.from(drawn))
    .modulate({ brightness: light })
    .composite([{ input: grain, raw: { ...SIZE, channels: 4 }, blend: 'over' }])
    .blur(0.7)
    .jpeg({ quality: 74 })
    .toBuffer()
  return { name: nameOf(wanted), bytes: new Uint8Array(bytes) }
}

/** The grain of a small sensor, the same every time. */
async function noise(): Promise<Buffer> {
  let seed = 7
  const pixels = Buffer.alloc(SIZE.width * SIZE.height * 4)
  for (let at = 0; at < pixels.length; at += 4) {
    seed = (seed * 1103515245 + 12345) % 2147483648
    const shade = seed > 1073741824 ? 255 : 0
    pixels.fill(shade, at, at + 3)
    pixels[at + 3] = (seed >> 8) % 20
  }
  return pixels
}
