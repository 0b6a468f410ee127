import { count as digits } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { PhaseMark } from '#web/ui/phase.tsx'
import type { Stage } from './stage.ts'
import { useDropTarget } from '#web/platform/drag.ts'
import css from './board.module.css'

type Props = { stage: Stage; count: number; dragging: boolean; onUnfold: () => void }

/** A column of ended orders, folded: how many, and a place to drop a card on. */
export function FoldedColumn({ stage, count, dragging, onUnfold }: Props) {
  const [column, over] = useDropTarget<HTMLButtonElement>('order', stage.id)
  return (
    <button
      ref={column}
      type="button"
      className={cx(css.fold, dragging && css.open, over && css.over)}
      onClick={onUnfold}
      aria-label={t('board.unfold', { name: stage.name, n: count })}
    >
      <PhaseMark phase={stage.phase} />
      <span>{digits(count)}</span> <span className={css.upright}>{stage.name}</span>
    </button>
  )
}
