import { useState } from 'react'
import { Select, TextInput } from '@mantine/core'
import {
  addContact,
  addCounterparty,
  addSite,
  type CounterpartyCard,
  getCounterparty,
} from '#contract/counterparties.ts'
import { changeOrder, type Order } from '#contract/orders.ts'
import { useCall, useMaybe } from '#web/platform/ask.ts'
import { t } from '#web/platform/words.ts'
import { Button } from '#web/ui/button.tsx'
import { Dialog } from '#web/ui/over/dialog.tsx'
import { CompanyMark } from '#web/ui/person.tsx'
import { ProblemNote } from '#web/ui/state.tsx'
import { Segments } from '#web/ui/tabs.tsx'
import { CounterpartyPicker } from './counterparty-picker.tsx'
import css from './acts.module.css'

type Props = { order: Order; onClose: () => void }
type Chosen = { id: string | null; name: string }
const NEW = 'new'

/** For whom the order is: customer, contact, site; each can be made on the spot. */
export function CustomerDialog({ order, onClose }: Props) {
  const [chosen, setChosen] = useState<Chosen | null>(order.counterparty)
  const same = chosen?.id === order.counterparty?.id
  const card = useMaybe(getCounterparty, { counterparty_id: chosen?.id ?? '' }, typeof chosen?.id === 'string')
  const ready = chosen !== null && (chosen.id === null || card !== undefined)
  if (!ready) {
    return (
      <Dialog title={t('customer.heading')} onClose={onClose}>
        {chosen === null && (
          <CounterpartyPicker
            label={t('order.customer')}
            onPick={setChosen}
            onNew={(name) => setChosen({ id: null, name })}
          />
        )}
      </Dialog>
    )
  }
  return (
    <Details
      key={chosen.id ?? NEW}
      chosen={chosen}
      card={card}
      order={order}
      same={same}
      onOther={() => setChosen(null)}
      onClose={onClose}
    />
  )
}

type DetailsProps = Props & { chosen: Chosen; card: CounterpartyCard | undefined; same: boolean; onOther: () => void }

function Details({ chosen, card, order, same, onOther, onClose }: DetailsProps) {
  const contacts = card?.contacts ?? []
  const sites = card?.sites ?? []
  const [kind, setKind] = useState<'organisation' | 'person'>('organisation')
  const [contact, setContact] = useState(first(same ? order.contact : null, contacts))
  const [site, setSite] = useState(first(same ? order.site : null, sites))
  const [fresh, setFresh] = useState({ name: '', phone: '', address: order.site ? '' : (order.address ?? '') })
  const save = useSave(order, onClose)
  const go = () => void save.run({ chosen, kind, ...picked(contact, site, fresh) })
  return (
    <Dialog
      title={t('customer.heading')}
      onClose={onClose}
      onSubmit={go}
      foot={
        <>
          <Button onClick={onClose}>{t('do.cancel')}</Button>
          <Button type="submit" variant="primary" busy={save.busy}>
            {t('do.save')}
          </Button>
        </>
      }
    >
      <div className={css.stack}>
        <div className={css.chosen}>
          <CompanyMark name={chosen.name} size={32} />
          <b>{chosen.name}</b>
          <Button size="sm" onClick={onOther}>
            {t('customer.other')}
          </Button>
        </div>
        {chosen.id === null && (
          <div>
            <Segments
              label={t('customer.kind')}
              at={kind}
              onGo={setKind}
              tabs={[
                { id: 'organisation', name: t('customer.organisation') },
                { id: 'person', name: t('customer.person') },
              ]}
            />
          </div>
        )}
        <ContactFields contacts={contacts} value={contact} onValue={setContact} fresh={fresh} onFresh={setFresh} />
        <SiteFields sites={sites} value={site} onValue={setSite} fresh={fresh} onFresh={setFresh} />
        <ProblemNote error={save.error} />
      </div>
    </Dialog>
  )
}

const first = (kept: { id: string } | null, all: { id: string }[]): string | null => kept?.id ?? all[0]?.id ?? NEW

