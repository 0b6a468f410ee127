import { use } from 'react'
import css from './qr.module.css'

const drawn = new Map<string, Promise<string>>()

/** The code's drawing, made once: `use` must be given the same promise at each try. */
function pathOf(text: string): Promise<string> {
  const known = drawn.get(text)
  if (known) return known
  const made = import('qrcode').then(({ create }) => {
    const { modules } = create(text, { errorCorrectionLevel: 'M' })
    const cells = Array.from({ length: modules.size * modules.size }, (_, i) => i).filter((i) => modules.data[i])
    const size = modules.size + 8
    const path = cells.map((i) => `M${(i % modules.size) + 4} ${Math.floor(i / modules.size) + 4}h1v1h-1z`).join('')
    return `${size}|${path}`
  })
  drawn.set(text, made)
  return made
}

/** A link as a picture for a phone's camera; black on white in both themes. */
export function Qr({ text, label }: { text: string; label: string }) {
  const [size, path] = use(pathOf(text)).split('|')
  return (
    <svg className={css.qr} viewBox={`0 0 ${size} ${size}`} role="img" aria-label={label} shapeRendering="crispEdges">
      <path d={path} />
    </svg>
  )
}
