import { CardBones } from '#web/ui/state.tsx'
import css from './board.module.css'

/** A board to come: columns of cards. */
export function BoardBones() {
  return (
    <div className={css.board} aria-hidden="true">
      {[3, 2, 3, 1, 2].map((cards, column) => (
        <div key={column} className={css.column}>
          <div className={css.top} />
          <div className={css.stack}>
            {Array.from({ length: cards }, (_, card) => (
              <CardBones key={card} />
            ))}
          </div>
        </div>
      ))}
    </div>
  )
}
