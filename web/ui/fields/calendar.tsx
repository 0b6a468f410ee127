import 'dayjs/locale/ru'
import { DatePicker } from '@mantine/dates'
import { locale, t } from '#web/platform/words.ts'
import './calendar.css'

/** A month to choose a day from. */
export function Calendar({ day, onDay }: { day: string | null; onDay: (day: string) => void }) {
  return (
    <DatePicker
      value={day}
      {...(day && { defaultDate: day })}
      locale={locale()}
      firstDayOfWeek={1}
      highlightToday
      size="sm"
      ariaLabels={{
        previousMonth: t('field.month_before'),
        nextMonth: t('field.month_after'),
      }}
      onChange={(next) => next && onDay(next)}
    />
  )
}
