import { Select, TextInput } from '@mantine/core'
import type { MailServer } from '#contract/inbox/mail-providers.ts'
import { t } from '#web/platform/words.ts'
import type { ChannelFormProps } from './forms.ts'
import css from './channels.module.css'

const WAYS = ['tls', 'starttls', 'none'] as const

/** The ports by which a server is usually reached in each way. */
const PORTS = { imap: { tls: 993, starttls: 143, none: 143 }, smtp: { tls: 465, starttls: 587, none: 25 } } as const

type Props = ChannelFormProps & {
  which: 'imap' | 'smtp'
  /** What stands there while nobody has typed anything. */
  found: MailServer | undefined
}

/** Where one of the two servers is: host, port, and how the line is encrypted. */
export function ServerFields({ draft, onDraft, faults, which, found }: Props) {
  const given = draft.settings[which] as MailServer | undefined
  const server = given ?? found ?? { host: '', port: PORTS[which].tls, tls: 'tls' as const }
  const set = (change: Partial<MailServer>) => onDraft({ settings: { [which]: { ...server, ...change } } })
  const ports: readonly number[] = Object.values(PORTS[which])
  return (
    <fieldset className={css.server}>
      <legend>{t(`mailbox.${which}`)}</legend>
      <TextInput
        label={t('mailbox.host')}
        autoComplete="off"
        spellCheck={false}
        maxLength={253}
        placeholder={`${which}.example.by`}
        value={server.host}
        error={faults[`settings.${which}.host`]}
        onChange={(event) => set({ host: event.currentTarget.value.trim() })}
        // Emptied: found by the address again.
        onBlur={() => given?.host === '' && onDraft({ settings: { [which]: undefined } })}
      />
      <TextInput
        label={t('mailbox.port')}
        inputMode="numeric"
        autoComplete="off"
        maxLength={5}
        value={server.port || ''}
        error={faults[`settings.${which}.port`]}
        onChange={(event) => set({ port: Number(event.currentTarget.value.replaceAll(/\D/g, '')) })}
      />
      <Select
        label={t('mailbox.tls')}
        allowDeselect={false}
        data={WAYS.map((value) => ({ value, label: t(`mailbox.tls.${value}`) }))}
        value={server.tls}
        error={faults[`settings.${which}.tls`]}
        onChange={(value) => {
          const tls = WAYS.find((way) => way === value)
          if (tls) set({ tls, ...(ports.includes(server.port) && { port: PORTS[which][tls] }) })
        }}
      />
    </fieldset>
  )
}
