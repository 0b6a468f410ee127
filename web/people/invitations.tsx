import { useState } from 'react'
import { Menu, VisuallyHidden } from '@mantine/core'
import { type Invitation, listInvitations, renewInvitation, withdrawInvitation } from '#contract/people.ts'
import { useCall, useList } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip, FilterChip, type Tone } from '#web/ui/chip.tsx'
import { type Column, DataTable } from '#web/ui/data-table.tsx'
import { When } from '#web/ui/figures.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Sent } from './invite-dialog.tsx'
import { roleName } from './role-name.ts'
import css from './people.module.css'

const TONES: Record<Invitation['state'], Tone> = {
  sent: 'neutral',
  opened: 'accent',
  accepted: 'good',
  expired: 'warn',
  withdrawn: 'outline',
}

/** Invitations with their states; one that went astray gets a new link, a wrong one is withdrawn. */
export function Invitations() {
  const [state, setState] = useState<Invitation['state'] | null>(null)
  const { rows, has_more, loading_more, more } = useList(listInvitations, state ? { state } : {})
  const [withdrawing, setWithdrawing] = useState<Invitation | null>(null)
  const renew = useCall(renewInvitation)
  return (
    <section className={css.block}>
      <div className={css.blockHead}>
        <h2>{t('invitations.heading')}</h2>
        <StateFilter value={state} onChange={setState} />
      </div>
      {rows.length === 0 ? (
        <p className={css.alone}>{t(state ? 'invitations.none_such' : 'invitations.none')}</p>
      ) : (
        <DataTable
          label={t('invitations.heading')}
          rows={rows}
          keyOf={({ id }) => id}
          {...{ has_more, loading_more, more }}
          columns={columns({
            onRenew: ({ id }) => renew.mutate({ invitation_id: id }),
            onWithdraw: setWithdrawing,
            busy: renew.isPending,
          })}
        />
      )}
      {withdrawing && <Withdraw invitation={withdrawing} onClose={() => setWithdrawing(null)} />}
      {renew.data && <Sent reply={renew.data} onClose={() => renew.reset()} />}
    </section>
  )
}

/** A withdrawn link cannot be given back, so it is asked. */
function Withdraw({ invitation, onClose }: { invitation: Invitation; onClose: () => void }) {
  const withdraw = useCall(withdrawInvitation, {
    inline: true,
    onSuccess: () => {
      toast(t('invitations.withdrawn'))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('invitations.withdraw_ask')}
      onClose={onClose}
      onSubmit={() => withdraw.mutate({ invitation_id: invitation.id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={withdraw.isPending} data-autofocus>
            {t('invitations.withdraw')}
          </Button>
        </>
      }
    >
      <p>
        <b>{invitation.name ?? invitation.email}</b> {t('invitations.withdraw_hint')}
      </p>
      <ProblemNote error={withdraw.error} />
    </Dialog>
  )
}

const STATES = ['sent', 'opened', 'accepted', 'expired', 'withdrawn'] as const

type FilterProps = { value: Invitation['state'] | null; onChange: (state: Invitation['state'] | null) => void }

function StateFilter({ value, onChange }: FilterProps) {
  return (
    <Menu position="bottom-start" width={200}>
      <Menu.Target>
        <FilterChip
          label={t('performer.state')}
          value={value ? t(`invitation_state.${value}`) : undefined}
          onClear={() => onChange(null)}
        />
      </Menu.Target>
      <Menu.Dropdown>
        {STATES.map((state) => (
          <Menu.Item key={state} onClick={() => onChange(state)}>
            {t(`invitation_state.${state}`)}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  )
}

const State = ({ of }: { of: Invitation['state'] }) => <Chip tone={TONES[of]}>{t(`invitation_state.${of}`)}</Chip>

type Acts = { onRenew: (one: Invitation) => void; onWithdraw: (one: Invitation) => void; busy: boolean }

/** «Менеджер, мастер участка · пул Электрики». */
function roleOf({ position, pools, ...role }: Invitation): string {
  const called = position ? `${roleName(role)}, ${position}` : roleName(role)
  return [called, ...pools.map(({ name }) => t('pool.named', { name }))].join(' · ')
}

/** Made when drawn: the language may change. */
const columns = ({ onRenew, onWithdraw, busy }: Acts): Column<Invitation>[] => [
  {
    id: 'who',
    head: t('invitations.who'),
    fill: true,
    cell: ({ name, email, state }) => (
      <>
        {name ? <span className={css.name}>{name}</span> : !email && t('invitations.anybody')}{' '}
        {email && <span className={css.quiet}>{email}</span>}
        <span className={css.stateOnPhone}>
          <State of={state} />
        </span>
      </>
    ),
  },
  {
    id: 'role',
    head: t('staff.role'),
    late: true,
    cell: (one) => <span title={roleOf(one)}>{roleOf(one)}</span>,
  },
  { id: 'head', head: t('structure.head'), late: true, cell: ({ head }) => head?.name },
  { id: 'by', head: t('invitations.by'), late: true, cell: ({ invited_by }) => invited_by.name },
  { id: 'when', head: t('invitations.when'), late: true, cell: ({ created_at }) => <When at={created_at} /> },
  {
    id: 'state',
    head: t('performer.state'),
    late: true,
    cell: ({ state }) => <State of={state} />,
  },
  {
    id: 'acts',
    head: <VisuallyHidden>{t('palette.act')}</VisuallyHidden>,
    cell: (one) => (
      <span className={css.tableAct}>
        {!one.can.renew && (
          <Button size="sm" busy={busy} onClick={() => onRenew(one)}>
            {t(one.email ? 'invitations.resend' : 'invitations.renew')}
          </Button>
        )}
        {!one.can.withdraw && (
          <Button size="sm" variant="quiet" onClick={() => onWithdraw(one)}>
            {t('invitations.withdraw')}
          </Button>
        )}
      </span>
    ),
  },
]
