import { Suspense, useState } from 'react'
import { IconArrowsJoin, IconMail, IconPencil, IconPhone, IconPlus } from '@tabler/icons-react'
import type { Contact, CounterpartyCard } from '#contract/counterparties.ts'
import { phoneForm } from '#web/platform/format.ts'
import { t } from '#web/platform/words.ts'
import { Button, IconButton } from '#web/ui/button.tsx'
import { Avatar } from '#web/ui/person.tsx'
import { Section } from '#web/ui/rows.tsx'
import { ContactForm } from './contact-form.tsx'
import { CardDoubles, MergeDialog } from './merging/lazily.ts'
import { reachOf } from './reach.ts'
import css from './counterparties.module.css'

/** Whom to call and write to. */
export function ContactsSection({ card }: { card: CounterpartyCard }) {
  const [open, setOpen] = useState<Contact | 'new' | null>(null)
  const [merging, setMerging] = useState<Contact | null>(null)
  const { contacts, can } = card
  return (
    <Section
      title={t('counterparty.contacts')}
      end={
        !can.change && (
          <Button size="sm" icon={<IconPlus size={16} stroke={1.75} />} onClick={() => setOpen('new')}>
            {t('do.add')}
          </Button>
        )
      }
    >
      {!can.change && contacts.length > 0 && (
        <Suspense>
          <CardDoubles kind="contact" of={{ counterparty_id: card.id }} />
        </Suspense>
      )}
      {contacts.length === 0 && <p className={css.quiet}>{t('counterparty_contact.none')}</p>}
      <ul className={css.rows}>
        {contacts.map((contact) => (
          <ContactRow
            key={contact.id}
            contact={contact}
            {...(!can.change && { onChange: () => setOpen(contact) })}
            {...(!can.change && contacts.length > 1 && { onMerge: () => setMerging(contact) })}
          />
        ))}
      </ul>
      <Suspense>{merging && <MergeDialog kind="contact" kept={merging} onClose={() => setMerging(null)} />}</Suspense>
      {open && (
        <ContactForm
          key={open === 'new' ? 'new' : open.id}
          counterparty_id={card.id}
          contact={open === 'new' ? null : open}
          onClose={() => setOpen(null)}
        />
      )}
    </Section>
  )
}

type RowProps = { contact: Contact; onChange?: () => void; onMerge?: () => void }

function ContactRow({ contact, onChange, onMerge }: RowProps) {
  const { name, position } = contact
  const [phone, email] = [reachOf(contact, 'phone'), reachOf(contact, 'email')]
  return (
    <li>
      <Avatar who={contact} alone={false} />
      <div className={css.what}>
        <b>{name}</b> {position && <span className={css.quiet}>{position}</span>}
        <div className={css.reach}>
          {phone && <a href={`tel:${phone}`}>{phoneForm(phone)}</a>}
          {email && <a href={`mailto:${email}`}>{email}</a>}
        </div>
      </div>
      <span className={css.tools}>
        {phone && (
          <a href={`tel:${phone}`} className={css.tool} aria-label={t('contact.call', { name })} title={phone}>
            <IconPhone size={16} stroke={1.75} aria-hidden="true" />
          </a>
        )}
        {email && (
          <a href={`mailto:${email}`} className={css.tool} aria-label={t('contact.write', { name })} title={email}>
            <IconMail size={16} stroke={1.75} aria-hidden="true" />
          </a>
        )}
        {onMerge && (
          <IconButton
            size="sm"
            label={t('counterparty_contact.merge', { name })}
            icon={<IconArrowsJoin size={16} stroke={1.75} />}
            onClick={onMerge}
          />
        )}
        {onChange && (
          <IconButton
            size="sm"
            label={t('counterparty_contact.change', { name })}
            icon={<IconPencil size={16} stroke={1.75} />}
            onClick={onChange}
          />
        )}
      </span>
    </li>
  )
}
