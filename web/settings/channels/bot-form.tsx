import { type ReactNode, useState } from 'react'
import { Checkbox, Textarea, TextInput } from '@mantine/core'
import type { Word } from '#words/index.ts'
import { t } from '#web/platform/words.ts'
import type { ChannelFormProps } from './forms.ts'
import { worded } from './worded.ts'
import css from './channels.module.css'

/** Steps of guidance, one act each; of a channel that is connected they are not needed any more. */
export function Steps({ steps }: { steps: readonly ReactNode[] }) {
  return (
    <ol className={css.steps}>
      {steps.map((step, at) => (
        // eslint-disable-next-line react/no-array-index-key -- steps are written down once and never change their order
        <li key={at}>{step}</li>
      ))}
    </ol>
  )
}

/** A sentence with a link in the place of `{link}`. */
export function Linked({ word, href, children }: { word: Word; href: string; children: string }) {
  const [before = '', after = ''] = t(word, { link: '\u0000' }).split('\u0000')
  return (
    <>
      {before}
      <a href={href} target="_blank" rel="noreferrer">
        {children}
      </a>
      {after}
    </>
  )
}

type TokenProps = ChannelFormProps & { label: string; hint?: string }

/** The key of a bot: pasted once and never shown again. */
export function TokenField({ channel, draft, onDraft, faults, label, hint }: TokenProps) {
  const known = channel?.known_secrets.includes('token')
  return (
    <TextInput
      label={label}
      description={known ? t('channels.secret_kept') : hint}
      required={!known}
      data-autofocus
      autoComplete="off"
      spellCheck={false}
      maxLength={200}
      value={worded(draft.secrets['token'], '')}
      error={faults['secrets.token']}
      onChange={(event) => {
        const token = event.currentTarget.value.trim()
        onDraft({ secrets: token ? { token } : {} })
      }}
    />
  )
}

type GreetingProps = ChannelFormProps & { hint: string; phone_hint: string }

/** What is said to whoever comes for the first time. */
export function Greeting({ draft, onDraft, faults, hint, phone_hint }: GreetingProps) {
  return (
    <>
      <Textarea
        label={t('telegram.greeting')}
        description={hint}
        placeholder={t('telegram.greeting_example')}
        autosize
        minRows={2}
        maxLength={1000}
        value={worded(draft.settings['greeting'], '')}
        error={faults['settings.greeting']}
        onChange={(event) => onDraft({ settings: { greeting: event.currentTarget.value } })}
      />
      <Checkbox
        label={t('telegram.ask_phone')}
        description={phone_hint}
        checked={draft.settings['ask_phone'] === true}
        onChange={(event) => onDraft({ settings: { ask_phone: event.currentTarget.checked } })}
      />
    </>
  )
}

/** What few need, folded away; `open` when something in it wants to be looked at, and it stays so. */
export function More({ children, open = false }: { children: ReactNode; open?: boolean }) {
  const [opened, setOpened] = useState(open)
  return (
    <details className={css.more} open={opened || open} onToggle={(event) => setOpened(event.currentTarget.open)}>
      <summary>{t('channels.more')}</summary>
      <div className={css.form}>{children}</div>
    </details>
  )
}
