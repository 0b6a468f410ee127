import { useState } from 'react'
import { answerReport, declareHead, getMyHead, type MyHead } from '#contract/tree.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { DeclareDialog } from './declare-dialog.tsx'
import css from './structure.module.css'

/** What waits for this person in the tree: a word about his own head, and about those who have named him. Only his own eyes are asked. */
export function MyHeadNote() {
  const mine = useMaybe(getMyHead, {})
  const mayAnswer = useMayBegin()()
  const [naming, setNaming] = useState(() => new URLSearchParams(location.search).get('head') === '1')
  if (!mayAnswer || !mine || (!mine.open && mine.asks.length === 0)) return null
  return (
    <div className={css.notes}>
      {mine.open && <OwnHead mine={mine} open={mine.open} onOther={() => setNaming(true)} />}
      {mine.asks.map((ask) => (
        <Ask key={ask.member.id} ask={ask} />
      ))}
      {naming && <DeclareDialog mine={mine} onClose={() => setNaming(false)} />}
    </div>
  )
}

type OwnProps = { mine: MyHead; open: NonNullable<MyHead['open']>; onOther: () => void }

function OwnHead({ mine: { head, invited_by }, open: { accord, named, expected }, onOther }: OwnProps) {
  const confirm = useCall(declareHead, { onSuccess: () => toast(t('my_head.thanks')) })
  const name = named?.name ?? expected?.name ?? ''
  if (accord === 'unsaid' && head)
    return (
      <section className={css.note} aria-label={t('my_head.question')}>
        <div className={css.noteText}>
          <b>{t('my_head.is_it', { head: head.name })}</b>
          {invited_by && <span>{t('my_head.invited', { who: invited_by.name })}</span>}
        </div>
        <Button
          size="sm"
          variant="primary"
          busy={confirm.isPending}
          onClick={() => confirm.mutate({ head_id: head.id })}
        >
          {t('my_head.yes')}
        </Button>
        <Button size="sm" onClick={onOther}>
          {t('my_head.other')}
        </Button>
      </section>
    )
  return (
    <section className={css.note} aria-label={t('my_head.question')}>
      <div className={css.noteText}>
        <b>{t(`my_head.${accord}`, { head: name })}</b>
        {head && <span>{t('my_head.stands', { head: head.name })}</span>}
      </div>
      <Button size="sm" onClick={onOther}>
        {t('my_head.change')}
      </Button>
    </section>
  )
}

function Ask({ ask: { member, waits_outside, stands_under } }: { ask: MyHead['asks'][number] }) {
  const answer = useCall(answerReport, {
    onSuccess: () => toast(t('my_head.answered')),
  })
  return (
    <section className={css.note} aria-label={t('my_head.ask', { name: member.name })}>
      <Person who={member} about={member.position} size={32} />
      <div className={css.noteText}>
        <b>{t(waits_outside ? 'my_head.asks_in' : 'my_head.names_you')}</b>
        {stands_under && <span>{t('my_head.stands_now', { head: stands_under.name })}</span>}
      </div>
      <Button
        size="sm"
        variant="soft"
        busy={answer.isPending}
        onClick={() => answer.mutate({ member_id: member.id, mine: true })}
      >
        {t(waits_outside ? 'my_head.let_in' : 'my_head.mine')}
      </Button>
      <Button size="sm" busy={answer.isPending} onClick={() => answer.mutate({ member_id: member.id, mine: false })}>
        {t('my_head.not_mine')}
      </Button>
    </section>
  )
}
