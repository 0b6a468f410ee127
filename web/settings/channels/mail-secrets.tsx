import { useState } from 'react'
import { PasswordInput, TextInput } from '@mantine/core'
import type { MailProvider } from '#contract/inbox/mail-providers.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Notice } from '#web/ui/state.tsx'
import { Linked } from './bot-form.tsx'
import type { ChannelFormProps } from './forms.ts'
import type { MailFound } from './mail-servers.ts'
import { worded } from './worded.ts'
import css from './channels.module.css'

type Props = ChannelFormProps & { found: MailFound }

/** What opens the mailbox: a password, or a grant of OAuth 2. What is not typed anew stays as it is. */
export function MailSecrets({ channel, draft, onDraft, faults, found }: Props) {
  const known = channel?.known_secrets ?? []
  const [chosen, setChosen] = useState<boolean | null>(known.includes('refresh_token') || null)
  const by_grant = chosen ?? found.provider?.oauth?.only ?? false
  const other = by_grant ? 'password' : 'refresh_token'
  const field = (name: string) => ({
    autoComplete: 'off',
    spellCheck: false,
    description: known.includes(name) ? t('channels.secret_kept') : undefined,
    value: worded(draft.secrets[name]),
    error: faults[`secrets.${name}`],
    onChange: (event: { currentTarget: { value: string } }) => {
      const { [name]: _, ...rest } = draft.secrets
      const typed = event.currentTarget.value
      // Of a password and a grant the mailbox has one.
      onDraft({ secrets: { ...rest, ...(typed && { [name]: typed }), ...(known.includes(other) && { [other]: '' }) } })
    },
  })
  const change = () => {
    const now = by_grant ? 'refresh_token' : 'password'
    setChosen(!by_grant)
    onDraft({ secrets: known.includes(now) ? { [now]: '' } : {} })
  }
  return (
    <>
      <ProviderHint provider={found.provider} by_grant={by_grant} />
      {by_grant ? (
        <>
          <TextInput
            label={t('mailbox.client_id')}
            required={!known.includes('refresh_token')}
            {...field('client_id')}
          />
          <PasswordInput label={t('mailbox.client_secret')} {...field('client_secret')} />
          <PasswordInput
            label={t('mailbox.refresh_token')}
            required={!known.includes('refresh_token')}
            {...field('refresh_token')}
          />
          {!found.provider?.oauth && <TokenUrl {...{ draft, onDraft, faults }} />}
        </>
      ) : (
        <PasswordInput
          label={t('mailbox.password')}
          required={!known.includes('password')}
          {...field('password')}
          autoComplete="new-password"
        />
      )}
      <span>
        <Button variant="link" onClick={change}>
          {t(by_grant ? 'mailbox.by_password' : 'mailbox.by_grant')}
        </Button>
      </span>
    </>
  )
}

function TokenUrl({ draft, onDraft, faults }: Pick<Props, 'draft' | 'onDraft' | 'faults'>) {
  return (
    <TextInput
      label={t('mailbox.token_url')}
      type="url"
      autoComplete="off"
      maxLength={300}
      value={worded(draft.settings['token_url'])}
      error={faults['settings.token_url']}
      onChange={(event) => onDraft({ settings: { token_url: event.currentTarget.value.trim() || undefined } })}
    />
  )
}

/** What a provider wants before it lets a program in, with the pages where it is done. */
function ProviderHint({ provider, by_grant }: { provider: MailProvider | null; by_grant: boolean }) {
  if (!provider) return null
  const { title, app_password, imap_switch, oauth } = provider
  const by_program = !by_grant && app_password !== null
  if (!by_program && imap_switch === null && !oauth?.only) return null
  return (
    <Notice tone="info" title={title}>
      <span className={css.hints}>
        {oauth?.only && <span>{t('mailbox.grant_only')}</span>}
        {imap_switch && (
          <span>
            <Linked word="mailbox.imap_switch" href={imap_switch}>
              {t('mailbox.imap_switch_link')}
            </Linked>
          </span>
        )}
        {by_program && (
          <span>
            <Linked word="mailbox.app_password" href={app_password}>
              {t('mailbox.app_password_link')}
            </Linked>
          </span>
        )}
      </span>
    </Notice>
  )
}
