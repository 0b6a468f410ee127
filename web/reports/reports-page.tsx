import { Redirect } from 'wouter'

/** «Отчёты»: while there is one, the way leads straight to it. */
export const ReportsPage = () => <Redirect to="/reports/order-costs" replace />
