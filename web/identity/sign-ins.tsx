import { listSignIns, type SignIn } from '#contract/access/security.ts'
import { useState } from 'react'
import { useReply } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Section } from '#web/ui/rows.tsx'
import { deviceOf } from './device.ts'
import css from './profile.module.css'

const FEW = 5

/** Tries to sign in to this account: a person sees what was not his. */
export function SignIns() {
  const { rows } = useReply(listSignIns, {})
  const [all, setAll] = useState(false)
  return (
    <Section title={t('sign_ins.heading')}>
      {rows.length === 0 && <p className={css.quiet}>{t('sign_ins.none')}</p>}
      <ul className={css.sessions}>
        {rows.slice(0, all ? rows.length : FEW).map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
      {!all && rows.length > FEW && (
        <Button variant="link" onClick={() => setAll(true)}>
          {t('sign_ins.all', { n: rows.length })}
        </Button>
      )}
    </Section>
  )
}

function Row({ row }: { row: SignIn }) {
  const device = deviceOf(row.user_agent ?? '')
  return (
    <li>
      <span className={css.device}>
        {device ? t('sessions.device', device) : t('sessions.unknown')}
        <small>{[moment(row.at), t(`sign_ins.by.${row.method}`), row.address].filter(Boolean).join(' · ')}</small>
      </span>
      {!row.passed && <Chip tone="bad">{t('sign_ins.failed')}</Chip>}
    </li>
  )
}
