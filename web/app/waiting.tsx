import { RowBones } from '#web/ui/state.tsx'
import css from './waiting.module.css'

/** A page to come, in the shape that most pages have. */
export function Waiting() {
  return (
    <div className={css.waiting}>
      <RowBones />
    </div>
  )
}
