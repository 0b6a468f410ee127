import { useState } from 'react'
import { NumberInput, Textarea, TextInput } from '@mantine/core'
import { addContract, changeContract, type CounterpartyContract } from '#contract/parties/contracts.ts'
import { useCompany } from '#web/app/me.ts'
import { useCall } from '#web/platform/ask.ts'
import { dayDigits, today } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { WhenField } from '#web/ui/fields/when-field.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { draftOf, type Draft, faultsOf, termsOf } from './draft.ts'
import { PriceRows } from './price-rows.tsx'
import css from './contracts.module.css'

type Props = { counterparty_id: string; contract: CounterpartyContract | null; onClose: () => void }

/** A contract, new or changed, with its price list. */
export function ContractForm({ counterparty_id, contract, onClose }: Props) {
  const { currency } = useCompany()
  const [draft, setDraft] = useState<Draft>(() => draftOf(contract, today()))
  const [tried, setTried] = useState(false)
  const add = useCall(addContract, { inline: true, onSuccess: onClose })
  const change = useCall(changeContract, { inline: true, onSuccess: onClose })
  const problem = add.error ?? change.error
  const faults = tried ? faultsOf(draft) : {}
  const errors = { ...problem?.fields, ...faults }
  const put = (part: Partial<Draft>) => setDraft({ ...draft, ...part })
  const send = () => {
    setTried(true)
    if (Object.keys(faultsOf(draft)).length > 0) return
    const terms = termsOf(draft)
    if (!contract) return add.mutate({ counterparty_id, ...terms })
    change.mutate({ contract_id: contract.id, version: contract.version, ...terms })
  }
  const named = contract && { number: contract.number, day: dayDigits(contract.signed_on) }
  return (
    <Dialog
      wide
      title={named ? t('contracts.change', named) : t('contracts.new')}
      onClose={onClose}
      onSubmit={send}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={add.isPending || change.isPending}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.form}>
        <Terms draft={draft} onChange={put} errors={errors} />
        <PriceRows lines={draft.prices} onLines={(prices) => put({ prices })} currency={currency} errors={errors} />
        <ProblemNote error={problem && Object.keys(problem.fields ?? {}).length === 0 ? problem : null} />
      </div>
    </Dialog>
  )
}

type TermsProps = { draft: Draft; onChange: (part: Partial<Draft>) => void; errors: Record<string, string> }

function Terms({ draft, onChange, errors }: TermsProps) {
  return (
    <>
      <div className={css.four}>
        <TextInput
          label={t('contracts.number')}
          data-autofocus
          maxLength={60}
          value={draft.number}
          error={errors['number']}
          onChange={({ target }) => onChange({ number: target.value })}
        />
        <WhenField
          only_day
          label={t('contracts.signed_on')}
          value={draft.signed_on}
          error={errors['signed_on']}
          onChange={(signed_on) => onChange({ signed_on })}
        />
        <WhenField
          only_day
          label={t('contracts.from_day')}
          value={draft.from_day}
          error={errors['from_day']}
          onChange={(from_day) => onChange({ from_day })}
        />
        <WhenField
          only_day
          label={t('contracts.to_day')}
          value={draft.to_day}
          error={errors['to_day']}
          onChange={(to_day) => onChange({ to_day })}
        />
      </div>
      <Textarea
        label={t('contracts.payment')}
        placeholder={t('contracts.payment_example')}
        autosize
        minRows={1}
        maxLength={2000}
        value={draft.payment_terms}
        onChange={({ target }) => onChange({ payment_terms: target.value })}
      />
      <NumberInput
        className={css.days ?? ''}
        label={t('contracts.silence_field')}
        description={t('contracts.silence_hint')}
        placeholder={t('contracts.silence_never')}
        min={1}
        max={90}
        allowDecimal={false}
        clampBehavior="strict"
        hideControls
        value={draft.silence_days ?? ''}
        onChange={(next) => onChange({ silence_days: typeof next === 'number' ? next : null })}
      />
      <Textarea
        label={t('counterparty.note')}
        autosize
        minRows={1}
        maxLength={5000}
        value={draft.note}
        onChange={({ target }) => onChange({ note: target.value })}
      />
    </>
  )
}
