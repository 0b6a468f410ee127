import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { MailServer } from '#contract/inbox/mail-providers.ts'
import { t } from '#web/platform/words.ts'
import { More } from './bot-form.tsx'
import type { ChannelFormProps } from './forms.ts'
import { FoldersField } from './mail-folders.tsx'
import { MailSecrets } from './mail-secrets.tsx'
import { ServerFields } from './mail-server.tsx'
import { domainOf, type MailFound, useMailServers } from './mail-servers.ts'
import { worded } from './worded.ts'
import css from './channels.module.css'

type Props = ChannelFormProps & { found: MailFound }

/** A mailbox: its address and what opens it; the servers are found by the address, and all else stands below. */
export function MailForm(props: ChannelFormProps) {
  const { draft, faults } = props
  const found = useMailServers(draft.settings)
  const folded = Object.keys(faults).some((field) => field.startsWith('settings.') && field !== 'settings.address')
  return (
    <div className={css.form}>
      <Address {...props} />
      <MailSecrets {...props} found={found} />
      <Servers {...found} />
      <More open={folded || (found.state === 'unknown' && !props.channel)}>
        <ServerFields {...props} which="imap" found={found.imap} />
        <ServerFields {...props} which="smtp" found={found.smtp} />
        <Words {...props} found={found} />
        <Ticks {...props} found={found} />
      </More>
    </div>
  )
}

/** Servers that were not typed by hand are those of the domain: with another domain they are looked for anew. */
function Address({ channel, draft, onDraft, faults }: ChannelFormProps) {
  const known = channel?.settings ?? {}
  const change = (address: string) => {
    const same = domainOf(address) === domainOf(worded(known['address']))
    const after = (which: 'imap' | 'smtp') => {
      const now = draft.settings[which] as MailServer | undefined
      const by_hand = now && JSON.stringify(now) !== JSON.stringify(known[which])
      return { [which]: by_hand ? now : same ? known[which] : undefined }
    }
    onDraft({ settings: { address, ...after('imap'), ...after('smtp') } })
  }
  return (
    <TextInput
      label={t('mailbox.address')}
      type="email"
      required
      data-autofocus
      autoComplete="off"
      spellCheck={false}
      maxLength={254}
      placeholder={t('mailbox.address_example')}
      value={worded(draft.settings['address'])}
      error={faults['settings.address']}
      onChange={(event) => change(event.currentTarget.value.trim())}
    />
  )
}

function Servers({ state, imap, smtp }: MailFound) {
  if (state === 'none') return null
  if (state === 'looking') return <output className={css.quiet}>{t('mailbox.looking')}</output>
  if (!imap || !smtp) return <output className={css.quiet}>{t('mailbox.not_found')}</output>
  const named = ({ host, port }: MailServer) => `${host}:${port}`
  return <output className={css.quiet}>{t('mailbox.servers', { imap: named(imap), smtp: named(smtp) })}</output>
}

function Words({ draft, onDraft, faults }: Props) {
  const field = (name: 'name' | 'user') => ({
    label: t(`mailbox.${name}`),
    description: t(`mailbox.${name}_hint`),
    autoComplete: 'off',
    value: worded(draft.settings[name]),
    error: faults[`settings.${name}`],
    onChange: (event: { currentTarget: { value: string } }) =>
      onDraft({ settings: { [name]: event.currentTarget.value || undefined } }),
  })
  return (
    <>
      <div className={css.two}>
        <TextInput maxLength={100} {...field('name')} />
        <TextInput maxLength={254} spellCheck={false} {...field('user')} />
      </div>
      <Textarea
        autosize
        minRows={2}
        maxRows={8}
        maxLength={2000}
        label={t('mailbox.signature')}
        description={t('mailbox.signature_hint')}
        value={worded(draft.settings['signature'])}
        error={faults['settings.signature']}
        onChange={(event) => onDraft({ settings: { signature: event.currentTarget.value || undefined } })}
      />
      <FoldersField draft={draft} onDraft={onDraft} fault={faults['settings.folders']} />
    </>
  )
}

/** What is ticked where nobody has said anything. */
function Ticks({ draft, onDraft, found }: Props) {
  const usual = { read_sent: true, mark_read: false, keep_sent: true, plus: found.provider?.plus ?? false }
  return (['read_sent', 'mark_read', 'keep_sent', 'plus'] as const).map((name) => (
    <Checkbox
      key={name}
      label={t(`mailbox.${name}`)}
      description={t(`mailbox.${name}_hint`)}
      checked={draft.settings[name] === undefined ? usual[name] : draft.settings[name] === true}
      onChange={(event) => onDraft({ settings: { [name]: event.currentTarget.checked } })}
    />
  ))
}
