import { useState } from 'react'
import { NumberInput, Select, TextInput } from '@mantine/core'
import '@mantine/core/styles/NumberInput.layer.css'
import { changeCompany, type CompanySettings, getCompanySettings } from '#contract/people.ts'
import { useMayBegin } from '#web/app/me.ts'
import { asSent, asTyped } from '#web/counterparties/requisites/requisites.ts'
import { RequisitesFields, requisitesErrors } from '#web/counterparties/requisites/requisites-fields.tsx'
import { useCall, useReply } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { toast } from '#web/ui/over/toast.tsx'
import { Properties, Property } from '#web/ui/rows.tsx'
import { Notice, ProblemNote } from '#web/ui/state.tsx'
import { submitting } from '#web/ui/submit.ts'
import { SettingsHead } from './settings-head.tsx'
import css from './settings.module.css'

/** «Компания»: what it is called, its clock, its VAT, and its requisites with what cannot be right in them. */
export function CompanyPage() {
  const company = useReply(getCompanySettings, {})
  const may = useMayBegin()('company.settings')
  return (
    <div className={css.scrolls}>
      <SettingsHead />
      <div className={css.sheet}>
        {!may && <Notice tone="info">{t('settings.read_only')}</Notice>}
        <General key={`g${company.version}`} company={company} may={may} />
        <OurRequisites key={`r${company.version}`} company={company} may={may} />
      </div>
    </div>
  )
}

type Props = { company: CompanySettings; may: boolean }

function General({ company, may }: Props) {
  const [name, setName] = useState(company.name)
  const [time_zone, setZone] = useState(company.time_zone)
  const [vat_rate, setVat] = useState(company.vat_rate)
  const change = useCall(changeCompany, { inline: true, onSuccess: () => toast(t('settings.saved')) })
  const touched = name !== company.name || time_zone !== company.time_zone || vat_rate !== company.vat_rate
  return (
    <section>
      <h2>{t('settings.general')}</h2>
      <form
        noValidate
        className={css.form}
        onSubmit={submitting(() => change.mutate({ name: name.trim(), time_zone, vat_rate, version: company.version }))}
      >
        <TextInput
          label={t('settings.name')}
          disabled={!may}
          value={name}
          maxLength={200}
          onChange={(event) => setName(event.target.value)}
          error={change.error?.fields['name'] ?? (name.trim() ? undefined : t('field.required'))}
        />
        <div className={css.two}>
          <Select
            searchable
            disabled={!may}
            label={t('settings.time_zone')}
            description={t('settings.time_zone_hint')}
            data={Intl.supportedValuesOf('timeZone')}
            value={time_zone}
            onChange={(next) => next && setZone(next)}
          />
          <NumberInput
            disabled={!may}
            hideControls
            allowDecimal={false}
            allowNegative={false}
            max={100}
            label={t('settings.vat')}
            description={t('settings.vat_hint')}
            value={vat_rate ?? ''}
            onChange={(next) => setVat(next === '' ? null : Number(next))}
            error={change.error?.fields['vat_rate']}
          />
        </div>
        <Properties>
          <Property label={t('settings.country')}>{t(`country.${company.country}`)}</Property>
          <Property label={t('settings.currency')} hint={t('settings.fixed')}>
            {company.currency}
          </Property>
        </Properties>
        <ProblemNote error={change.error} />
        {touched && may && (
          <div>
            <Button type="submit" variant="primary" busy={change.isPending}>
              {t('do.save')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}

function OurRequisites({ company, may }: Props) {
  const { country, requisites, faults } = company
  const stored = asTyped(requisites, country)
  const [typed, setTyped] = useState(stored)
  const change = useCall(changeCompany, { inline: true, onSuccess: () => toast(t('settings.saved')) })
  const touched = JSON.stringify(typed) !== JSON.stringify(stored)
  return (
    <section>
      <h2>{t('settings.requisites')}</h2>
      <p className={css.hint}>{t('settings.requisites_hint')}</p>
      <form
        noValidate
        className={css.form}
        onSubmit={submitting(() => change.mutate({ requisites: asSent(typed), version: company.version }))}
      >
        {faults.length > 0 && <Notice>{t('requisites.faults', { n: faults.length })}</Notice>}
        <RequisitesFields
          {...{ country, typed, stored, faults }}
          errors={requisitesErrors(change.error?.fields)}
          onChange={setTyped}
          disabled={!may}
        />
        <ProblemNote error={change.error} />
        {touched && may && (
          <div className={css.saveBar} data-foot>
            <Button type="submit" variant="primary" busy={change.isPending}>
              {t('do.save')}
            </Button>
            <Button variant="quiet" onClick={() => setTyped(stored)}>
              {t('do.cancel')}
            </Button>
          </div>
        )}
      </form>
    </section>
  )
}