/** Of each, the known one or the new one. */
function picked(contact: string | null, site: string | null, { name, phone, address }: Fresh) {
  return {
    contact_id: contact === NEW ? null : contact,
    site_id: site === NEW ? null : site,
    person: contact === NEW && name.trim() ? { name: name.trim(), phone: phone.trim() } : null,
    address: site === NEW ? address.trim() : '',
  }
}

type Fresh = { name: string; phone: string; address: string }
type FieldProps = {
  value: string | null
  onValue: (value: string | null) => void
  fresh: Fresh
  onFresh: (fresh: Fresh) => void
}

function ContactFields({
  contacts,
  value,
  onValue,
  fresh,
  onFresh,
}: FieldProps & { contacts: { id: string; name: string }[] }) {
  return (
    <>
      {contacts.length > 0 && (
        <Select
          label={t('order.contact')}
          data={[
            ...contacts.map(({ id, name }) => ({ value: id, label: name })),
            { value: NEW, label: t('contact.new') },
          ]}
          value={value}
          onChange={onValue}
        />
      )}
      {value === NEW && (
        <div className={css.two}>
          <TextInput
            label={t('contact.name')}
            maxLength={200}
            value={fresh.name}
            onChange={(event) => onFresh({ ...fresh, name: event.target.value })}
          />
          <TextInput
            label={t('contact.phone')}
            type="tel"
            maxLength={40}
            value={fresh.phone}
            onChange={(event) => onFresh({ ...fresh, phone: event.target.value })}
          />
        </div>
      )}
    </>
  )
}

function SiteFields({
  sites,
  value,
  onValue,
  fresh,
  onFresh,
}: FieldProps & { sites: { id: string; address: string }[] }) {
  return (
    <>
      {sites.length > 0 && (
        <Select
          label={t('order.site')}
          data={[
            ...sites.map(({ id, address }) => ({ value: id, label: address })),
            { value: NEW, label: t('site.new') },
          ]}
          value={value}
          onChange={onValue}
        />
      )}
      {value === NEW && (
        <TextInput
          label={t('order.address')}
          maxLength={500}
          value={fresh.address}
          onChange={(event) => onFresh({ ...fresh, address: event.target.value })}
        />
      )}
    </>
  )
}

type Choice = {
  chosen: Chosen
  kind: 'organisation' | 'person'
  person: { name: string; phone: string } | null
  address: string
  contact_id: string | null
  site_id: string | null
}

/** Makes what is new, then tells the order. A second try makes nothing twice: doubles are refused and named. */
function useSave(order: Order, onDone: () => void) {
  const make = useCall(addCounterparty, { inline: true })
  const meet = useCall(addContact, { inline: true })
  const place = useCall(addSite, { inline: true })
  const change = useCall(changeOrder, { inline: true, onSuccess: onDone })
  const all = [make, meet, place, change]
  const run = async ({ chosen, kind, person, address, ...known }: Choice) => {
    const given = person && { name: person.name, ...(person.phone && { phone: person.phone }) }
    let { contact_id, site_id } = known
    let counterparty_id = chosen.id
    try {
      if (counterparty_id === null) {
        const parts = { ...(given && { contact: given }), ...(address && { site: { address } }) }
        const made = await make.mutateAsync({ kind, name: chosen.name, ...parts })
        counterparty_id = made.id
        contact_id = made.contacts[0]?.id ?? null
        site_id = made.sites[0]?.id ?? null
      } else {
        if (given) contact_id = (await meet.mutateAsync({ counterparty_id, ...given })).id
        if (address) site_id = (await place.mutateAsync({ counterparty_id, address })).id
      }
      await change.mutateAsync({ order_id: order.id, version: order.version, counterparty_id, contact_id, site_id })
    } catch {
      // Said in the dialog: each call keeps its own problem.
      return
    }
  }
  return { run, busy: all.some(({ isPending }) => isPending), error: all.find(({ error }) => error)?.error }
}
