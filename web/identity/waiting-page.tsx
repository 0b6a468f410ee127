import { useEffect } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { stopWaiting } from '#contract/invitations.ts'
import { getMe, type Me } from '#contract/people.ts'
import { keyOf, useCall } from '#web/platform/ask.ts'
import { leave } from '#web/platform/leave.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Door } from './door.tsx'
import css from './door.module.css'

/** How often is looked whether the head has said yes. */
const AGAIN = 10_000

/** Who has asked to join waits here for his head's word; the screen goes on by itself. */
export function WaitingPage({ waiting }: { waiting: Me['waiting'] }) {
  const client = useQueryClient()
  const stop = useCall(stopWaiting, { inline: true })
  useEffect(() => {
    const timer = setInterval(() => void client.invalidateQueries({ queryKey: keyOf(getMe, {}) }), AGAIN)
    return () => clearInterval(timer)
  }, [client])
  return (
    <Door
      title={t('waiting.heading')}
      hint={t('waiting.hint')}
      below={
        <button type="button" onClick={() => void leave()}>
          {t('me.sign_out')}
        </button>
      }
    >
      {waiting.map(({ id, name, head }) => (
        <div key={id} className={css.form}>
          <p>
            <b>{name}</b>
            {head && <span className={css.facts}>{t('waiting.head', { head })}</span>}
          </p>
          <Button wide busy={stop.isPending} onClick={() => stop.mutate({ company_id: id })}>
            {t('waiting.stop')}
          </Button>
        </div>
      ))}
      <ProblemNote error={stop.error} />
    </Door>
  )
}
