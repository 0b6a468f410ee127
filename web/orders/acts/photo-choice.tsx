import { IconEye, IconEyeOff } from '@tabler/icons-react'
import type { Photo } from '#contract/tasks.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import css from './acts.module.css'

type Props = { photos: Photo[]; chosen: ReadonlySet<string>; onToggle: (file_id: string) => void }

/** Which photos the customer will see; a press takes one in or out. */
export function PhotoChoice({ photos, chosen, onToggle }: Props) {
  if (photos.length === 0) return <p className={css.quiet}>{t('send.no_photos')}</p>
  return (
    <fieldset className={css.photos}>
      <legend>{t('send.photos', { n: chosen.size, all: photos.length })}</legend>
      {photos.map(({ file, stage, by }) => {
        const on = chosen.has(file.id)
        return (
          <button
            key={file.id}
            type="button"
            aria-pressed={on}
            className={cx(css.photo, on && css.shown)}
            title={t(on ? 'photo.hide' : 'photo.show')}
            onClick={() => onToggle(file.id)}
          >
            <img
              src={`/api/files/${file.id}?w=320`}
              alt={t('photo.named', { stage: t(`photo.${stage}`), name: by.name })}
            />
            <span>
              {on ? (
                <IconEye size={14} stroke={1.75} aria-hidden="true" />
              ) : (
                <IconEyeOff size={14} stroke={1.75} aria-hidden="true" />
              )}
              {t(`photo.${stage}`)}
            </span>
          </button>
        )
      })}
    </fieldset>
  )
}
