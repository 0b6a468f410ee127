import { useState } from 'react'
import { IconCheck } from '@tabler/icons-react'
import { acceptWork, type Purchase } from '#contract/portal.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { PhoneField } from '#web/ui/phone/card.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import { link_id, useShow } from './link.ts'
import type { Round } from './result-cards.tsx'

type Props = { purchase: Purchase; round: Round; now: Date; onClose: () => void }

/** The customer's own recorded act (S55): one look back, one button. */
export function AcceptSheet({ purchase, round, now, onClose }: Props) {
  const [words, setWords] = useState('')
  const show = useShow()
  const accept = useCall(acceptWork, {
    inline: true,
    onSuccess: (decided) => {
      show(decided)
      onClose()
    },
  })
  const about = t('portal.accept_about', { name: purchase.viewer.name, day: moment(now) })
  return (
    <Sheet title={t('portal.accept_title')} about={about} onClose={onClose}>
      <PhoneField
        label={t('portal.accept_words')}
        value={words}
        onChange={setWords}
        error={accept.error?.fields['words']}
        note={accept.error?.words}
      />
      <BigButton
        variant="primary"
        icon={<IconCheck size={22} stroke={1.75} aria-hidden="true" />}
        busy={accept.isPending}
        onClick={() => accept.mutate({ link_id, round_id: round.id, ...(words.trim() && { words: words.trim() }) })}
      >
        {t('portal.accept')}
      </BigButton>
    </Sheet>
  )
}
