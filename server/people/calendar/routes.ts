import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/time/calendar.ts'
import * as schedules from '#contract/time/schedules.ts'
import { serve } from '#platform/http/serve.ts'
import { clearCalendarDay, getCalendar, setCalendarDay } from './calendar.ts'
import { addSchedule, endSchedule, listSchedules, removeSchedule } from './schedules.ts'
import { getWorkingWeek, setWorkingWeek } from './working-week.ts'

export function calendarRoutes(app: FastifyInstance): void {
  serve(app, contract.getCalendar, getCalendar)
  serve(app, contract.setCalendarDay, setCalendarDay)
  serve(app, contract.clearCalendarDay, clearCalendarDay)

  serve(app, schedules.getWorkingWeek, getWorkingWeek)
  serve(app, schedules.setWorkingWeek, setWorkingWeek)
  serve(app, schedules.listSchedules, listSchedules)
  serve(app, schedules.addSchedule, addSchedule)
  serve(app, schedules.endSchedule, endSchedule)
  serve(app, schedules.removeSchedule, removeSchedule)
}
