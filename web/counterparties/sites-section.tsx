import { useState } from 'react'
import { IconMap2, IconMapPin, IconPencil, IconPlus } from '@tabler/icons-react'
import type { CounterpartyCard, Site } from '#contract/counterparties.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { mapOf } from '#web/field/places.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Section } from '#web/ui/rows.tsx'
import { SiteForm } from './site-form.tsx'
import css from './counterparties.module.css'

/** Where work is done: how to get in, and who is there. */
export function SitesSection({ card }: { card: CounterpartyCard }) {
  const [open, setOpen] = useState<Site | 'new' | null>(null)
  const { sites, can } = card
  return (
    <Section
      title={t('counterparty.sites')}
      end={
        !can.change && (
          <Button size="sm" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen('new')}>
            {t('do.add')}
          </Button>
        )
      }
    >
      {sites.length === 0 && <p className={css.quiet}>{t('counterparty_site.none')}</p>}
      <ul className={css.rows}>
        {sites.map((site) => (
          <SiteRow key={site.id} site={site} {...(!can.change && { onChange: () => setOpen(site) })} />
        ))}
      </ul>
      {open && (
        <SiteForm
          key={open === 'new' ? 'new' : open.id}
          card={card}
          site={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

function SiteRow({ site: { address, access_note, contact }, onChange }: { site: Site; onChange?: () => void }) {
  return (
    <li>
      <IconMapPin size={16} stroke={1.75} aria-hidden="true" />
      <div className={css.what}>
        <b>{address}</b>
        {access_note && <small>{access_note}</small>}
        {contact && (
          <small>
            {contact.name} {contact.phone && <a href={`tel:${contact.phone}`}>{phoneForm(contact.phone)}</a>}
          </small>
        )}
      </div>
      <span className={css.tools}>
        <a
          href={mapOf(address)}
          className={css.tool}
          target="_blank"
          rel="noreferrer"
          aria-label={t('counterparty_site.map', { address })}
          title={t('counterparty_site.map', { address })}
        >
          <IconMap2 size={16} stroke={1.75} aria-hidden="true" />
        </a>
        {onChange && (
          <IconButton
            size="sm"
            label={t('counterparty_site.change', { address })}
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={onChange}
          />
        )}
      </span>
    </li>
  )
}
