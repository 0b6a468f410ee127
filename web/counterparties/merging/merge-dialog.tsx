import { useState } from 'react'
import { IconArrowsExchange } from '@tabler/icons-react'
import {
  mergeParties,
  type PartyCard,
  type PartyKind,
  type PartyPreview,
  previewPartyMerge,
  undoPartyMerge,
} from '#contract/parties/doubles.ts'
import css from '#web/people/doubles/doubles.module.css'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { count } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { Notice, ProblemNote, RowBones } from '#web/ui/state.tsx'
import { type Chosen, Differences } from './differences.tsx'
import { FindOther } from './find-other.tsx'

export type Who = { id: string; name: string }
type Props = { kind: PartyKind; kept: Who; gone?: Who; onClose: () => void; onMerged?: (who: Who) => void }

/** Makes one of two cards: which is the other, what differs, what goes over; in one step, which can be taken back. */
export function MergeDialog({ kind, kept: first, gone: second, onClose, onMerged }: Props) {
  const [kept, setKept] = useState(first)
  const [gone, setGone] = useState<Who | null>(second ?? null)
  const [chosen, setChosen] = useState<Chosen>(new Map())
  const asked = { kind, card_id: kept.id, gone_id: gone?.id ?? '' }
  const preview = useMaybe(previewPartyMerge, asked, gone !== null)
  const undo = useCall(undoPartyMerge)
  const go = useCall(mergeParties, {
    inline: true,
    onSuccess: ({ id, name, merge_id }) => {
      toast(t('merging.done', { name }), () => undo.mutate({ merge_id }))
      onMerged?.({ id, name })
      onClose()
    },
  })
  const swap = () => {
    if (!gone) return
    setKept(gone)
    setGone(kept)
    setChosen(new Map())
  }
  const undecided = Boolean(preview?.tax_numbers) && !chosen.has('tax_number')
  const submit = () => {
    if (!preview || undecided) return
    const number = chosen.get('tax_number')
    go.mutate({
      ...asked,
      from_gone: [...chosen].flatMap(([field, of]) => (of === 'gone' && field !== 'tax_number' ? [field] : [])),
      ...(number && { tax_number: number }),
      kept_version: preview.kept.version,
      gone_version: preview.gone.version,
    })
  }
  return (
    <Dialog
      wide
      title={t(`merging.title.${kind}`)}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button
            type="submit"
            variant="primary"
            busy={go.isPending}
            disabled={preview?.can.merge !== null || undecided}
          >
            {t('double.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p className={css.lead}>{t('merging.lead')}</p>
        {!gone && <FindOther kind={kind} of={kept} onChosen={setGone} />}
        {gone && !preview && <RowBones rows={6} />}
        {preview && <Two {...{ kind, preview, chosen }} onChoose={setChosen} onSwap={swap} />}
        <ProblemNote error={go.error} />
      </div>
    </Dialog>
  )
}

type TwoProps = {
  kind: PartyKind
  preview: PartyPreview
  chosen: Chosen
  onChoose: (chosen: Chosen) => void
  onSwap: () => void
}

/** Both cards: why they cannot be one, or what differs in them and what goes over. */
function Two({ kind, preview, chosen, onChoose, onSwap }: TwoProps) {
  const { merge: refusal } = preview.can
  return (
    <>
      <Cards preview={preview} onSwap={onSwap} />
      {refusal ? (
        <Notice>
          <Reason code={refusal.code} facts={refusal.facts} />
        </Notice>
      ) : (
        <>
          <Differences {...{ kind, preview, chosen, onChoose }} />
          <WhatHappens kind={kind} preview={preview} />
        </>
      )}
    </>
  )
}

function Cards({ preview: { kept, gone }, onSwap }: { preview: PartyPreview; onSwap: () => void }) {
  return (
    <div className={css.cards}>
      <Card about={t('double.stays')} card={kept} />
      <IconButton label={t('double.swap')} icon={<IconArrowsExchange size={16} stroke={1.75} />} onClick={onSwap} />
      <Card about={t('double.goes')} card={gone} />
    </div>
  )
}

function Card({ about, card: { name, detail, counterparty } }: { about: string; card: PartyCard }) {
  return (
    <div className={css.card}>
      <small>{about}</small>
      <b>{name}</b>
      <small>{[counterparty?.name, detail].filter(Boolean).join(' · ')}</small>
    </div>
  )
}

/** What goes over in numbers, and in plain words what is joined and what stays as it was. */
function WhatHappens({ kind, preview: { moves, same_sites } }: { kind: PartyKind; preview: PartyPreview }) {
  const papers = moves.some(({ group }) => group === 'documents')
  return (
    <section>
      <h3 className={css.heading}>{t('double.moves')}</h3>
      {moves.length === 0 && <p className={css.lead}>{t('double.moves_nothing')}</p>}
      <dl className={css.moves}>
        {moves.map(({ group, count: n }) => (
          <div key={group}>
            <dt>{t(`merging.group.${group}`)}</dt>
            <dd>{count(n)}</dd>
          </div>
        ))}
      </dl>
      <ul className={css.notes}>
        {same_sites > 0 && <li>{t('merging.same_sites', { n: same_sites })}</li>}
        {papers && <li>{t('merging.documents_stay')}</li>}
        {kind === 'counterparty' && <li>{t('merging.old_links')}</li>}
      </ul>
    </section>
  )
}
