import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Card } from '#web/ui/phone/card.tsx'
import { Photos, PhotoTile } from '#web/ui/phone/photo.tsx'
import { fileUrl } from './link.ts'
import type { Round } from './result-cards.tsx'
import css from './portal.module.css'

type Props = { rounds: Round[]; decided: Round | undefined }

/** Who decided what before, with the words and photos he gave: nothing of it is lost. */
export function EarlierCard({ rounds, decided }: Props) {
  const all = [...(decided ? [decided] : []), ...rounds].filter(({ decision }) => decision !== null)
  if (all.length === 0) return null
  return (
    <Card label={t('portal.rounds')}>
      {all.map(({ id, decision, by_silence, decided_by, decided_at, reason, words, rejection_photos }) => (
        <div key={id} className={css.round}>
          <b>
            {t(
              by_silence
                ? 'portal.accepted_by_silence'
                : decision === 'accepted'
                  ? 'portal.accepted_by'
                  : 'portal.rejected_by',
              {
                name: decided_by ?? '',
                day: decided_at ? moment(decided_at) : '',
              },
            )}
          </b>
          {(reason || words) && (
            <p className={css.text}>{[reason && t(`portal.reason_${reason}`), words].filter(Boolean).join(': ')}</p>
          )}
          {rejection_photos.length > 0 && (
            <Photos>
              {rejection_photos.map(({ file_id }) => (
                <PhotoTile key={file_id} src={fileUrl(file_id, 400)} alt={t('portal.stage_other')} />
              ))}
            </Photos>
          )}
        </div>
      ))}
    </Card>
  )
}
