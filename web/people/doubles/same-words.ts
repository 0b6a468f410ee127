import type { ProbableDouble } from '#contract/doubles.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'

/** How to tell a card, and why it looks like the other: «+375 29 111-22-33, похожее имя». */
export function sameWords({ phone, email }: ProbableDouble['one'], same: ProbableDouble['same']): string {
  const told = [phone ? phoneForm(phone) : email, ...same.map((one) => t(`double.by.${one}`))]
  return told.filter(Boolean).join(', ')
}
