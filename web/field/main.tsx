import { absences } from '#words/ru/absences.ts'
import { daysOff } from '#words/ru/days-off.ts'
import { field } from '#words/ru/field.ts'
import { parts } from '#words/ru/parts.ts'
import { phone } from '#words/ru/phone.ts'
import { problems } from '#words/ru/problems.ts'
import { tasks } from '#words/ru/tasks.ts'
import { time } from '#words/ru/time.ts'
import { viewing } from '#words/ru/viewing.ts'
import { startPhone } from '#web/ui/phone/start.tsx'
import { FieldApp } from './field-app.tsx'

await startPhone(
  {
    ru: () => ({ ...time, ...parts, ...problems, ...phone, ...tasks, ...absences, ...daysOff, ...field, ...viewing }),
    en: () => import('./words-en.ts').then(({ words }) => words),
  },
  <FieldApp />,
)
