import { useState } from 'react'
import { Checkbox, Textarea } from '@mantine/core'
import { type Absence, type AbsenceKind, addAbsence, changeAbsence } from '#contract/time/absences.ts'
import { getMember } from '#contract/people.ts'
import { useMe } from '#web/app/me.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { ClockField } from '#web/ui/fields/clock-field.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { PersonSelect } from '../person-select.tsx'
import { Touched } from './touched.tsx'
import css from './absences.module.css'

const KINDS = ['vacation', 'illness', 'day_off', 'other'] as const
type Props = { one: Absence | null; member?: string | undefined; onClose: () => void }
type Draft = {
  kind: AbsenceKind
  from_day: string | null
  to_day: string | null
  part: boolean
  from_time: string
  to_time: string
  note: string
}

const draftOf = (one: Absence | null): Draft => ({
  kind: one?.kind ?? 'vacation',
  from_day: one?.from_day ?? today(),
  to_day: one?.to_day ?? null,
  part: Boolean(one?.from_time),
  from_time: one?.from_time ?? '09:00',
  to_time: one?.to_time ?? '13:00',
  note: one?.note ?? '',
})

/** What is sent: without a last day it is one day; hours only of a part of one day. */
function saidIn({ kind, from_day, to_day, part, from_time, to_time, note }: Draft) {
  if (!from_day) return null
  const day = part ? from_day : (to_day ?? from_day)
  const times = part ? { from_time, to_time } : { from_time: null, to_time: null }
  return { kind, from_day, to_day: day, ...times, note: note.trim() || null }
}

/** Enters or asks for what is new, changes what is there; either way it says what came of it. */
function useSaving(one: Absence | null, onClose: () => void) {
  const over = (words: string) => {
    toast(words)
    onClose()
  }
  const add = useCall(addAbsence, {
    inline: true,
    onSuccess: ({ state }) => over(t(state === 'asked' ? 'absences.asked' : 'absences.entered')),
  })
  const change = useCall(changeAbsence, { inline: true, onSuccess: () => over(t('absences.saved')) })
  const save = (said: NonNullable<ReturnType<typeof saidIn>>, member_id: string | null, deputy_id: string | null) => {
    if (one) change.mutate({ absence_id: one.id, version: one.version, ...said })
    else if (member_id) add.mutate({ member_id, ...said, ...(deputy_id && { deputy_id }) })
  }
  return { save, error: add.error ?? change.error, busy: add.isPending || change.isPending }
}

/** An absence to enter, to ask for, or to change; what it touches is told before (LOAD-7). */
export function AbsenceForm({ one, member, onClose }: Props) {
  const { member: me } = useMe()
  const [who, setWho] = useState<string | null>(one?.member.id ?? member ?? me?.id ?? null)
  const [deputy_id, setDeputy] = useState<string | null>(null)
  const [draft, setDraft] = useState(() => draftOf(one))
  const { save, error, busy } = useSaving(one, onClose)
  const said = saidIn(draft)
  return (
    <Dialog
      title={t(one ? 'absences.change' : 'absences.add')}
      onClose={onClose}
      onSubmit={() => said && save(said, who, deputy_id)}
      foot={
        <Button type="submit" variant="primary" busy={busy}>
          {t('do.save')}
        </Button>
      }
    >
      <div className={css.form}>
        {!one && <WhoField who={who} onChange={setWho} />}
        <Fields draft={draft} put={(part) => setDraft((now) => ({ ...now, ...part }))} errors={error?.fields ?? {}} />
        {!one && who && <DeputyField key={who} of={who} value={deputy_id} onChange={setDeputy} />}
        {who && said && <Touched member_id={who} from_day={said.from_day} to_day={said.to_day} />}
        <ProblemNote error={error} />
      </div>
    </Dialog>
  )
}

/** Whose absence it is: oneself unless said otherwise. */
function WhoField({ who, onChange }: { who: string | null; onChange: (id: string | null) => void }) {
  const { member: me } = useMe()
  return (
    <PersonSelect
      anybody
      fits={({ can }) => can.absence === null}
      label={t('absences.who')}
      value={who}
      known={me && who === me.id ? me : null}
      onChange={onChange}
    />
  )
}

type FieldsProps = { draft: Draft; put: (part: Partial<Draft>) => void; errors: Record<string, string | undefined> }

function Fields({ draft, put, errors }: FieldsProps) {
  const { kind, from_day, to_day, part, from_time, to_time, note } = draft
  return (
    <>
      <Segments
        label={t('absences.kind')}
        tabs={KINDS.map((id) => ({ id, name: t(`absences.kind.${id}`) }))}
        at={kind}
        onGo={(next) => put({ kind: next })}
      />
      <div className={css.two}>
        <WhenField
          only_day
          label={t('absences.from')}
          value={from_day}
          onChange={(next) => put({ from_day: next })}
          error={errors['from_day'] ?? (from_day ? undefined : t('field.required'))}
        />
        {!part && (
          <WhenField
            only_day
            label={t('absences.to')}
            value={to_day}
            onChange={(next) => put({ to_day: next })}
            error={errors['to_day']}
          />
        )}
      </div>
      <Checkbox label={t('absences.part')} checked={part} onChange={(event) => put({ part: event.target.checked })} />
      {part && (
        <div className={css.two}>
          <ClockField label={t('absences.from')} value={from_time} onChange={(next) => put({ from_time: next })} />
          <ClockField label={t('absences.to')} value={to_time} onChange={(next) => put({ to_time: next })} />
        </div>
      )}
      <Textarea
        autosize
        minRows={2}
        label={t('absences.note')}
        description={t('absences.note_hint')}
        value={note}
        maxLength={1000}
        onChange={(event) => put({ note: event.target.value })}
      />
    </>
  )
}

type DeputyProps = { of: string; value: string | null; onChange: (id: string | null) => void }

/** Who acts for him in these days: of the same kind as he is. */
function DeputyField({ of, value, onChange }: DeputyProps) {
  const absent = useMaybe(getMember, { member_id: of })
  if (!absent) return null
  const { kind } = absent
  return (
    <PersonSelect
      anybody={kind === 'performer'}
      fits={(one) => one.kind === kind}
      except={new Set([of])}
      label={t('absences.deputy')}
      nobody={t('absences.deputy_none')}
      description={t(kind === 'performer' ? 'absences.deputy_hint_performer' : 'absences.deputy_hint')}
      value={value}
      onChange={onChange}
    />
  )
}
