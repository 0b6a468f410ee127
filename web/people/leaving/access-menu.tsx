import { lazy, Suspense, useState } from 'react'
import { Menu } from '@mantine/core'
import {
  IconArrowMerge,
  IconCrown,
  IconDots,
  IconEye,
  IconKey,
  IconLogout,
  IconPlayerPause,
  IconPlayerPlay,
  IconShield,
  IconUserCheck,
} from '@tabler/icons-react'
import { resume, suspend, takeBack } from '#contract/leaving.ts'
import type { Member } from '#contract/people.ts'
import { beginToView } from '#web/identity/viewing/viewing.ts'
import { useMe, useRight } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { IconButton } from '#web/ui/button.tsx'
import { toast, toastProblem } from '#web/ui/over/toast.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { roleName } from '../role-name.ts'
import css from './leaving.module.css'

// Seldom opened: fetched then.
const LeaveDialog = lazy(() => import('./leave-dialog.tsx').then((module) => ({ default: module.LeaveDialog })))
const MergeDialog = lazy(() =>
  import('../doubles/merge-dialog.tsx').then((module) => ({ default: module.MergeDialog })),
)
const RoleDialog = lazy(() => import('./role-dialog.tsx').then((module) => ({ default: module.RoleDialog })))
const ResetSignIn = lazy(() => import('./reset-sign-in.tsx').then((module) => ({ default: module.ResetSignIn })))
const GiveOwnership = lazy(() => import('./give-ownership.tsx').then((module) => ({ default: module.GiveOwnership })))

type Act = 'resume' | 'take_back' | 'suspend' | 'leave'

const ICONS = { resume: IconPlayerPlay, take_back: IconUserCheck, suspend: IconPlayerPause, leave: IconLogout }

type Asking = 'leave' | 'own' | 'merge' | 'role' | 'reset' | null

/** What ends a person's access or gives it back: in a menu, for it is done seldom and never by a slip. */
export function AccessMenu({ member }: { member: Member }) {
  const [asking, setAsking] = useState<Asking>(null)
  const right = useRight()
  const me = useMe().member
  const act = useActs(member, () => setAsking('leave'))
  const mine = me?.role === 'owner' && member.kind === 'staff' && member.state === 'active' && member.id !== me.id
  const acts = actsOn(member)
  const manages = right(member.kind === 'staff' ? 'people.manage' : 'performers.manage')
  if (!manages || (acts.length === 0 && !asking)) return null
  return (
    <>
      <Menu position="bottom-end" width={280}>
        <Menu.Target>
          <IconButton label={t('access.more')} icon={<IconDots size={16} stroke={1.75} />} />
        </Menu.Target>
        <Menu.Dropdown>
          {!member.can.view && <ViewItem member={member} />}
          {!member.can.set_role && <RoleItem member={member} onClick={() => setAsking('role')} />}
          {acts.map((one) => (
            <Item key={one} act={one} member={member} onClick={act[one]} />
          ))}
          {!member.can.reset_sign_in && (
            <Menu.Item leftSection={<IconKey size={16} stroke={1.75} />} onClick={() => setAsking('reset')}>
              {t('access.do.reset')}
              <small className={css.about}>{t('access.about.reset')}</small>
            </Menu.Item>
          )}
          {maybeTwice(member) && (
            <Menu.Item leftSection={<IconArrowMerge size={16} stroke={1.75} />} onClick={() => setAsking('merge')}>
              {t('double.do')}
              <small className={css.about}>{t('double.about')}</small>
            </Menu.Item>
          )}
          {mine && (
            <Menu.Item leftSection={<IconCrown size={16} stroke={1.75} />} onClick={() => setAsking('own')}>
              {t('own.do')}
              <small className={css.about}>{t('own.about')}</small>
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      <Suspense>
        <Asked what={asking} member={member} onClose={() => setAsking(null)} />
      </Suspense>
    </>
  )
}

/** What can be thought of in his state; whether it may be done, his card says. */
function actsOn({ state, kind }: Member): Act[] {
  if (state === 'left') return kind === 'performer' ? ['take_back'] : []
  return state === 'suspended' ? ['resume', 'leave'] : ['suspend', 'leave']
}

/** Who waits outside is let in first. */
const maybeTwice = ({ state, kind }: Member): boolean => state !== 'left' && !(kind === 'staff' && state === 'invited')

function useActs({ id, name }: Member, askToLeave: () => void): Record<Act, () => void> {
  const go_on = useCall(resume, { onSuccess: () => toast(t('access.resumed', { name })) })
  const pause = useCall(suspend, {
    onSuccess: () => toast(t('access.suspended', { name }), () => go_on.mutate({ member_id: id })),
  })
  const back = useCall(takeBack, { onSuccess: () => toast(t('access.taken_back', { name })) })
  return {
    leave: askToLeave,
    suspend: () => pause.mutate({ member_id: id }),
    resume: () => go_on.mutate({ member_id: id }),
    take_back: () => back.mutate({ member_id: id }),
  }
}

type AskedProps = { what: Asking; member: Member; onClose: () => void }

function Asked({ what, member, onClose }: AskedProps) {
  if (what === 'leave') return <LeaveDialog member={member} onClose={onClose} />
  if (what === 'merge') return <MergeDialog kept={member} onClose={onClose} />
  if (what === 'reset') return <ResetSignIn member={member} onClose={onClose} />
  if (what === 'role') return <RoleDialog member={member} onClose={onClose} />
  return what === 'own' ? <GiveOwnership member={member} onClose={onClose} /> : null
}

function RoleItem({ member, onClick }: { member: Member; onClick: () => void }) {
  return (
    <Menu.Item leftSection={<IconShield size={16} stroke={1.75} />} onClick={onClick}>
      {t('roles.give')}
      <small className={css.about}>{t('roles.give_about', { role: roleName(member) })}</small>
    </Menu.Item>
  )
}

function ViewItem({ member: { id, name } }: { member: Member }) {
  return (
    <Menu.Item
      leftSection={<IconEye size={16} stroke={1.75} />}
      onClick={() => void beginToView({ member_id: id }).catch(toastProblem)}
    >
      {t('viewing.do', { name })}
      <small className={css.about}>{t('viewing.about')}</small>
    </Menu.Item>
  )
}

type ItemProps = { act: Act; member: Member; onClick: () => void }

function Item({ act, member: { kind, can }, onClick }: ItemProps) {
  const Icon = ICONS[act]
  const refusal = can[act]
  return (
    <Menu.Item
      leftSection={<Icon size={16} stroke={1.75} />}
      disabled={refusal !== null}
      onClick={onClick}
      {...(act === 'leave' && !refusal && { className: css.ends })}
    >
      {act === 'leave' ? t(`leave.do.${kind}`) : t(`access.do.${act}`)}
      <small className={css.about}>
        {refusal ? <Reason code={refusal.code} facts={refusal.facts} /> : act !== 'leave' && t(`access.about.${act}`)}
      </small>
    </Menu.Item>
  )
}
