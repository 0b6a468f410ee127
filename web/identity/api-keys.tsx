import { useState } from 'react'
import { MultiSelect, NumberInput, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.layer.css'
import '@mantine/core/styles/Pill.layer.css'
import '@mantine/core/styles/PillsInput.layer.css'
import { type ApiKey, type ApiScope, listApiKeys, makeApiKey, revokeApiKey } from '#contract/access/security.ts'
import { useCall, useReply } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { focused, submitting } from '#web/ui/submit.ts'
import css from './profile.module.css'

const SCOPES: ApiScope[] = [
  'orders.read',
  'orders.write',
  'tasks.read',
  'tasks.write',
  'counterparties.read',
  'counterparties.write',
  'people.read',
  'people.write',
  'documents.read',
  'documents.write',
  'reports.read',
]

type At = 'rest' | 'form' | { text: string }

/** Keys by which other programs work as this person. */
export function ApiKeys() {
  const { rows } = useReply(listApiKeys, {})
  const [at, setAt] = useState<At>('rest')
  return (
    <Section
      title={t('keys.heading')}
      end={
        at === 'rest' && (
          <Button size="sm" onClick={() => setAt('form')}>
            {t('keys.make')}
          </Button>
        )
      }
    >
      {at === 'form' && <Form onMade={(text) => setAt({ text })} />}
      {typeof at === 'object' && <Made text={at.text} onDone={() => setAt('rest')} />}
      {rows.length === 0 && at === 'rest' && <p className={css.quiet}>{t('keys.none')}</p>}
      <ul className={css.sessions}>
        {rows.map((row) => (
          <Row key={row.id} row={row} />
        ))}
      </ul>
    </Section>
  )
}

function Row({ row }: { row: ApiKey }) {
  const revoke = useCall(revokeApiKey, { inline: true, onSuccess: () => toast(t('keys.revoked')) })
  const used = row.last_used_at ? t('keys.used', { when: moment(row.last_used_at) }) : t('keys.unused')
  return (
    <li>
      <span className={css.device}>
        {row.name}
        <small>{row.scopes.map((scope) => t(`scope.${scope}`)).join(', ')}</small>
        <small>{[used, t('keys.until', { when: moment(row.expires_at) })].join(' · ')}</small>
        <ProblemNote error={revoke.error} />
      </span>
      <Button size="sm" variant="quiet" busy={revoke.isPending} onClick={() => revoke.mutate({ api_key_id: row.id })}>
        {t('keys.revoke')}
      </Button>
    </li>
  )
}

function Form({ onMade }: { onMade: (text: string) => void }) {
  const [name, setName] = useState('')
  const [scopes, setScopes] = useState<ApiScope[]>([])
  const [days, setDays] = useState(90)
  const make = useCall(makeApiKey, { inline: true, onSuccess: ({ text }) => onMade(text) })
  return (
    <form className={css.form} noValidate onSubmit={submitting(() => make.mutate({ name, scopes, days }))}>
      <TextInput
        label={t('keys.name')}
        placeholder={t('keys.name_example')}
        ref={focused}
        maxLength={100}
        value={name}
        onChange={(event) => setName(event.target.value)}
        error={make.error?.fields['name']}
      />
      <MultiSelect
        label={t('keys.scopes')}
        data={SCOPES.map((value) => ({ value, label: t(`scope.${value}`) }))}
        value={scopes}
        onChange={(next) => setScopes(next)}
        error={make.error?.fields['scopes']}
      />
      <NumberInput
        label={t('keys.days')}
        min={1}
        max={366}
        hideControls
        allowDecimal={false}
        value={days}
        onChange={(next) => setDays(Number(next))}
        error={make.error?.fields['days']}
      />
      <ProblemNote error={make.error} />
      <Button type="submit" variant="primary" busy={make.isPending}>
        {t('keys.make')}
      </Button>
    </form>
  )
}

function Made({ text, onDone }: { text: string; onDone: () => void }) {
  return (
    <div className={css.form}>
      <p className={css.quiet}>{t('keys.once')}</p>
      <span className={css.secret}>{text}</span>
      <Button onClick={() => void navigator.clipboard.writeText(text).then(() => toast(t('do.copied')))}>
        {t('do.copy')}
      </Button>
      <Button variant="primary" onClick={onDone}>
        {t('keys.saved')}
      </Button>
    </div>
  )
}
