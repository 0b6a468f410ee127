import { IconDeviceDesktop, IconDeviceMobile } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { account, type AuthSession, currentSession, listSessions } from '#web/platform/auth.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { Bone, Bones, ProblemNote } from '#web/ui/state.tsx'
import { deviceOf } from './device.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

/** Where this person is signed in, and the way to end it. */
export function Sessions() {
  const client = useQueryClient()
  const sessions = useQuery({ queryKey: ['sessions'], queryFn: listSessions })
  const mine = useQuery({ queryKey: ['session'], queryFn: currentSession })
  const again = () => client.invalidateQueries({ queryKey: ['sessions'] })
  const end = useAct(
    async (session: AuthSession) => {
      await account('/revoke-session', { token: session.token })
      return session
    },
    (session) => {
      toast(t('sessions.signed_out', { device: nameOf(session) }))
      void again()
    },
  )
  const endOthers = useAct(
    () => account('/revoke-other-sessions'),
    () => {
      toast(t('sessions.others_done'))
      void again()
    },
  )
  const token = mine.data?.session.token
  const shown = sessions.data?.toSorted((a, b) => Number(b.token === token) - Number(a.token === token)) ?? []
  return (
    <Section
      title={t('sessions.heading')}
      end={
        shown.length > 1 && (
          <Button size="sm" busy={endOthers.isPending} onClick={() => endOthers.mutate(undefined)}>
            {t('sessions.others')}
          </Button>
        )
      }
    >
      <ProblemNote error={end.error ?? endOthers.error ?? sessions.error} />
      {!sessions.data && (
        <Bones>
          <Bone h={44} />
        </Bones>
      )}
      <ul className={css.sessions}>
        {shown.map((session) => (
          <Row key={session.id} {...{ session, here: session.token === token, onEnd: () => end.mutate(session) }} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ session, here, onEnd }: { session: AuthSession; here: boolean; onEnd: () => void }) {
  const Icon = /Android|iPhone|iPad/.test(session.userAgent ?? '') ? IconDeviceMobile : IconDeviceDesktop
  return (
    <li>
      <Icon size={18} stroke={1.75} aria-hidden="true" />
      <span className={css.device}>
        {nameOf(session)}
        <small>{t('sessions.since', { when: moment(session.createdAt) })}</small>
      </span>
      {here ? (
        <Chip>{t('sessions.this')}</Chip>
      ) : (
        <Button size="sm" variant="quiet" onClick={onEnd}>
          {t('sessions.sign_out')}
        </Button>
      )}
    </li>
  )
}

function nameOf({ userAgent }: AuthSession): string {
  const device = deviceOf(userAgent ?? '')
  return device ? t('sessions.device', device) : t('sessions.unknown')
}
