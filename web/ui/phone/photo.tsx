import type { ReactNode } from 'react'
import { IconCamera, IconDeviceMobile, IconX } from '@tabler/icons-react'
import { t } from '#web/platform/words.ts'
import { cx } from '../cx.ts'
import css from './photo.module.css'

/** Photos by rows of three or four; `pair` shows «до» and «после» side by side, large. */
export function Photos({ pair, children }: { pair?: boolean; children: ReactNode }) {
  return <div className={pair ? css.pair : css.grid}>{children}</div>
}

type TileProps = {
  src: string
  alt: string
  /** On the photo: «до», «После, 17:31». */
  word?: string | undefined
  /** Seen as soon as the page opens: fetched without waiting to be scrolled to. */
  first?: boolean
  /** Still on the phone only. */
  kept?: boolean
  onOpen?: (() => void) | undefined
  onDrop?: (() => void) | undefined
}

/** A photo. Its place is kept while it loads. */
export function PhotoTile({ src, alt, word, first, kept, onOpen, onDrop }: TileProps) {
  const photo = <img src={src} alt={alt} loading={first ? 'eager' : 'lazy'} decoding="async" />
  return (
    <span className={css.tile}>
      {onOpen ? (
        <button type="button" onClick={onOpen}>
          {photo}
        </button>
      ) : (
        photo
      )}
      {(word || kept) && (
        <span className={css.word}>
          {kept && <IconDeviceMobile size={14} stroke={1.75} aria-label={t('net.on_phone')} />}
          {word}
        </span>
      )}
      {onDrop && (
        <button type="button" className={css.drop} aria-label={t('photo.drop')} onClick={onDrop}>
          <i>
            <IconX size={14} stroke={2} />
          </i>
        </button>
      )}
    </span>
  )
}

type AddProps = {
  label?: string | undefined
  /** Straight into the camera; without it the phone offers its gallery as well. */
  camera?: boolean
  quiet?: boolean
  wide?: boolean
  onFiles: (files: File[]) => void
}

/** The place where a photo is taken: «Снять «после»». */
export function AddPhoto({ label, camera, quiet, wide, onFiles }: AddProps) {
  return (
    <label className={cx(css.add, quiet && css.quiet, wide && css.wide)}>
      <IconCamera size={22} stroke={1.75} aria-hidden="true" />
      {label}
      <input
        type="file"
        accept="image/*"
        multiple={!camera}
        aria-label={label ?? t('photo.add')}
        {...(camera && { capture: 'environment' })}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          // The same photo may be chosen again.
          event.target.value = ''
          if (files.length > 0) onFiles(files)
        }}
      />
    </label>
  )
}
