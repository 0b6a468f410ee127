import { useState } from 'react'
import { IconCheck, IconChevronRight } from '@tabler/icons-react'
import type { Purchase } from '#contract/portal.ts'
import { clock, listed } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Avatars } from '#web/ui/person.tsx'
import { Card } from '#web/ui/phone/card.tsx'
import { Photos, PhotoTile } from '#web/ui/phone/photo.tsx'
import { fileUrl } from './link.ts'
import css from './portal.module.css'

export type Round = Purchase['rounds'][number]
type Photo = Round['photos'][number]

/** What was done: photos first, then the points, then who. */
export function ResultCards({ round }: { round: Round }) {
  const [all, setAll] = useState(false)
  const [open, setOpen] = useState<string | null>(null)
  const first = all ? round.photos : firstPair(round.photos)
  return (
    <>
      {first.length > 0 && (
        <Photos pair>
          {first.map((photo) => (
            <PhotoTile
              key={photo.file_id}
              src={fileUrl(photo.file_id, 800)}
              alt={wordOf(photo)}
              word={wordOf(photo)}
              first={!all}
              onOpen={() => setOpen(photo.file_id)}
            />
          ))}
        </Photos>
      )}
      <Card label={t('portal.what_done')}>
        <ul className={css.points}>
          {points(round.summary).map((point) => (
            <li key={point}>
              <IconCheck size={18} stroke={1.75} aria-hidden="true" />
              {point}
            </li>
          ))}
        </ul>
        {!all && round.photos.length > first.length && (
          <button type="button" className={css.more} onClick={() => setAll(true)}>
            {t('portal.all_photos', { n: round.photos.length })}
            <IconChevronRight size={16} stroke={1.75} aria-hidden="true" />
          </button>
        )}
      </Card>
      {round.workers.length > 0 && <Workers workers={round.workers} />}
      {open && (
        <button type="button" className={css.viewer} aria-label={t('do.close')} onClick={() => setOpen(null)}>
          <img src={fileUrl(open, 1600)} alt="" />
        </button>
      )}
    </>
  )
}

/** The story in two pictures: before and after. */
function firstPair(photos: Photo[]): Photo[] {
  const before = photos.find(({ stage }) => stage === 'before')
  const after = photos.findLast(({ stage }) => stage === 'after')
  return before && after ? [before, after] : photos.slice(0, 2)
}

const wordOf = ({ stage, taken_at }: Photo): string =>
  t('portal.photo_at', { stage: t(`portal.stage_${stage}`), time: clock(taken_at) })

const points = (summary: string): string[] =>
  summary
    .split('\n')
    .map((line) => line.replace(/^[-–—•*]\s*/, '').trim())
    .filter(Boolean)

function Workers({ workers }: { workers: Round['workers'] }) {
  const trades = [...new Set(workers.flatMap(({ trade }) => (trade ? [trade.toLowerCase()] : [])))]
  return (
    <Card>
      <div className={css.workers}>
        <Avatars people={workers.map(({ name }) => ({ id: name, name }))} size={40} />
        <div>
          {listed(workers.map(({ name }) => name))}
          {trades.length > 0 && <small>{trades.join(', ')}</small>}
        </div>
      </div>
    </Card>
  )
}
