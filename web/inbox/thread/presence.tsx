import { useEffect, useEffectEvent, useState } from 'react'
import { attendConversation } from '#contract/inbox/conversations.ts'
import type { Reply } from '#contract/endpoint.ts'
import { useMe } from '#web/app/me.ts'
import { call } from '#web/platform/call.ts'
import { t } from '#web/platform/words.ts'
import { Avatars } from '#web/ui/person.tsx'
import css from './thread.module.css'

type Others = Reply<typeof attendConversation>['others']

/** How often one says that one is here; sooner when one begins or ends to write. */
const PULSE = 6000

/** Says that the dialogue is open here, and tells who else has it open: two people shall not answer at once. */
export function useAttending(conversation_id: string, typing: boolean): Others {
  const { viewing } = useMe()
  const [others, setOthers] = useState<Others>([])
  const attend = useEffectEvent(() => {
    if (viewing || document.visibilityState !== 'visible') return
    call(attendConversation, { conversation_id, typing }).then(
      (reply) => setOthers(reply.others),
      () => {},
    )
  })
  useEffect(() => {
    attend()
    const timer = setInterval(() => attend(), PULSE)
    return () => clearInterval(timer)
  }, [conversation_id, typing])
  return others
}

/** «Игорь Лисовский отвечает…», above the place to write. */
export function Presence({ others }: { others: Others }) {
  if (others.length === 0) return null
  const writing = others.filter(({ typing }) => typing).map(({ member }) => member.name)
  return (
    <output className={css.presence}>
      <Avatars people={others.map(({ member }) => member)} size={20} />
      {writing.length > 0
        ? t('inbox.writes', { names: writing.join(', ') })
        : t('inbox.looks_on', { n: others.length })}
    </output>
  )
}
