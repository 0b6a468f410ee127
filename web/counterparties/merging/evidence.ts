import type { PartyDouble, PartyKind } from '#contract/parties/doubles.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'

/** What else is known of a card, a phone as phones are written. */
export const spoken = (detail: string | null): string | null => (detail?.startsWith('+') ? phoneForm(detail) : detail)

/** Why two cards may be one: «тот же телефон +375 29 111-22-33, похожее имя». */
export function evidenceWords(kind: PartyKind, same: PartyDouble['same']): string {
  const words = same.map(({ by, value, proven }) => {
    if (by === 'name') return t(kind === 'contact' ? 'merging.by.contact_name' : 'merging.by.name')
    const told = t(`merging.by.${by}`, { value: by === 'phone' ? phoneForm(value) : value })
    return proven ? told : `${told} (${t('merging.unproven')})`
  })
  return words.join(', ')
}
