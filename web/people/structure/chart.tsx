import { useEffect, useEffectEvent, useLayoutEffect, useMemo, useRef } from 'react'
import { IconMaximize, IconMinus, IconPlus } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { CARD, type Drawing, layOut, type Spot } from './layout.ts'
import { PersonCard } from './person-card.tsx'
import type { Shown } from './shown.ts'
import { usePanZoom } from './use-pan-zoom.ts'
import { useTreeKeys } from './use-tree-keys.ts'
import css from './structure.module.css'

/** The tree as a picture: dragged, scaled, walked by keys. Only the cards in view are drawn, however many there are. */
export function Chart({ tree, folded, shown, found, at_found, load, me, open_id, now, onFold, onOpen }: Shown) {
  const box = useRef<HTMLDivElement>(null)
  const drawing = useMemo(() => layOut(tree, folded), [tree, folded])
  const spots = useMemo(() => new Map(drawing.spots.map((spot) => [spot.node.who.id, spot])), [drawing])
  const paper = usePanZoom(box, drawing)
  const show = (id: string | undefined) => {
    const spot = id === undefined ? undefined : spots.get(id)
    if (spot) paper.show(spot)
  }
  const fold = useSteady(drawing, paper.moveBy, onFold)
  const keys = useTreeKeys({ shown, folded, onFold: fold, onOpen, onGo: ({ who }) => show(who.id) })
  useStart(drawing, paper, me)
  const showFound = useEffectEvent(() => show(at_found?.who.id))
  useEffect(() => showFound(), [at_found, drawing])

  const { view, size } = paper
  const seen = drawing.spots.filter((spot) => isIn(spot, view, size) || spot.node === keys.active)
  return (
    <div className={css.canvas} ref={box}>
      <div className={css.world} style={{ transform: `translate(${view.x}px, ${view.y}px) scale(${view.k})` }}>
        <svg className={css.lines} width={drawing.w} height={drawing.h} aria-hidden="true">
          {drawing.lines.map(({ id, path, sure }) => (
            <path key={id} d={path} className={sure ? css.line : css.unsure} />
          ))}
        </svg>
        <div role="tree" tabIndex={-1} aria-label={t('structure.heading')}>
          {seen.map(({ node, x, y }) => (
            <PersonCard
              key={node.who.id}
              node={node}
              item={keys.itemProps(node)}
              style={{ width: CARD.w, height: CARD.h, transform: `translate(${x}px, ${y}px)` }}
              load={load.get(node.who.id)}
              folded={folded.has(node.who.id)}
              mine={node.who.id === me}
              open={node.who.id === open_id}
              now={now}
              found={found.size === 0 ? undefined : found.has(node.who.id)}
              onFold={fold}
              onOpen={onOpen}
              onKeyDown={keys.onKeyDown}
            />
          ))}
        </div>
      </div>
      <Zoom k={view.k} scaleBy={paper.scaleBy} fit={paper.fit} />
    </div>
  )
}

type Paper = ReturnType<typeof usePanZoom>

/** Once its place is measured: the whole tree, where it can be read so; else full size, beginning with oneself. */
function useStart(drawing: Drawing, paper: Paper, me: string | undefined): void {
  const begun = useRef(false)
  const { size } = paper
  const start = useEffectEvent(() => {
    const own = drawing.spots.find(({ node }) => node.who.id === me) ?? drawing.spots[0]
    const readable = size.w / (drawing.w + 80) >= READABLE && size.h / (drawing.h + 80) >= READABLE
    if (readable) paper.fit()
    else if (own) paper.startAt(own.node.depth > 1 ? own : (drawing.spots[0] ?? own))
  })
  useEffect(() => {
    if (begun.current || size.w === 0) return
    begun.current = true
    start()
  }, [size.w])
}
const READABLE = 0.7

/** Whoever is folded stays where he is on the screen, while the others make room. */
function useSteady(drawing: Drawing, moveBy: Paper['moveBy'], onFold: Shown['onFold']) {
  const held = useRef<Spot | null>(null)
  const settle = useEffectEvent(() => {
    const before = held.current
    const after = before && drawing.spots.find(({ node }) => node.who.id === before.node.who.id)
    held.current = null
    if (after) moveBy(before.x - after.x, before.y - after.y)
  })
  useLayoutEffect(() => settle(), [drawing])
  return (id: string, fold: boolean) => {
    held.current = drawing.spots.find(({ node }) => node.who.id === id) ?? null
    onFold(id, fold)
  }
}

function isIn({ x, y }: Spot, { x: left, y: top, k }: Paper['view'], { w, h }: Paper['size']): boolean {
  const [from_x, from_y] = [x * k + left, y * k + top]
  return from_x + CARD.w * k > -BESIDE && from_x < w + BESIDE && from_y + CARD.h * k > -BESIDE && from_y < h + BESIDE
}
/** Cards just outside are drawn too, so that none is missing while the paper moves. */
const BESIDE = 200

function Zoom({ k, scaleBy, fit }: { k: number } & Pick<Paper, 'scaleBy' | 'fit'>) {
  return (
    <div className={css.zoom}>
      <IconButton
        label={t('structure.zoom_out')}
        icon={<IconMinus size={16} stroke={1.75} />}
        onClick={() => scaleBy(1 / 1.25)}
      />
      <span className={css.percent}>{t('structure.percent', { n: Math.round(k * 100) })}</span>
      <IconButton
        label={t('structure.zoom_in')}
        icon={<IconPlus size={16} stroke={1.75} />}
        onClick={() => scaleBy(1.25)}
      />
      <IconButton label={t('structure.fit')} icon={<IconMaximize size={16} stroke={1.75} />} onClick={fit} />
    </div>
  )
}
