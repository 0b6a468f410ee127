import { useState } from 'react'
import { type Absence, decideAbsence, withdrawAbsence } from '#contract/time/absences.ts'
import { useCall } from '#web/platform/ask.ts'
import { moment } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ReasonDialog } from '#web/ui/fields/reason-dialog.tsx'
import { SidePanel } from '#web/ui/over/side-panel.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { AbsenceForm } from './absence-form.tsx'
import { daysOf, KindMark, lengthOf, StateChip } from './absence-words.tsx'
import { Touched } from './touched.tsx'

type Props = { one: Absence; onClose: () => void }

/** One absence: when and why, what it touches, and what may be answered. */
export function AbsencePanel({ one, onClose }: Props) {
  const { member, state, note, reason, deputy, entered_by, entered_at, decided_by, decided_at } = one
  const by = (who: { name: string }, at: string) => t('absences.entered_by', { name: who.name, at: moment(at) })
  return (
    <SidePanel title={member.name} onClose={onClose} foot={<Acts one={one} />}>
      <Section>
        <Properties>
          <Property label={t('absences.kind')}>
            <KindMark kind={one.kind} />
          </Property>
          <Property label={t('absences.days')} hint={one.from_time ? undefined : lengthOf(one)}>
            {daysOf(one)}
          </Property>
          <Property label={t('absences.state')} hint={reason}>
            <StateChip state={state} />
          </Property>
          <Property label={t('absences.deputy')}>{deputy?.name}</Property>
          {note && <Property label={t('absences.note')}>{note}</Property>}
          <Property label={t('absences.entered_label')}>{by(entered_by, entered_at)}</Property>
          {decided_by && decided_at && (
            <Property label={t('absences.decided_label')}>{by(decided_by, decided_at)}</Property>
          )}
        </Properties>
      </Section>
      {(state === 'asked' || state === 'confirmed') && (
        <Section title={t('absences.touched')}>
          <Touched member_id={member.id} from_day={one.from_day} to_day={one.to_day} />
        </Section>
      )}
    </SidePanel>
  )
}

function Acts({ one }: { one: Absence }) {
  const { id: absence_id, can, version } = one
  const [asked, setAsked] = useState<'refuse' | 'change' | null>(null)
  const close = () => setAsked(null)
  const confirm = useCall(decideAbsence, { onSuccess: () => toast(t('absences.confirmed')) })
  const refuse = useCall(decideAbsence, {
    inline: true,
    onSuccess: () => {
      toast(t('absences.refused'))
      close()
    },
  })
  const withdraw = useCall(withdrawAbsence, { onSuccess: () => toast(t('absences.withdrawn')) })
  if (can.decide && can.change && can.withdraw) return null
  return (
    <>
      {!can.withdraw && (
        <Button variant="quiet" busy={withdraw.isPending} onClick={() => withdraw.mutate({ absence_id, version })}>
          {t('absences.withdraw')}
        </Button>
      )}
      {!can.change && <Button onClick={() => setAsked('change')}>{t('absences.change')}</Button>}
      {!can.decide && (
        <>
          <Button onClick={() => setAsked('refuse')}>{t('absences.refuse')}</Button>
          <Button
            variant="primary"
            busy={confirm.isPending}
            onClick={() => confirm.mutate({ absence_id, confirm: true, version })}
          >
            {t('absences.confirm')}
          </Button>
        </>
      )}
      {asked === 'change' && <AbsenceForm one={one} onClose={close} />}
      {asked === 'refuse' && (
        <ReasonDialog
          danger
          title={t('absences.refuse_title')}
          hint={t('absences.refuse_hint')}
          label={t('absences.reason')}
          act={t('absences.refuse')}
          busy={refuse.isPending}
          error={refuse.error}
          onAct={(reason) => refuse.mutate({ absence_id, confirm: false, reason, version })}
          onClose={close}
        />
      )}
    </>
  )
}
