import { useState } from 'react'
import { getWorkingWeek, setWorkingWeek, type WorkingWeek } from '#contract/time/schedules.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { decimal } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { WeekFields } from './week-fields.tsx'
import css from './calendar.module.css'

/** «Рабочая неделя»: hours of a usual week, of whoever has no schedule of his own. */
export function CompanyWeek() {
  const stored = useReply(getWorkingWeek, {})
  return <Form key={stored.version} stored={stored} />
}

function Form({ stored }: { stored: WorkingWeek }) {
  const [week, setWeek] = useState(stored.week)
  const save = useCall(setWorkingWeek, { inline: true, onSuccess: () => toast(t('week.saved')) })
  const touched = JSON.stringify(week) !== JSON.stringify(stored.week)
  const may = stored.can.change === null
  return (
    <section className={css.weekSection}>
      <h2>
        {t('week.heading')}
        <small>{t('week.sum', { hours: decimal(Math.round(stored.minutes / 6) / 10) })}</small>
      </h2>
      <form noValidate className={css.form} onSubmit={submitting(() => save.mutate({ week, version: stored.version }))}>
        <WeekFields week={week} onChange={setWeek} disabled={!may} />
        <ProblemNote error={save.error} />
        {touched && may && (
          <div>
            <Button type="submit" variant="primary" busy={save.isPending}>
              {t('do.save')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
