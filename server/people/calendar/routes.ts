import type { FastifyInstance } from 'fastify'
import * as contract from '#contract/calendar.ts'
import { serve } from '#platform/http/serve.ts'
import { clearCalendarDay, getCalendar, setCalendarDay } from './calendar.ts'

export function calendarRoutes(app: FastifyInstance): void {
  serve(app, contract.getCalendar, getCalendar)
  serve(app, contract.setCalendarDay, setCalendarDay)
  serve(app, contract.clearCalendarDay, clearCalendarDay)
}
