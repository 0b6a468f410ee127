import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { IconCheck } from '@tabler/icons-react'
import { answerPoolRequest } from '#contract/pools.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import css from './pools.module.css'

/** A request answered where it is heard of: a word of why is asked for only when it is refused. */
export function AnswerRequest({ pool_request_id }: { pool_request_id: string }) {
  const [refusing, setRefusing] = useState(false)
  const [word, setWord] = useState('')
  const answer = useCall(answerPoolRequest, {
    inline: true,
    onSuccess: ({ state, member }) =>
      toast(state === 'granted' ? t('request.granted', { name: member.name }) : t('request.refused')),
  })
  const refuse = () => answer.mutate({ pool_request_id, grant: false, ...(word.trim() && { word }) })
  return (
    <form noValidate className={css.answer} onSubmit={submitting(refuse)}>
      {refusing ? (
        <>
          <TextInput
            aria-label={t('request.refuse_word')}
            placeholder={t('request.refuse_word')}
            maxLength={500}
            ref={focused}
            value={word}
            onChange={(event) => setWord(event.currentTarget.value)}
          />
          <Button type="submit" size="sm" variant="primary" busy={answer.isPending}>
            {t('request.refuse')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setRefusing(false)}>
            {t('do.cancel')}
          </Button>
        </>
      ) : (
        <>
          <Button
            size="sm"
            icon={<IconCheck size={14} stroke={1.75} />}
            busy={answer.isPending}
            onClick={() => answer.mutate({ pool_request_id, grant: true })}
          >
            {t('request.grant')}
          </Button>
          <Button size="sm" variant="quiet" onClick={() => setRefusing(true)}>
            {t('request.refuse')}
          </Button>
        </>
      )}
      <ProblemNote error={answer.error} />
    </form>
  )
}
