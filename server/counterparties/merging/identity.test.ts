import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/parties/doubles.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { done } from '#test/as.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { arrive, makeChannel, message } from '#test/world/inbox.ts'
import { mergeCards } from '#test/world/merging.ts'

const PHONE = { kind: 'phone' as const, value: '+375291112233' }
const chat = { kind: 'web_chat' as const, value: 'visitor 1', name: 'Анна', label: 'Гость 1' }

/** A customer's contact with a phone and an e-mail, and who writes in the chat of the site. */
async function known(company: Company) {
  const email = 'anna@europa.example'
  const { contacts } = await makeCounterparty(company.owner, {
    contact: { name: 'Анна Гринкевич', phone: PHONE.value, email },
  })
  return { anna: contacts[0] ?? assert.fail(), email: { kind: 'email' as const, value: email } }
}

const writers = async ({ owner }: Company) => (await done(owner, inbox.listConversations, {})).rows
const offered = async ({ owner }: Company, card_id = '') =>
  (await done(owner, contract.listPartyDoubles, { kind: 'contact', card_id })).rows

test('INB-25 S29: who proves his phone in a messenger, and who is signed in on the site, is the contact who has it', async () => {
  const company = await makeCompany()
  const { anna, email } = await known(company)
  const telegram = { kind: 'telegram' as const, value: '77', name: 'Anna', label: '@anna' }
  await arrive(await makeChannel(company), message({ sender: { ...telegram, proven: [PHONE] } }))
  await arrive(
    await makeChannel(company, 'web_chat'),
    message({ sender: { ...chat, proven: [email] }, thread: { key: 'visitor 1' } }),
  )
  const rows = await writers(company)
  assert.deepEqual(
    rows.map(({ contact }) => contact?.id),
    [anna.id, anna.id],
  )
  assert.deepEqual(await offered(company, anna.id), [])
  const { accounts } = await done(company.owner, inbox.getConversation, { conversation_id: rows[0]?.id ?? '' })
  assert.deepEqual(
    accounts.map(({ kind, label, proven }) => [kind, label, proven]),
    [
      ['phone', null, true],
      ['email', null, true],
      ['telegram', '@anna', true],
      ['web_chat', 'Гость 1', true],
    ],
  )
})

test('INB-26 CPT-15 CPT-16: what proves another than the contact known joins nobody by itself: both are offered, the proof beside them', async () => {
  const company = await makeCompany()
  const { anna, email } = await known(company)
  const site = await makeChannel(company, 'web_chat')
  await arrive(site, message({ sender: chat, thread: { key: 'visitor 1' } }))
  const guest = (await writers(company))[0]?.contact?.id ?? ''
  assert.deepEqual(await offered(company, guest), [])
  // The same visitor signs in later, as somebody who is known already.
  await arrive(site, message({ sender: { ...chat, proven: [email] }, thread: { key: 'visitor 1' } }))
  assert.equal((await writers(company))[0]?.contact?.id, guest)
  const [pair] = await offered(company, guest)
  assert.deepEqual(new Set([pair?.one.id, pair?.other.id]), new Set([anna.id, guest]))
  assert.deepEqual(pair?.same, [{ by: 'email', value: email.value, proven: true }])
})

test('INB-26 S29: what he only says of himself is offered as that; joined he is one person on all channels, and parted again', async () => {
  const company = await makeCompany()
  const { anna } = await known(company)
  const site = await makeChannel(company, 'web_chat')
  const sender = { ...chat, claimed: [{ kind: 'phone' as const, value: '8 (029) 111-22-33' }] }
  await arrive(site, message({ sender, thread: { key: 'visitor 1' } }))
  await arrive(site, message({ sender, thread: { key: 'visitor 1' } }))
  const guest = (await writers(company))[0]?.contact?.id ?? ''
  const [pair] = await offered(company, guest)
  assert.deepEqual(pair?.same, [{ by: 'phone', value: PHONE.value, proven: false }])

  const { merge_id } = await mergeCards(company.owner, { kind: 'contact', kept: anna, gone: { id: guest } })
  assert.equal((await writers(company))[0]?.contact?.id, anna.id)
  assert.deepEqual(await offered(company, anna.id), [])
  // He goes on writing from there, and is known.
  await arrive(site, message({ sender, thread: { key: 'visitor 1' } }))
  assert.equal((await writers(company))[0]?.contact?.id, anna.id)
  await done(company.owner, contract.undoPartyMerge, { merge_id })
  assert.equal((await writers(company))[0]?.contact?.id, guest)
  assert.equal((await offered(company, guest)).length, 1)
})
