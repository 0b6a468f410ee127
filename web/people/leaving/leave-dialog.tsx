import { useState } from 'react'
import { leave, type LeavingPreview, previewLeaving } from '#contract/leaving.ts'
import type { Member } from '#contract/people.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Reason } from '#web/ui/reason.tsx'
import { Notice, ProblemNote, RowBones } from '#web/ui/state.tsx'
import { PersonSelect } from '../person-select.tsx'
import { EndsLine } from './ends-line.tsx'
import { HeldList } from './held-list.tsx'
import { useHeirs } from './heirs.ts'
import { LeftSummary } from './left-summary.tsx'
import css from './leaving.module.css'

type Props = { member: Pick<Member, 'id' | 'name' | 'kind'>; onClose: () => void }

/** Lets a person go: what he holds and to whom it goes, what ends; then, in plain words, what was done. */
export function LeaveDialog({ member, onClose }: Props) {
  const { id: member_id, name, kind } = member
  const preview = useMaybe(previewLeaving, { member_id })
  const heirs = useHeirs(preview)
  // What was there when the step was refused was looked at already; the rest has come since.
  const [seen, setSeen] = useState<ReadonlySet<string> | null>(null)
  const go = useCall(leave, { inline: true })
  if (go.data) return <LeftSummary done={go.data} kind={kind} onClose={onClose} />

  const submit = () => {
    if (!preview) return
    setSeen(idsIn(preview))
    const held = preview.held.map(({ group, things }) => ({
      group,
      ids: things.map(({ id }) => id),
      to_id: heirs.heirOf(group)?.id ?? null,
    }))
    go.mutate({ member_id, held })
  }
  const ready = preview?.can.leave === null && preview.held.every((one) => one.optional || heirs.heirOf(one.group))
  return (
    <Dialog
      wide
      title={t(`leave.title.${kind}`, { name })}
      onClose={onClose}
      onSubmit={submit}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="danger" busy={go.isPending} disabled={!ready}>
            {t(`leave.submit.${kind}`)}
          </Button>
        </>
      }
    >
      {preview ? (
        <div className={css.fields}>
          <Lead preview={preview} heirs={heirs} />
          <HeldList {...{ preview, heirs, seen }} />
          <EndsLine ends={preview.ends} />
          <ProblemNote error={go.error} />
        </div>
      ) : (
        <RowBones rows={6} />
      )}
    </Dialog>
  )
}

const idsIn = ({ held }: LeavingPreview) =>
  new Set(held.flatMap(({ group, things }) => things.map(({ id }) => `${group} ${id}`)))

type LeadProps = { preview: LeavingPreview; heirs: ReturnType<typeof useHeirs> }

function Lead({ preview, heirs }: LeadProps) {
  const { member, held, can } = preview
  const several = held.filter(({ group }) => group !== 'work').length > 1
  return (
    <>
      {can.leave && (
        <Notice>
          <Reason code={can.leave.code} facts={can.leave.facts} />
        </Notice>
      )}
      <p className={css.lead}>{t('leave.lead')}</p>
      {several && (
        <PersonSelect
          label={t('leave.all_to')}
          description={t('leave.all_to_hint')}
          value={heirs.all?.id ?? null}
          known={heirs.all}
          except={new Set([member.id])}
          onChange={(_, who) => heirs.chooseForAll(who)}
        />
      )}
    </>
  )
}
