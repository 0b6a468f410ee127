import { useState } from 'react'
import { IconMessages, IconPaperclip } from '@tabler/icons-react'
import { FileButton } from '@mantine/core'
import { addOrderFiles, type Attachments, getAttachments } from '#contract/inbox/order-dialogues.ts'
import { useMayBegin } from '#web/app/me.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { day } from '#web/platform/format.ts'
import { Link } from '#web/platform/link.tsx'
import { upload } from '#web/platform/upload.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toastProblem } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import css from './attachments.module.css'

/** Talks and files of an order: where the request came from, and what was put beside it. Comes after the card itself. */
export function AttachmentsSection({ order_id }: { order_id: string }) {
  const known = useMaybe(getAttachments, { order_id })
  const may = useMayBegin()
  if (!known) return null
  const { dialogues, files } = known
  return (
    <Section title={t('attachments.heading')} end={may('orders.read') && <Attach order_id={order_id} />}>
      {dialogues.length + files.length > 0 && (
        <ul className={css.list}>
          {dialogues.map((one) => (
            <Dialogue key={one.conversation_id} dialogue={one} />
          ))}
          {files.map(({ id, name }) => (
            <li key={id}>
              <a href={`/api/files/${id}`} target="_blank" rel="noreferrer" title={name}>
                <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
                <span>{name}</span>
              </a>
            </li>
          ))}
        </ul>
      )}
    </Section>
  )
}

function Dialogue({
  dialogue: { conversation_id, contact, title, channel, last_at },
}: {
  dialogue: Attachments['dialogues'][number]
}) {
  return (
    <li>
      <Link to="/contacts" search={{ open: conversation_id }}>
        <IconMessages size={14} stroke={1.75} aria-hidden="true" />
        <span>{t('attachments.dialogue', { name: contact?.name ?? title ?? '', source: t(`source.${channel}`) })}</span>
        <small>{day(last_at)}</small>
      </Link>
    </li>
  )
}

function Attach({ order_id }: { order_id: string }) {
  const [sending, setSending] = useState(false)
  const add = useCall(addOrderFiles)
  const attach = (files: File[]) => {
    setSending(true)
    void Promise.all(files.map((file) => upload('/api/files', file)))
      .then((stored) => add.mutate({ order_id, file_ids: stored.map(({ id }) => id) }), toastProblem)
      .finally(() => setSending(false))
  }
  return (
    <FileButton multiple onChange={attach}>
      {(props) => (
        <Button {...props} size="sm" variant="quiet" busy={sending || add.isPending}>
          {t('attachments.add')}
        </Button>
      )}
    </FileButton>
  )
}
