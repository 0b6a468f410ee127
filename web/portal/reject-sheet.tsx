import { useState } from 'react'
import { type Purchase, rejectWork } from '#contract/portal.ts'
import { useCall } from '#web/platform/ask.ts'
import { Problem } from '#web/platform/problem.ts'
import { upload } from '#web/platform/upload.ts'
import { t } from '#web/platform/words.ts'
import { BigButton } from '#web/ui/phone/big-button.tsx'
import { Choices, PhoneField } from '#web/ui/phone/card.tsx'
import { AddPhoto, Photos, PhotoTile } from '#web/ui/phone/photo.tsx'
import { Sheet } from '#web/ui/phone/sheet.tsx'
import { link_id, useShow } from './link.ts'
import type { Round } from './result-cards.tsx'
import css from './portal.module.css'

const REASONS = ['quality', 'volume', 'deadline', 'price', 'other'] as const
type Reason = (typeof REASONS)[number]
type Props = { purchase: Purchase; round: Round; onClose: () => void }

/** «Что не так?»: a reason, words, photos; red only at the very end. */
export function RejectSheet({ purchase, round, onClose }: Props) {
  const [reason, setReason] = useState<Reason | null>(null)
  const [unasked, setUnasked] = useState(false)
  const [words, setWords] = useState('')
  const photos = usePhotos()
  const show = useShow()
  const reject = useCall(rejectWork, {
    inline: true,
    onSuccess: (decided) => {
      show(decided)
      onClose()
    },
  })
  const choices = REASONS.map((id) => ({
    id,
    name: t(`portal.reason_${id}`),
    about: t(`portal.reason_${id}_about`),
  }))
  const send = () => {
    setUnasked(!reason)
    if (!reason) return
    const said = words.trim() && { words: words.trim() }
    reject.mutate({ link_id, round_id: round.id, reason, ...said, photo_ids: photos.kept.map(({ id }) => id) })
  }
  // Words that are there now answer the complaint that there were none.
  const lacking = reject.error?.fields['words']
  const note = photos.wrong ?? (lacking ? undefined : reject.error?.words)
  return (
    <Sheet
      title={t('portal.reject_title')}
      about={t('portal.reject_about', { name: purchase.responsible.name })}
      onClose={onClose}
    >
      <Choices label={t('portal.reject_title')} choices={choices} at={reason} onChoose={setReason} />
      {unasked && !reason && (
        <p className={css.wrong} role="alert">
          {t('round.reason_required')}
        </p>
      )}
      <PhoneField
        label={t('portal.reject_words')}
        value={words}
        onChange={setWords}
        error={words.trim() ? undefined : lacking}
        note={note}
      />
      <Photos>
        {photos.kept.map(({ id, src }) => (
          <PhotoTile key={id} src={src} alt={t('portal.stage_other')} onDrop={() => photos.drop(id)} />
        ))}
        <AddPhoto quiet onFiles={photos.add} />
      </Photos>
      <p className={css.quiet}>{t('portal.reject_photo')}</p>
      <BigButton variant="danger" busy={reject.isPending || photos.busy} onClick={send}>
        {t('portal.reject_send')}
      </BigButton>
    </Sheet>
  )
}

/** Photos on their way: shown from the phone, for the server shows nothing that was not said yet. */
function usePhotos() {
  const [kept, setKept] = useState<{ id: string; src: string }[]>([])
  const [busy, setBusy] = useState(false)
  const [wrong, setWrong] = useState<string>()
  const add = async (files: File[]) => {
    setBusy(true)
    setWrong(undefined)
    try {
      for (const file of files) {
        const stored = await upload(`/api/portal/${link_id}/files`, file)
        const src = URL.createObjectURL(file)
        setKept((all) => [...all, { id: stored.id, src }])
      }
    } catch (error) {
      if (!(error instanceof Problem)) throw error
      setWrong(error.words)
    } finally {
      setBusy(false)
    }
  }
  return {
    kept,
    busy,
    wrong,
    add: (files: File[]) => void add(files),
    drop: (id: string) => setKept((all) => all.filter((one) => one.id !== id)),
  }
}
