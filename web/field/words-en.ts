import { absences } from '#words/en/absences.ts'
import { daysOff } from '#words/en/days-off.ts'
import { field } from '#words/en/field.ts'
import { parts } from '#words/en/parts.ts'
import { phone } from '#words/en/phone.ts'
import { problems } from '#words/en/problems.ts'
import { tasks } from '#words/en/tasks.ts'
import { time } from '#words/en/time.ts'
import { viewing } from '#words/en/viewing.ts'

/** The performer's words in English: fetched when somebody asks for them. */
export const words = {
  ...time,
  ...parts,
  ...problems,
  ...phone,
  ...tasks,
  ...absences,
  ...daysOff,
  ...field,
  ...viewing,
}
