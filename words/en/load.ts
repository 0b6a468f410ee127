import type { load as ru } from '../ru/load.ts'

/** Load of the performers: its page, its workbook, its refusals. */
export const load: Record<keyof typeof ru, string> = {
  'load.not_yours': 'Load is seen by those who lead performers or read reports. Ask an administrator.',
  'load.too_long': 'The period is longer than {limit} days. Choose a shorter one.',
  'load.heading': 'Load',
  'load.group': 'Group',
  'load.person': 'Performer',
  'load.specialities': 'Trades',
  'load.available': 'Available, h',
  'load.planned': 'Planned, h',
  'load.actual': 'Actual, h',
  'load.share': 'Load',
  'load.total': 'Total',
  'load.no_group': 'Without a trade',
  'load.file': 'Load {from} – {to}.xlsx',
}
