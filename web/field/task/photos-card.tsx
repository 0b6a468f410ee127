import { useState } from 'react'
import { useQueryClient } from '@tanstack/react-query'
import { addPhoto, type Task } from '#contract/tasks.ts'
import { call } from '#web/platform/call.ts'
import { Problem } from '#web/platform/problem.ts'
import { upload } from '#web/platform/upload.ts'
import { t } from '#web/platform/words.ts'
import { Card } from '#web/ui/phone/card.tsx'
import { AddPhoto, Photos, PhotoTile } from '#web/ui/phone/photo.tsx'
import { sayRefused } from '../refused.tsx'
import css from '../field.module.css'

type Stage = 'before' | 'after' | 'other'
type Sending = { key: string; src: string; stage: Stage }

/** Photos before and after the work: the camera is one tap away, and a photo shows at once while it is being sent. */
export function PhotosCard({ task }: { task: Task }) {
  const [shown, setShown] = useState<string | null>(null)
  const { sending, send } = useSending(task.id)
  const count = (stage: Stage) => task.photos.filter((photo) => photo.stage === stage).length
  const before = count('before')
  const after = count('after')
  const need = task.photos_before + task.photos_after > 0
  const wanted: Stage = before < task.photos_before ? 'before' : after < task.photos_after ? 'after' : 'other'
  const numbers = { before, before_need: task.photos_before, after, after_need: task.photos_after }
  if (task.can.log_time && task.photos.length === 0) return null
  return (
    <Card label={t('field.photos')} end={need ? t('field.photos_need', numbers) : undefined}>
      <div id="photos">
        <Photos>
          {task.photos.map(({ file, stage }) => (
            <PhotoTile
              key={file.id}
              src={`/api/files/${file.id}?w=400`}
              alt={t(`field.stage_${stage}`)}
              word={t(`field.stage_${stage}`)}
              onOpen={() => setShown(file.id)}
            />
          ))}
          {sending.map(({ key, src, stage }) => (
            <PhotoTile key={key} src={src} alt={t(`field.stage_${stage}`)} word={t(`field.stage_${stage}`)} kept />
          ))}
          {!task.can.log_time && (
            <AddPhoto camera label={t(`field.photo_${wanted}`)} onFiles={(files) => send(files, wanted)} />
          )}
        </Photos>
      </div>
      {shown && (
        <button type="button" className={css.viewer} aria-label={t('do.close')} onClick={() => setShown(null)}>
          <img src={`/api/files/${shown}?w=1600`} alt="" />
        </button>
      )}
    </Card>
  )
}

function useSending(task_id: string) {
  const client = useQueryClient()
  const [sending, setSending] = useState<Sending[]>([])
  const sendOne = async (file: File, stage: Stage) => {
    const one = { key: crypto.randomUUID(), src: URL.createObjectURL(file), stage }
    setSending((all) => [...all, one])
    try {
      const stored = await upload('/api/files', file)
      await call(addPhoto, { task_id, file_id: stored.id, stage })
      await client.invalidateQueries()
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      sayRefused(error)
    } finally {
      setSending((all) => all.filter(({ key }) => key !== one.key))
      URL.revokeObjectURL(one.src)
    }
  }
  return { sending, send: (files: File[], stage: Stage) => files.forEach((file) => void sendOne(file, stage)) }
}
