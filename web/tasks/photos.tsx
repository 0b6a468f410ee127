import { IconEye, IconEyeOff } from '@tabler/icons-react'
import { type Photo, showPhoto, type Task } from '#contract/tasks.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { cx } from '#web/ui/cx.ts'
import { Section } from '#web/ui/rows.tsx'
import css from './tasks.module.css'

/** Photos before and after; each can be shown to the customer or kept inside. */
export function Photos({ task }: { task: Task }) {
  const { photos, photos_before, photos_after } = task
  if (photos.length === 0 && photos_before + photos_after === 0) return null
  const n = (stage: Photo['stage']) => photos.filter((photo) => photo.stage === stage).length
  const need = photos_before + photos_after > 0
  return (
    <Section
      title={t('task.photos')}
      aside={
        need &&
        t('task.photos_need', {
          before: n('before'),
          of_before: photos_before,
          after: n('after'),
          of_after: photos_after,
        })
      }
    >
      <div className={css.photos}>
        {photos.map((photo) => (
          <Shot key={photo.file.id} photo={photo} task={task} />
        ))}
      </div>
    </Section>
  )
}

function Shot({ photo: { file, stage, by, for_customer, created_at }, task }: { photo: Photo; task: Task }) {
  const show = useCall(showPhoto)
  const shown = show.isPending ? show.variables.for_customer : for_customer
  const Icon = shown ? IconEye : IconEyeOff
  return (
    <figure className={css.shot}>
      <a href={`/api/files/${file.id}`} target="_blank" rel="noreferrer">
        <img
          src={`/api/files/${file.id}?w=320`}
          alt={t('photo.named', { stage: t(`photo.${stage}`), name: by.name })}
          title={moment(created_at)}
          loading="lazy"
        />
        <span className={css.stage}>{t(`photo.${stage}`)}</span>
      </a>
      <button
        type="button"
        className={cx(css.eye, shown && css.seen)}
        aria-pressed={shown}
        disabled={task.can.change !== null && task.state !== 'closed'}
        onClick={() => show.mutate({ task_id: task.id, file_id: file.id, for_customer: !shown })}
      >
        <Icon size={14} stroke={1.75} aria-hidden="true" />
        {t(shown ? 'photo.shown' : 'photo.inside')}
      </button>
    </figure>
  )
}
