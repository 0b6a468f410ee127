const DAY = 86_400_000
const epoch = (day: string): number => Date.parse(`${day}T00:00Z`)

/** So many days after a day. */
export const plusDays = (day: string, days: number): string =>
  new Date(epoch(day) + days * DAY).toISOString().slice(0, 10)

/** The Monday of a day's week. */
export const weekStart = (day: string): string => plusDays(day, -((new Date(epoch(day)).getUTCDay() + 6) % 7))

/** From the first to the last day of a month, `2026-11`. */
export function monthDays(month: string): { from: string; to: string } {
  const from = `${month}-01`
  return { from, to: plusDays(`${monthAfter(month, 1)}-01`, -1) }
}

export function monthAfter(month: string, n: number): string {
  const [year = 0, at = 1] = month.split('-').map(Number)
  return new Date(Date.UTC(year, at - 1 + n, 1)).toISOString().slice(0, 7)
}

/** The step of the heat map: 0 is nothing, 4 is full, 5 is over what he works. */
export function heatOf(planned: number, available: number): 0 | 1 | 2 | 3 | 4 | 5 {
  if (planned === 0) return 0
  const share = available === 0 ? 2 : planned / available
  if (share > 1) return 5
  return share > 0.85 ? 4 : share > 0.6 ? 3 : share > 0.3 ? 2 : 1
}
