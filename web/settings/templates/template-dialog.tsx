import { useState } from 'react'
import { TextInput } from '@mantine/core'
import {
  addReplyTemplate,
  changeReplyTemplate,
  type ReplyTemplate,
  TEMPLATE_FIELDS,
} from '#contract/inbox/templates.ts'
import { toKept, toSpoken } from '#web/inbox/thread/template-fields.ts'
import { useCall } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import settings from '../settings.module.css'
import { TextWithFields } from './text-with-fields.tsx'
import css from './templates.module.css'

type Props = { template?: ReplyTemplate; onClose: () => void }

/** A template with its fields, which one press puts where the caret stands. */
export function TemplateDialog({ template, onClose }: Props) {
  const [name, setName] = useState(template?.name ?? '')
  const [body, setBody] = useState(toSpoken(template?.body ?? ''))
  const saved = (words: string) => ({
    inline: true,
    onSuccess: () => {
      toast(words)
      onClose()
    },
  })
  const add = useCall(addReplyTemplate, saved(t('template.saved')))
  const change = useCall(changeReplyTemplate, saved(t('template.saved')))
  const move = useCall(changeReplyTemplate, saved(t(template?.archived_at ? 'template.saved' : 'template.put_away')))
  const save = () => {
    const given = { name, body: toKept(body) }
    if (template) change.mutate({ template_id: template.id, version: template.version, ...given })
    else add.mutate(given)
  }
  return (
    <Dialog
      wide
      title={t(template ? 'template.change' : 'template.new')}
      onClose={onClose}
      onSubmit={save}
      foot={
        <>
          {template && <Move template={template} act={move} />}
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={add.isPending || change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={`${settings.letter} ${css.form}`}>
        <TextInput
          label={t('template.name')}
          maxLength={100}
          value={name}
          onChange={(event) => setName(event.target.value)}
        />
        <TextWithFields
          label={t('template.body')}
          fields={TEMPLATE_FIELDS}
          maxLength={10_000}
          text={body}
          onText={setBody}
        />
        <ProblemNote error={add.error ?? change.error ?? move.error} />
      </div>
    </Dialog>
  )
}

type MoveProps = { template: ReplyTemplate; act: ReturnType<typeof useCall<typeof changeReplyTemplate>> }

/** Puts a template away, or takes it back. */
function Move({ template: { id, version, archived_at }, act }: MoveProps) {
  return (
    <Button
      variant="quiet"
      className={css.start}
      busy={act.isPending}
      onClick={() => act.mutate({ template_id: id, version, archived: archived_at === null })}
    >
      {t(archived_at ? 'template.restore' : 'template.archive')}
    </Button>
  )
}
