import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { asProgram } from '#test/world/inbox.ts'

test('CPT-2: a contact keeps his own phone, changes it, and takes nobody else’s', async () => {
  const { owner } = await makeCompany()
  const { id: counterparty_id } = await makeCounterparty(owner, { contact: { name: 'Ирина', phone: '+375296000001' } })
  const oleg = await done(owner, contract.addContact, {
    counterparty_id,
    name: 'Олег',
    phone: '+375296000002',
    email: 'oleg@europa.example',
  })

  const taken = await as(owner, contract.changeContact, { contact_id: oleg.id, phone: '8029 600 00 01' })
  assert.deepEqual([taken.status, taken.body.code, taken.body.facts?.['name']], [409, 'contact.double', 'Ирина'])

  const same = await done(owner, contract.changeContact, {
    contact_id: oleg.id,
    phone: '8029 600 00 02',
    position: 'Инженер',
  })
  assert.deepEqual(
    same.identities.map(({ value }) => value),
    ['+375296000002', 'oleg@europa.example'],
  )

  const changed = await done(owner, contract.changeContact, {
    contact_id: oleg.id,
    phone: '+375296000003',
    email: null,
  })
  assert.deepEqual([changed.identities, changed.version], [[{ kind: 'phone', value: '+375296000003' }], 3])
  const free = await done(owner, contract.addContact, { counterparty_id, name: 'Анна', phone: '+375296000002' })
  assert.equal(free.counterparty_id, counterparty_id)
})

test('CPT-2 CPT-18: of two phones that a contact has, the one that is shown is changed; the other, and what was proven, stay', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { contacts } = await makeCounterparty(owner, { contact: { name: 'Ирина', phone: '+375296000011' } })
  const contact_id = contacts[0]!.id
  await asProgram(company, ({ db, now }) =>
    db
      .insertInto('contact_identities')
      .values({ company_id: company.id, contact_id, kind: 'phone', value: '+375296000012', proven_at: now })
      .execute(),
  )
  const phones = async (change: { phone: string | null; position?: string }) =>
    (await done(owner, contract.changeContact, { contact_id, ...change })).identities.map(({ value }) => value)

  // As the form says it of a change of the position: the phone that it shows comes along.
  assert.deepEqual(await phones({ phone: '8029 600 00 11', position: 'Инженер' }), ['+375296000011', '+375296000012'])
  assert.deepEqual(await phones({ phone: '+375296000010' }), ['+375296000010', '+375296000012'])
  assert.deepEqual(await phones({ phone: null }), ['+375296000012'])
  const proven = await asProgram(company, ({ db }) =>
    db.selectFrom('contact_identities').select('proven_at').where('contact_id', '=', contact_id).execute(),
  )
  assert.ok(proven[0]?.proven_at)
})

test('CPT-4 S34: an address is one of its counterparty however it is typed', async () => {
  const { owner } = await makeCompany()
  const {
    id: counterparty_id,
    sites,
    contacts,
  } = await makeCounterparty(owner, { site: { address: 'Минск, ул. Кальварийская, 41' } })

  const twice = await as(owner, contract.addSite, { counterparty_id, address: 'минск кальварийская ул 41' })
  assert.deepEqual([twice.status, twice.body.code, twice.body.facts?.['id']], [409, 'site.double', sites[0]!.id])

  const site = await done(owner, contract.addSite, {
    counterparty_id,
    address: 'Филипенко 12',
    contact_id: contacts[0]!.id,
  })
  assert.deepEqual(site.contact, {
    id: contacts[0]!.id,
    name: 'Ирина Ковалёва',
    phone: contacts[0]!.identities[0]!.value,
  })

  const moved = await as(owner, contract.changeSite, { site_id: site.id, address: 'Минск, Кальварийская 41' })
  assert.equal(moved.body.code, 'site.double')
  const changed = await done(owner, contract.changeSite, {
    site_id: site.id,
    address: 'Филипенко, 12',
    access_note: 'Код 12К',
    contact_id: null,
  })
  assert.deepEqual(
    [changed.address, changed.access_note, changed.contact, changed.version],
    ['Филипенко, 12', 'Код 12К', null, 2],
  )
})

test('CPT-8: contacts and sites of another company are not there', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { id: counterparty_id, contacts, sites } = await makeCounterparty(theirs.owner)
  const mine = await makeCounterparty(ours.owner)

  const replies = [
    await as(ours.owner, contract.addContact, { counterparty_id, name: 'X' }),
    await as(ours.owner, contract.changeContact, { contact_id: contacts[0]!.id, name: 'X' }),
    await as(ours.owner, contract.changeContact, { contact_id: mine.contacts[0]!.id, counterparty_id }),
    await as(ours.owner, contract.addSite, { counterparty_id, address: 'X' }),
    await as(ours.owner, contract.changeSite, { site_id: sites[0]!.id, address: 'X' }),
    await as(ours.owner, contract.addSite, { counterparty_id: mine.id, address: 'X', contact_id: contacts[0]!.id }),
  ]
  assert.deepEqual(
    replies.map(({ status, body }) => `${status} ${body.code}`),
    ['counterparty', 'contact', 'counterparty', 'counterparty', 'site', 'contact'].map(
      (thing) => `404 ${thing}.missing`,
    ),
  )
})
