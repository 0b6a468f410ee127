import { useState } from 'react'
import { Select, Textarea } from '@mantine/core'
import { checkInvitations, inviteMany, type ReadLine } from '#contract/invitations.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { listPools } from '#contract/pools.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { type Offered, useOffers } from '../offers.ts'
import { HeadSelect } from '../structure/head-select.tsx'
import { ListMade } from './list-made.tsx'
import { type PastedLine, parseList } from './parse-list.ts'
import { PastedTable } from './pasted-table.tsx'
import css from '../people.module.css'

/** Invites many: pasted from a table, looked at line by line, mended in place, sent. */
export function InviteList({ onClose }: { onClose: () => void }) {
  const { member } = useMe()
  const [text, setText] = useState('')
  const [lines, setLines] = useState<PastedLine[] | null>(null)
  const [role, setRole] = useState<Offered>('member')
  const [head_id, setHead] = useState<string | null>(member?.id ?? null)
  const check = useCall(checkInvitations, { inline: true })
  const send = useCall(inviteMany, { inline: true })
  const list = (next: PastedLine[], as = role) => ({ role: as, lines: next, ...(head_id && { head_id }) })
  const look = (next: PastedLine[], as = role) => {
    setLines(next)
    if (next.length > 0) check.mutate(list(next, as))
  }
  const isPool = usePoolNames()
  const read = async () => look((await parseList(text, { isRole, isPool })).slice(0, MOST))
  const right_ones = check.data?.lines.filter(({ faults }) => faults.length === 0).length ?? 0

  if (send.data && send.data.made.length > 0) {
    const again = send.data.refused.flatMap(({ line }) => lines?.[line] ?? [])
    return (
      <ListMade
        made={send.data.made}
        left={again.length}
        onMend={() => (send.reset(), look(again))}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      wide
      title={t('list.title')}
      onClose={onClose}
      onSubmit={() => (lines === null ? void read() : right_ones > 0 && send.mutate(list(lines)))}
      foot={
        <>
          {lines !== null && <Button onClick={() => setLines(null)}>{t('list.back')}</Button>}
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={check.isPending || send.isPending}
            disabled={lines === null ? text.trim() === '' : right_ones === 0}
          >
            {lines === null ? t('list.read') : t('list.send', { n: right_ones })}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        {lines === null ? (
          <Textarea
            label={t('list.paste')}
            description={t('list.hint')}
            placeholder={t('list.example')}
            autosize
            minRows={6}
            maxRows={14}
            value={text}
            onChange={(event) => setText(event.target.value)}
          />
        ) : (
          <>
            <ForAll
              role={role}
              head_id={head_id}
              onHead={setHead}
              onRole={(next) => {
                setRole(next)
                look(lines, next)
              }}
            />
            <PastedTable lines={lines} read={check.data?.lines ?? NONE} onChange={look} />
          </>
        )}
        <ProblemNote error={check.error ?? send.error} />
      </div>
    </Dialog>
  )
}

type ForAllProps = {
  role: Offered
  head_id: string | null
  onRole: (role: Offered) => void
  onHead: (id: string | null) => void
}

/** What holds for all lines: the role where a line has none, and the head. */
function ForAll({ role, head_id, onRole, onHead }: ForAllProps) {
  const { member } = useMe()
  const right = useRight()
  const offers = useOffers()
  return (
    <div className={css.two}>
      <Select
        label={t('list.role')}
        data={offers.map((one) => ({ value: one, label: t(`role.${one}`) }))}
        value={role}
        onChange={(next) => next && onRole(next)}
      />
      {right('people.invite') && (
        <HeadSelect
          label={t('structure.head')}
          value={head_id}
          onChange={onHead}
          known={member && { id: member.id, name: member.name }}
        />
      )}
    </div>
  )
}

const NONE: readonly ReadLine[] = []
/** As many as one request may carry. */
const MOST = 200

/** Whether a cell names a pool of the company. */
function usePoolNames(): (cell: string) => boolean {
  const known = useMaybe(listPools, { limit: 500 })
  return (cell) => known?.rows.some(({ name }) => name.toLowerCase() === cell.toLowerCase()) ?? false
}

const isRole = (cell: string): boolean =>
  (['admin', 'manager', 'accountant', 'member'] as const).some(
    (role) => role === cell.toLowerCase() || t(`role.${role}`).toLowerCase() === cell.toLowerCase(),
  )
