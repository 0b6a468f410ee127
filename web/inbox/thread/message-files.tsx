import { IconAlertTriangle, IconPaperclip } from '@tabler/icons-react'
import type { Message } from '#contract/inbox/conversations.ts'
import { knows, t } from '#web/platform/words.ts'
import { sizeOf } from '../dialogue-words.ts'
import css from './content.module.css'

type File = Message['files'][number]

/** Files of a message: pictures as pictures, voices to be listened to, the rest by name and size. */
export function MessageFiles({ message: { files } }: { message: Message }) {
  if (files.length === 0) return null
  return (
    <span className={css.files}>
      {files.map((file, i) => (
        <One key={i} file={file} />
      ))}
    </span>
  )
}

function One({ file: { name, part, file, fault } }: { file: File }) {
  if (!file)
    return (
      <span className={css.lost}>
        <IconAlertTriangle size={14} stroke={1.75} aria-hidden="true" />
        {name} — {fault && knows(fault) ? t(fault) : t('inbox.file_lost')}
      </span>
    )
  const href = `/api/files/${file.id}`
  if (part === 'voice' || file.mime.startsWith('audio/'))
    // What people said to each other has no captions.
    // oxlint-disable-next-line jsx-a11y/media-has-caption
    return <audio className={css.voice} controls preload="none" src={href} aria-label={name} />
  if (part === 'round' || file.mime.startsWith('video/'))
    return (
      // oxlint-disable-next-line jsx-a11y/media-has-caption
      <video
        className={part === 'round' ? css.round : css.film}
        controls
        preload="metadata"
        src={href}
        aria-label={name}
      />
    )
  if (file.width && file.height)
    return (
      <a className={css.picture} href={href} target="_blank" rel="noreferrer" title={name}>
        <img src={`${href}?w=480`} alt={name} loading="lazy" {...roomOf(file.width, file.height)} />
      </a>
    )
  return (
    <a className={css.file} href={href} target="_blank" rel="noreferrer" download={name}>
      <IconPaperclip size={14} stroke={1.75} aria-hidden="true" />
      <span>{name}</span>
      <small>{sizeOf(file.size)}</small>
    </a>
  )
}

/** What a picture takes, also before it has come: nothing moves then, and what is to be pressed is never a dot. */
function roomOf(width: number, height: number): { width: number; height: number } {
  const share = Math.min(1, 320 / width, 280 / height)
  return { width: Math.max(1, Math.round(width * share)), height: Math.max(1, Math.round(height * share)) }
}
