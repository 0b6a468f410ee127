import { useState } from 'react'
import { listPartyMerges, type PartyMerge, undoPartyMerge } from '#contract/parties/doubles.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { ago, day } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import css from './merging.module.css'

/** What was merged into this counterparty and its contacts, as long as it can be undone. */
export function MergedCards({ counterparty_id }: { counterparty_id: string }) {
  const rows = useMaybe(listPartyMerges, { kind: 'counterparty', card_id: counterparty_id })?.rows ?? []
  const [asked, setAsked] = useState<PartyMerge | null>(null)
  if (rows.length === 0) return null
  return (
    <Section title={t('merging.recent')}>
      <ul className={css.merged}>
        {rows.map((merge) => (
          <li key={merge.id}>
            <span className={css.pair}>
              {merge.kind === 'contact'
                ? t('merging.was_contact', { ago: ago(merge.at), gone: merge.gone.name, kept: merge.kept.name })
                : t('merging.was', { ago: ago(merge.at), gone: merge.gone.name })}
              <small>
                {[merge.by?.name, t('merging.until', { day: day(merge.until) })].filter(Boolean).join(' · ')}
              </small>
            </span>
            <Button
              size="sm"
              aria-label={t('merging.undo_of', { gone: merge.gone.name })}
              onClick={() => setAsked(merge)}
            >
              {t('merging.undo')}
            </Button>
          </li>
        ))}
      </ul>
      {asked && <UndoDialog merge={asked} onClose={() => setAsked(null)} />}
    </Section>
  )
}

/** Asks before two cards are made of one: what goes back and what stays. */
export function UndoDialog({ merge: { id, kept, gone }, onClose }: { merge: PartyMerge; onClose: () => void }) {
  const undo = useCall(undoPartyMerge, {
    inline: true,
    onSuccess: (now) => {
      toast(t('merging.undone', { kept: now.kept.name, gone: now.gone.name }))
      onClose()
    },
  })
  return (
    <Dialog
      title={t('merging.undo_title', { gone: gone.name })}
      onClose={onClose}
      onSubmit={() => undo.mutate({ merge_id: id })}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={undo.isPending}>
            {t('merging.undo')}
          </Button>
        </>
      }
    >
      <p>{t('merging.undo_lead', { kept: kept.name })}</p>
      <ProblemNote error={undo.error} />
    </Dialog>
  )
}
