import { useState } from 'react'
import { TextInput } from '@mantine/core'
import { IconCheck, IconCopy } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { Button } from '../button.tsx'
import css from './fields.module.css'

/** A link to hand over: shown whole, copied with one press. */
export function CopyLink({ label, url }: { label: string; url: string }) {
  const [copied, setCopied] = useState(false)
  const copy = async (field: HTMLInputElement | null) => {
    field?.select()
    try {
      await navigator.clipboard.writeText(url)
      setCopied(true)
    } catch {
      // Without https the browser gives no clipboard: the words are selected, Ctrl+C takes them.
      setCopied(false)
    }
  }
  return (
    <div className={css.copy}>
      <TextInput label={label} readOnly value={url} onFocus={(event) => event.target.select()} />
      <Button
        data-autofocus
        icon={copied ? <IconCheck size={16} stroke={1.75} /> : <IconCopy size={16} stroke={1.75} />}
        onClick={(event) =>
          void copy(event.currentTarget.parentElement?.querySelector<HTMLInputElement>('input') ?? null)
        }
      >
        {copied ? t('do.copied') : t('do.copy')}
      </Button>
    </div>
  )
}
