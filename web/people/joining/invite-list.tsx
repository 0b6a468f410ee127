import { useState } from 'react'
import { Select, Textarea } from '@mantine/core'
import { checkInvitations, inviteMany, type ReadLine } from '#contract/invitations.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { asOptions, asRole, useOffers } from '../offers.ts'
import { PersonSelect } from '../person-select.tsx'
import { roleName } from '../role-name.ts'
import { ListMade } from './list-made.tsx'
import { NewPools } from './new-pools.tsx'
import { type PastedColumn, PastedTable } from './pasted-table.tsx'
import { usePastedLines } from './use-pasted-lines.ts'
import css from '../people.module.css'

/** Invites many: pasted from a table, looked at line by line, mended in place, sent. */
export function InviteList({ onClose }: { onClose: () => void }) {
  const { member } = useMe()
  const [text, setText] = useState('')
  const [role, setRole] = useState('member')
  const [head_id, setHead] = useState<string | null>(member?.id ?? null)
  const check = useCall(checkInvitations, { inline: true })
  const [make_pools, setMakePools] = useState(true)
  const common = { ...asRole(role), make_pools, ...(head_id && { head_id }) }
  const list = usePastedLines<Cells, ReadLine>((next, then) =>
    check.mutate({ ...common, ...next }, { onSuccess: (answer) => then(answer.lines) }),
  )
  const { lines, read } = list
  const again = (made: boolean) => {
    setMakePools(made)
    if (lines) check.mutate({ ...common, make_pools: made, lines }, { onSuccess: (answer) => list.take(answer.lines) })
  }
  const send = useCall(inviteMany, { inline: true })
  const right_ones = read.filter((one) => one?.faults.length === 0).length

  if (send.data && send.data.made.length > 0) {
    const again = send.data.refused.flatMap(({ line }) => lines?.[line] ?? [])
    return (
      <ListMade
        made={send.data.made}
        left={again.length}
        onMend={() => (send.reset(), list.look(again))}
        onClose={onClose}
      />
    )
  }
  return (
    <Dialog
      wide
      title={t('list.title')}
      onClose={onClose}
      onSubmit={() => (lines === null ? list.read_text(text) : right_ones > 0 && send.mutate({ ...common, lines }))}
      foot={
        <>
          {lines !== null && <Button onClick={list.back}>{t('list.back')}</Button>}
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
          <Paste text={text} onText={setText} />
        ) : (
          <>
            <ForAll
              role={role}
              head_id={head_id}
              onHead={setHead}
              onRole={(next) => {
                setRole(next)
                const asked = { make_pools, lines, ...(head_id && { head_id }), ...asRole(next) }
                check.mutate(asked, { onSuccess: (answer) => list.take(answer.lines) })
              }}
            />
            <NewPools names={read.flatMap(newPools)} made={make_pools} onChange={again} />
            <PastedTable columns={columns()} lines={lines} read={read} onLine={list.change} onDrop={list.drop} />
          </>
        )}
        <ProblemNote error={check.error ?? send.error} />
      </div>
    </Dialog>
  )
}

function Paste({ text, onText }: { text: string; onText: (text: string) => void }) {
  return (
    <Textarea
      label={t('list.paste')}
      description={t('list.hint')}
      placeholder={t('list.example')}
      autosize
      minRows={6}
      maxRows={14}
      value={text}
      onChange={(event) => onText(event.target.value)}
    />
  )
}

type ForAllProps = {
  /** A fixed role, or the id of the company's own. */
  role: string
  head_id: string | null
  onRole: (role: string) => void
  onHead: (id: string | null) => void
}

/** What holds for all lines: the role where a line has none, and the head. */
function ForAll({ role, head_id, onRole, onHead }: ForAllProps) {
  const { member } = useMe()
  const right = useRight()
  const { all } = useOffers()
  return (
    <div className={css.two}>
      <Select label={t('list.role')} data={asOptions(all)} value={role} onChange={(next) => next && onRole(next)} />
      {right('people.invite') && (
        <PersonSelect
          label={t('structure.head')}
          value={head_id}
          onChange={onHead}
          known={member && { id: member.id, name: member.name }}
        />
      )}
    </div>
  )
}

const newPools = (one: ReadLine | undefined): string[] => one?.new_pools ?? []

type Cells = ReadLine['cells']

/** Made when drawn: the language may change. */
const columns = (): PastedColumn<keyof Cells, ReadLine>[] => [
  { field: 'name', head: t('list.name') },
  { field: 'email', head: t('list.email') },
  {
    field: 'role',
    head: t('staff.role'),
    placeholder: ({ role, role_name }) => (role ? roleName({ role, role_name }) : ''),
  },
  { field: 'position', head: t('list.position') },
  {
    field: 'pool',
    head: t('list.pool'),
    hint: ({ new_pools }) => new_pools.map((name) => t('many.new_pool', { name })).join(', '),
  },
]
