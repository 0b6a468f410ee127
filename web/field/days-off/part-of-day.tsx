import { t } from '#web/platform/words.ts'
import { Choices, PhoneField } from '#web/ui/phone/card.tsx'

export type Part = { from_time: string; to_time: string }
type Props = { part: Part | null; onPart: (part: Part | null) => void; fields: Record<string, string> }

/** The whole of one day, or from what time to what time. */
export function PartOfDay({ part, onPart, fields }: Props) {
  return (
    <>
      <Choices
        label={t('days_off.how_long')}
        choices={(['whole', 'part'] as const).map((id) => ({ id, name: t(`days_off.${id}`) }))}
        at={part ? 'part' : 'whole'}
        onChoose={(next) => onPart(next === 'part' ? { from_time: '', to_time: '' } : null)}
      />
      {part && (
        <>
          <PhoneField
            label={t('days_off.from_time')}
            type="time"
            value={part.from_time}
            onChange={(from_time) => onPart({ ...part, from_time })}
            error={fields['from_time']}
          />
          <PhoneField
            label={t('days_off.to_time')}
            type="time"
            value={part.to_time}
            onChange={(to_time) => onPart({ ...part, to_time })}
            error={fields['to_time']}
          />
        </>
      )}
    </>
  )
}
