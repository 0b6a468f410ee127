import { useDeferredValue } from 'react'
import { IconPhone, IconX } from '@tabler/icons-react'
import { findCaller } from '#contract/counterparties.ts'
import { useMaybe } from '#web/platform/ask.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { cx } from '#web/ui/cx.ts'
import type { Reading } from '#contract/orders.ts'
import { type Draft, siteOf } from './draft.ts'
import css from './entry.module.css'

type Props = { draft: Draft; reading: Reading | undefined; onChange: (part: Partial<Draft>) => void }
const ENOUGH = 3

/** Who calls, found while the number is typed; once picked, his addresses to choose from. */
export function Callers({ draft, reading, onChange }: Props) {
  const phone = useDeferredValue(draft.phone.trim())
  const long = phone.replace(/\D/g, '').length >= ENOUGH
  const found = useMaybe(findCaller, { phone }, long && draft.contact === null)
  if (draft.contact) return <Sites draft={draft} reading={reading} onChange={onChange} />
  if (!long || !found) return null
  if (found.rows.length === 0) return <p className={css.hint}>{t('entry.unknown_caller')}</p>
  return (
    <ul className={css.callers} aria-label={t('entry.callers')}>
      {found.rows.slice(0, 4).map(({ contact, counterparty, sites }) => (
        <li key={contact.id}>
          <button
            type="button"
            className={css.caller}
            onClick={() =>
              onChange({
                phone: contact.identities.find(({ kind }) => kind === 'phone')?.value ?? draft.phone,
                contact,
                counterparty,
                sites,
                site: undefined,
              })
            }
          >
            <IconPhone size={16} stroke={1.75} aria-hidden="true" />
            <span>
              <b>{contact.name}</b>
              <small>
                {[counterparty?.name, ...sites.slice(0, 2).map(({ address }) => address)].filter(Boolean).join(' · ')}
              </small>
            </span>
            <span className={css.phone}>
              {phoneForm(contact.identities.find(({ kind }) => kind === 'phone')?.value ?? '')}
            </span>
          </button>
        </li>
      ))}
    </ul>
  )
}

function Sites({ draft, reading, onChange }: Props) {
  const site = siteOf(draft, reading)
  return (
    <div className={css.sites}>
      {draft.sites.map((one) => (
        <button
          key={one.id}
          type="button"
          aria-pressed={one.id === site?.id}
          className={cx(css.site, one.id === site?.id && css.picked)}
          onClick={() => onChange({ site: one.id === site?.id ? null : one })}
        >
          {one.address}
        </button>
      ))}
      <Button
        size="sm"
        variant="quiet"
        icon={<IconX size={14} stroke={1.75} />}
        onClick={() => onChange({ contact: null, counterparty: null, sites: [], site: undefined })}
      >
        {t('entry.other_caller')}
      </Button>
    </div>
  )
}
