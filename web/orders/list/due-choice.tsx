import { today } from '#web/platform/format.ts'
import { shifted } from '#web/platform/typed-when.ts'
import { t } from '#web/platform/words.ts'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import css from './list.module.css'

/** Days ahead that a deadline is looked for in; today is the first of them. */
const AHEAD = [1, 3, 7, 14]

type Props = { due: string | undefined; onPick: (day: string | null) => void }

/** Till when: today, some days ahead, or a day that is typed. */
export function DueChoice({ due, onPick }: Props) {
  return (
    <div className={css.choices}>
      {AHEAD.map((days) => (
        <button key={days} type="button" className={css.choice} onClick={() => onPick(shifted(today(), days - 1))}>
          {t('filter.due_in', { n: days })}
        </button>
      ))}
      <WhenField only_day label={t('filter.due_by')} value={due ?? null} onChange={(next) => next && onPick(next)} />
    </div>
  )
}
