import { useState } from 'react'
import { IconCircleCheck } from '@tabler/icons-react'
import { listUnconfirmed, turnAway, type Unconfirmed } from '#contract/tree.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { When } from '#web/ui/figures.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { Empty } from '#web/ui/state.tsx'
import { Expected } from './expected.tsx'
import { saidIn } from './head-history.tsx'
import { MyHeadNote } from './my-head.tsx'
import { SettleDialog } from './settle-dialog.tsx'
import { StructureHead } from './structure-head.tsx'
import css from './structure.module.css'

/** «Не подтверждено»: whose head one side only has named, or both differently; and heads who are expected. */
export function UnconfirmedPage() {
  const { rows, expected } = useReply(listUnconfirmed, {})
  const [settling, setSettling] = useState<Unconfirmed | null>(null)
  return (
    <div className={css.page}>
      <StructureHead />
      <div className={css.scrolls}>
        <MyHeadNote />
        {rows.length + expected.length === 0 ? (
          <div className={css.center}>
            <Empty
              icon={<IconCircleCheck size={24} stroke={1.75} />}
              title={t('unconfirmed.none')}
              hint={t('unconfirmed.none_hint')}
            />
          </div>
        ) : (
          <>
            <p className={css.lead}>{t('unconfirmed.lead')}</p>
            <ul className={css.matters} aria-label={t('unconfirmed.heading')}>
              {rows.map((row) => (
                <Matter key={row.member.id} row={row} onSettle={() => setSettling(row)} />
              ))}
            </ul>
            {expected.length > 0 && <Expected rows={expected} />}
          </>
        )}
      </div>
      {settling && <SettleDialog row={settling} onClose={() => setSettling(null)} />}
    </div>
  )
}

function Matter({ row, onSettle }: { row: Unconfirmed; onSettle: () => void }) {
  const { member, waits_outside, accord, stands_under, words, can } = row
  const away = useCall(turnAway, { onSuccess: () => toast(t('unconfirmed.turned_away')) })
  return (
    <li className={css.matter}>
      <div className={css.matterWho}>
        <Person who={member} about={member.position} size={32} />
        <Chip tone={accord === 'refused' || accord === 'differs' ? 'bad' : 'warn'}>{t(`accord.${accord}`)}</Chip>
      </div>
      <div className={css.matterWords}>
        {words.map((word) => (
          <p key={word.id}>
            <span>{saidIn(word)}</span> <When at={word.said_at} />
          </p>
        ))}
        <p className={css.quiet}>
          {waits_outside
            ? t('unconfirmed.outside')
            : t('unconfirmed.stands', { head: stands_under?.name ?? t('structure.top') })}
        </p>
      </div>
      <div className={css.matterActs}>
        {!can.settle && (
          <Button size="sm" onClick={onSettle} aria-label={`${t('unconfirmed.settle')}: ${member.name}`}>
            {t(waits_outside ? 'unconfirmed.let_in' : 'unconfirmed.settle')}
          </Button>
        )}
        {!can.turn_away && (
          <Button
            size="sm"
            variant="quiet"
            busy={away.isPending}
            aria-label={`${t('unconfirmed.turn_away')}: ${member.name}`}
            onClick={() => away.mutate({ member_id: member.id })}
          >
            {t('unconfirmed.turn_away')}
          </Button>
        )}
      </div>
    </li>
  )
}
