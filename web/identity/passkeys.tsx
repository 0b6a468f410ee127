import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { IconKey } from '@tabler/icons-react'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { account, listPasskeys, type Passkey } from '#web/platform/auth.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import { deviceOf } from './device.ts'
import { addPasskey, knowsPasskeys } from './passkey-device.ts'
import { useAct } from './use-act.ts'
import css from './profile.module.css'

/** Passkeys: added with a name, named anew, removed. */
export function Passkeys() {
  const client = useQueryClient()
  const passkeys = useQuery({ queryKey: ['passkeys'], queryFn: listPasskeys })
  const again = () => void client.invalidateQueries()
  const add = useAct(
    () => addPasskey(thisDevice()),
    (added) => {
      if (added) toast(t('passkey.added'))
      again()
    },
  )
  const rows = passkeys.data ?? []
  return (
    <Section
      title={t('passkey.heading')}
      end={
        knowsPasskeys() && (
          <Button size="sm" busy={add.isPending} onClick={() => add.mutate(undefined)}>
            {t('passkey.add')}
          </Button>
        )
      }
    >
      {rows.length === 0 && <p className={css.quiet}>{t(knowsPasskeys() ? 'passkey.none' : 'passkey.unknown')}</p>}
      <ProblemNote error={add.error ?? passkeys.error} />
      <ul className={css.sessions}>
        {rows.map((row) => (
          <Row key={row.id} row={row} onDone={again} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ row, onDone }: { row: Passkey; onDone: () => void }) {
  const [name, setName] = useState<string | null>(null)
  const remove = useAct(() => account('/passkey/delete-passkey', { id: row.id }), onDone)
  const rename = useAct(
    () => account('/passkey/update-passkey', { id: row.id, name: name?.trim() }),
    () => {
      setName(null)
      onDone()
    },
  )
  if (name !== null)
    return (
      <li>
        <form className={css.form} onSubmit={submitting(() => name.trim() && rename.mutate(undefined))}>
          <TextInput
            label={t('passkey.name')}
            ref={focused}
            maxLength={60}
            value={name}
            onChange={(event) => setName(event.target.value)}
          />
          <ProblemNote error={rename.error} />
          <Button type="submit" variant="primary" busy={rename.isPending}>
            {t('do.save')}
          </Button>
        </form>
      </li>
    )
  return (
    <li>
      <IconKey size={18} stroke={1.75} aria-hidden="true" />
      <span className={css.device}>
        {row.name ?? t('passkey.nameless')}
        {row.createdAt && <small>{t('passkey.since', { when: moment(row.createdAt) })}</small>}
        <ProblemNote error={remove.error} />
      </span>
      <Button size="sm" variant="quiet" onClick={() => setName(row.name ?? '')}>
        {t('passkey.rename')}
      </Button>
      <Button size="sm" variant="quiet" busy={remove.isPending} onClick={() => remove.mutate(undefined)}>
        {t('passkey.remove')}
      </Button>
    </li>
  )
}

function thisDevice(): string {
  const device = deviceOf(navigator.userAgent)
  return device ? t('sessions.device', device) : t('passkey.nameless')
}
