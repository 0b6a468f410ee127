import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { t } from '#web/platform/words.ts'
import type { ChannelFormProps } from './forms.ts'

type Props = Pick<ChannelFormProps, 'draft' | 'onDraft'> & { fault: string | undefined }

/** Folders that are read beside the inbox, with commas between them as a person types them. */
export function FoldersField({ draft, onDraft, fault }: Props) {
  const stored = draft.settings['folders']
  const [typed, setTyped] = useState(Array.isArray(stored) ? stored.join(', ') : '')
  const change = (text: string) => {
    setTyped(text)
    const names = text.split(',').flatMap((name) => name.trim() || [])
    onDraft({ settings: { folders: names.length > 0 ? names : undefined } })
  }
  return (
    <TextInput
      label={t('mailbox.folders')}
      description={t('mailbox.folders_hint')}
      autoComplete="off"
      maxLength={1000}
      value={typed}
      error={fault}
      onChange={(event) => change(event.currentTarget.value)}
    />
  )
}
