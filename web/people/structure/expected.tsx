import { useState } from 'react'
import type { Reply } from '#contract/endpoint.ts'
import { type listUnconfirmed, matchExpectedHead } from '#contract/tree.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Avatars } from '#web/ui/person.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { InviteDialog } from '../invite-dialog.tsx'
import { PersonSelect } from '../person-select.tsx'
import css from './structure.module.css'
import form from '../people.module.css'

type Row = Reply<typeof listUnconfirmed>['expected'][number]

/** Heads whom somebody named and who have not joined: invited from here, or found among the staff by hand. */
export function Expected({ rows }: { rows: readonly Row[] }) {
  const [matching, setMatching] = useState<Row | null>(null)
  const [inviting, setInviting] = useState<Row | null>(null)
  return (
    <section>
      <h2 className={css.subhead}>{t('expected.heading')}</h2>
      <ul className={css.matters} aria-label={t('expected.heading')}>
        {rows.map((row) => (
          <li key={row.id} className={css.matter}>
            <div className={css.matterWho}>
              <b>{row.name}</b>
              {row.email && <span className={css.quiet}>{row.email}</span>}
            </div>
            <div className={css.matterWords}>
              <p className={css.waiters}>
                <Avatars people={row.waiting} />
                <span>{t('expected.waiting', { names: row.waiting.map(({ name }) => name).join(', ') })}</span>
              </p>
            </div>
            <div className={css.matterActs}>
              <Button size="sm" aria-label={`${t('invite.send')}: ${row.name}`} onClick={() => setInviting(row)}>
                {t('invite.send')}
              </Button>
              {!row.can.match && (
                <Button
                  size="sm"
                  variant="quiet"
                  aria-label={`${t('expected.match')}: ${row.name}`}
                  onClick={() => setMatching(row)}
                >
                  {t('expected.match')}
                </Button>
              )}
            </div>
          </li>
        ))}
      </ul>
      {matching && <Match row={matching} onClose={() => setMatching(null)} />}
      {inviting && <InviteDialog name={inviting.name} email={inviting.email} onClose={() => setInviting(null)} />}
    </section>
  )
}

function Match({ row, onClose }: { row: Row; onClose: () => void }) {
  const [member_id, setMember] = useState<string | null>(null)
  const match = useCall(matchExpectedHead, {
    inline: true,
    onSuccess: ({ placed }) => {
      toast(t('expected.placed', { n: placed }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('expected.who_is', { name: row.name })}
      onClose={onClose}
      onSubmit={() => member_id && match.mutate({ expected_head_id: row.id, member_id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={match.isPending} disabled={!member_id}>
            {t('expected.submit')}
          </Button>
        </>
      }
    >
      <div className={form.fields}>
        <PersonSelect
          label={t('expected.member')}
          description={t('expected.hint')}
          value={member_id}
          onChange={setMember}
        />
        <ProblemNote error={match.error} />
      </div>
    </Dialog>
  )
}
