import { useState } from 'react'
import { IconArrowsExchange } from '@tabler/icons-react'
import { merge, type MergeCard, type MergeField, type MergePreview, previewMerge } from '#contract/doubles.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Chip } from '#web/ui/chip.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Person } from '#web/ui/person.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { Notice, ProblemNote, RowBones } from '#web/ui/state.tsx'
import { differs, Differences } from './differences.tsx'
import { FindDouble } from './find-double.tsx'
import { WhatHappens } from './what-happens.tsx'
import css from './doubles.module.css'

type Who = { id: string; name: string }
type Props = { kept: Who; gone?: Who; onClose: () => void; onMerged?: (who: Who) => void }

/** Makes one of two cards of one person: which is the other, what differs, what goes over; then in one step. */
export function MergeDialog({ kept: first, gone: second, onClose, onMerged }: Props) {
  const [kept, setKept] = useState(first)
  const [gone, setGone] = useState<Who | null>(second ?? null)
  const [picked, setPicked] = useState<ReadonlySet<MergeField>>(new Set())
  const asked = { member_id: kept.id, gone_id: gone?.id ?? '' }
  const preview = useMaybe(previewMerge, asked, gone !== null)
  const from_gone = preview ? chosenIn(preview, picked) : picked
  const go = useCall(merge, {
    inline: true,
    onSuccess: ({ member }) => {
      toast(t('double.done', { name: member.name }))
      onMerged?.(member)
      onClose()
    },
  })
  const swap = () => {
    if (!gone) return
    setKept(gone)
    setGone(kept)
    setPicked(new Set())
  }
  const submit = () => {
    if (!preview) return
    const versions = { kept_version: preview.kept.version, gone_version: preview.gone.version }
    go.mutate({ ...asked, from_gone: [...from_gone], ...versions })
  }
  return (
    <Dialog
      wide
      title={t('double.title')}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={go.isPending} disabled={preview?.can.merge !== null}>
            {t('double.submit')}
          </Button>
        </>
      }
    >
      <div className={css.fields}>
        <p className={css.lead}>{t('double.lead')}</p>
        {!gone && <FindDouble of={kept} onChosen={setGone} />}
        {gone && !preview && <RowBones rows={6} />}
        {preview && <Cards preview={preview} onSwap={swap} />}
        {preview?.can.merge && (
          <Notice>
            <Reason code={preview.can.merge.code} facts={preview.can.merge.facts} />
          </Notice>
        )}
        {preview?.can.merge === null && (
          <>
            <Differences preview={preview} from_gone={from_gone} onPick={setPicked} />
            <WhatHappens preview={preview} from_gone={from_gone} />
          </>
        )}
        <ProblemNote error={go.error} />
      </div>
    </Dialog>
  )
}

/** What was picked; and where one of two cannot be taken, the other. */
function chosenIn({ choices }: MergePreview, picked: ReadonlySet<MergeField>): ReadonlySet<MergeField> {
  const chosen = choices.filter((one) => {
    if (!differs(one)) return false
    return one.kept?.refused ? !one.gone?.refused : picked.has(one.field) && !one.gone?.refused
  })
  return new Set(chosen.map(({ field }) => field))
}

function Cards({ preview: { kept, gone }, onSwap }: { preview: MergePreview; onSwap: () => void }) {
  return (
    <div className={css.cards}>
      <Card about={t('double.stays')} card={kept} />
      <IconButton label={t('double.swap')} icon={<IconArrowsExchange size={16} stroke={1.75} />} onClick={onSwap} />
      <Card about={t('double.goes')} card={gone} />
    </div>
  )
}

function Card({ about, card }: { about: string; card: MergeCard }) {
  return (
    <div className={css.card}>
      <small>{about}</small>
      <Person who={card} />
      <span className={css.role}>
        {t(`role.${card.role}`)}
        {card.state !== 'active' && <Chip>{t(`member_state.${card.state}`)}</Chip>}
      </span>
    </div>
  )
}
