import type { PaperKind } from '#contract/papers.ts'
import { decimal } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'

const SIGNS: [PaperKind, RegExp][] = [
  ['certificate', /удостоверен|допуск|свидетельств|сертификат|диплом|certificate|permit/i],
  ['identity', /паспорт|passport|\bid\b|вид на жительство/i],
  ['contract', /договор|контракт|соглашени|contract|agreement/i],
]

/** What a file is likely to be, by its name. */
export const kindByName = (name: string): PaperKind => SIGNS.find(([, sign]) => sign.test(name))?.[0] ?? 'other'

/** A file's name as a person would say it. */
export const titleOf = (name: string): string =>
  name
    .replace(/\.\w{1,5}$/, '')
    .replaceAll('_', ' ')
    .trim()

/** «240 КБ», «1,2 МБ». */
export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return t('papers.kb', { n: Math.max(1, Math.round(bytes / 1000)) })
  return t('papers.mb', { n: decimal(Math.round(bytes / 100_000) / 10) })
}
