import { Suspense, useState } from 'react'
import { Select, Textarea } from '@mantine/core'
import { changeCounterparty, type CounterpartyCard } from '#contract/counterparties.ts'
import { listMembers } from '#contract/people.ts'
import { useCall, useMaybeList } from '#web/platform/ask.ts'
import { go } from '#web/platform/route.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { Properties, Property, Section } from '#web/ui/rows.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { MergeButton } from './merging/lazily.ts'
import { type Sides, SidesField, sideName } from './sides.tsx'
import css from './counterparties.module.css'

/** Who it is, who answers for it in the company, and a note for the staff. */
export function PropertiesSection({ card }: { card: CounterpartyCard }) {
  const [changing, setChanging] = useState(false)
  return (
    <Section
      title={t('counterparty.properties')}
      end={
        !card.can.change && (
          <Button size="sm" onClick={() => setChanging(true)}>
            {t('do.change')}
          </Button>
        )
      }
    >
      <Properties>
        <Property label={t('counterparty.kind')}>{t(`counterparty.kind.${card.kind}`)}</Property>
        <Property label={t('counterparty.side')}>{sideName(card)}</Property>
        <Property label={t('counterparty.responsible')}>{card.responsible?.name}</Property>
        <Property label={t('counterparty.note')}>{card.note && <span className={css.note}>{card.note}</span>}</Property>
      </Properties>
      {!card.can.change && (
        <Suspense>
          <MergeButton
            kind="counterparty"
            of={card}
            onMerged={({ id }) => id !== card.id && go(`/counterparties/${id}`, { replace: true })}
          />
        </Suspense>
      )}
      {changing && <PropertiesForm card={card} onClose={() => setChanging(false)} />}
    </Section>
  )
}

function PropertiesForm({ card, onClose }: { card: CounterpartyCard; onClose: () => void }) {
  const [kind, setKind] = useState(card.kind)
  const [responsible_id, setResponsible] = useState(card.responsible?.id ?? null)
  const [sides, setSides] = useState<Sides>(card)
  const [note, setNote] = useState(card.note ?? '')
  const { rows } = useMaybeList(listMembers, { kind: 'staff' })
  const change = useCall(changeCounterparty, { inline: true, onSuccess: onClose })
  const send = () =>
    change.mutate({
      counterparty_id: card.id,
      version: card.version,
      kind,
      is_customer: sides.is_customer,
      is_supplier: sides.is_supplier,
      responsible_id,
      note: note.trim() || null,
    })
  return (
    <Dialog
      title={t('counterparty.properties')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.dialogForm}>
        <Select
          label={t('counterparty.kind')}
          data={(['organisation', 'person'] as const).map((value) => ({
            value,
            label: t(`counterparty.kind.${value}`),
          }))}
          value={kind}
          onChange={(next) => next && setKind(next)}
        />
        <SidesField sides={sides} onChange={setSides} error={change.error?.fields['is_customer']} />
        <Select
          label={t('counterparty.responsible')}
          clearable
          placeholder={t('counterparty.nobody')}
          data={rows.map(({ id, name }) => ({ value: id, label: name }))}
          value={responsible_id}
          onChange={setResponsible}
        />
        <Textarea
          label={t('counterparty.note')}
          description={t('counterparty.note_hint')}
          autosize
          minRows={3}
          maxLength={5000}
          value={note}
          onChange={(event) => setNote(event.target.value)}
        />
        <ProblemNote error={change.error} />
      </div>
    </Dialog>
  )
}
