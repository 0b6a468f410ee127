import { useState } from 'react'
import { declineTask } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { PhoneField } from '#web/ui/phone/card.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'

/** «Не могу»: the reason is asked for, and the manager sees it. */
export function DeclineSheet({ task_id, onClose }: { task_id: string; onClose: () => void }) {
  const [reason, setReason] = useState('')
  const decline = useCall(declineTask, {
    inline: true,
    onSuccess: () => {
      onClose()
      go('/f', { replace: true })
    },
  })
  return (
    <Sheet title={t('field.decline_title')} about={t('field.decline_about')} onClose={onClose}>
      <PhoneField
        label={t('field.decline_why')}
        value={reason}
        onChange={setReason}
        error={decline.error?.fields['reason']}
        note={decline.error?.words}
      />
      <BigButton
        variant="danger"
        busy={decline.isPending}
        disabled={!reason.trim()}
        onClick={() => decline.mutate({ task_id, reason })}
      >
        {t('field.decline_send')}
      </BigButton>
    </Sheet>
  )
}
