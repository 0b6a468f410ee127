import { useState } from 'react'
import { IconCheck } from '@tabler/icons-react'
import { answerPoolRequest, type PoolRequest, withdrawPoolRequest } from '#contract/pools.ts'
import { useCall } from '#web/platform/ask.ts'
import { clock, day, dayOf, moment } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, Count, type Tone } from '#web/ui/chip.tsx'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import css from './pools.module.css'

type Props = { heading: string; rows: readonly PoolRequest[]; hot?: boolean }

/** Requests for performers, each with what it takes to answer it. Nothing where there are none. */
export function RequestList({ heading, rows, hot = false }: Props) {
  if (rows.length === 0) return null
  return (
    <section className={css.requests} aria-label={heading}>
      <h2>
        {heading} <Count n={rows.length} {...(hot && { tone: 'hot' })} />
      </h2>
      <ul>
        {rows.map((request) => (
          <RequestRow key={request.id} request={request} mine={!hot} />
        ))}
      </ul>
    </section>
  )
}

/** One request: whom, for whom, when and for what; answered or withdrawn in place. */
export function RequestRow({ request, mine = false }: { request: PoolRequest; mine?: boolean }) {
  const { member, asked_by, word, pools } = request
  return (
    <li className={css.request}>
      <Person who={member} about={pools.map(({ name }) => name).join(', ')} size={32} />
      <div className={css.asked}>
        <p>
          {mine
            ? t('request.for_time', { time: timeOf(request) })
            : t('request.asks', { asked_by: asked_by.name, time: timeOf(request) })}
        </p>
        <About request={request} />
        {word && <p className={css.word}>«{word}»</p>}
      </div>
      <Acts request={request} />
    </li>
  )
}

/** «вт, 24 нояб., 12:00–16:00»; with both days where they differ. */
function timeOf({ starts_at, ends_at }: PoolRequest): string {
  if (dayOf(starts_at) !== dayOf(ends_at)) return `${moment(starts_at)} – ${moment(ends_at)}`
  return `${day(starts_at)}, ${clock(starts_at)}–${clock(ends_at)}`
}

function About({ request: { about } }: { request: PoolRequest }) {
  if (!about) return null
  const { kind, id, number, title } = about
  return (
    <p>
      <Link to={`/${kind}s/${id}`}>{t(`request.about_${kind}`, { number, title })}</Link>
    </p>
  )
}

const TONES: Record<PoolRequest['state'], Tone> = {
  asked: 'accent',
  granted: 'good',
  refused: 'bad',
  withdrawn: 'outline',
}

function Acts({ request }: { request: PoolRequest }) {
  const { id: pool_request_id, member, state, over, can, answered_by, answer: said } = request
  const [refusing, setRefusing] = useState(false)
  const answer = useCall(answerPoolRequest, {
    inline: refusing,
    onSuccess: ({ state: now }) => {
      toast(now === 'granted' ? t('request.granted', { name: member.name }) : t('request.refused'))
      setRefusing(false)
    },
  })
  const withdraw = useCall(withdrawPoolRequest, { onSuccess: () => toast(t('request.withdrawn')) })
  if (!can.answer)
    return (
      <div className={css.acts}>
        <Button
          size="sm"
          icon={<IconCheck size={14} stroke={1.75} />}
          busy={answer.isPending}
          aria-label={`${t('request.grant')}: ${member.name}`}
          onClick={() => answer.mutate({ pool_request_id, grant: true })}
        >
          {t('request.grant')}
        </Button>
        <Button
          size="sm"
          variant="quiet"
          aria-label={t('request.refuse_title', { name: member.name })}
          onClick={() => setRefusing(true)}
        >
          {t('request.refuse')}
        </Button>
        {refusing && (
          <ReasonDialog
            title={t('request.refuse_title', { name: member.name })}
            label={t('request.refuse_word')}
            act={t('request.refuse')}
            busy={answer.isPending}
            error={answer.error}
            onAct={(word) => answer.mutate({ pool_request_id, grant: false, word })}
            onClose={() => setRefusing(false)}
          />
        )}
      </div>
    )
  return (
    <div className={css.acts}>
      <span className={css.state}>
        <Chip tone={over && state === 'asked' ? 'warn' : TONES[state]}>
          {over && state === 'asked' ? t('request.over') : t(`request.state.${state}`)}
        </Chip>
        {answered_by && <small>{t('request.answered_by', { name: answered_by.name })}</small>}
        {said && <small>«{said}»</small>}
      </span>
      {!can.withdraw && (
        <Button
          size="sm"
          variant="quiet"
          busy={withdraw.isPending}
          onClick={() => withdraw.mutate({ pool_request_id })}
        >
          {t('request.withdraw')}
        </Button>
      )}
    </div>
  )
}
