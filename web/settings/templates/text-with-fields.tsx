import { type ReactNode, useRef } from 'react'
import { Textarea } from '@mantine/core'
import type { AutoReplyField, TemplateField } from '#contract/inbox/templates.ts'
import { fieldWords } from '#web/inbox/thread/template-fields.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import css from './templates.module.css'

type Props = {
  label: string
  fields: readonly (TemplateField | AutoReplyField)[]
  maxLength: number
  text: string
  onText: (text: string) => void
  error?: ReactNode
}

/** A text with fields, which one press puts where the caret stands. */
export function TextWithFields({ label, fields, maxLength, text, onText, error }: Props) {
  const area = useRef<HTMLTextAreaElement>(null)
  const insert = (words: string) => {
    const { selectionStart = text.length, selectionEnd = text.length } = area.current ?? {}
    onText(text.slice(0, selectionStart) + words + text.slice(selectionEnd))
    area.current?.focus()
  }
  return (
    <div className={css.form}>
      <Textarea
        ref={area}
        label={label}
        autosize
        minRows={5}
        maxRows={14}
        maxLength={maxLength}
        value={text}
        error={error}
        onChange={(event) => onText(event.target.value)}
      />
      <div className={css.fields}>
        {t('template.insert')}
        {fields.map((field) => (
          <Button key={field} size="sm" onClick={() => insert(fieldWords(field))}>
            {t(`template.field.${field}`)}
          </Button>
        ))}
      </div>
    </div>
  )
}
