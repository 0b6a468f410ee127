import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/parties/doubles.ts'
import { setRequisites } from '#contract/parties/requisites-versions.ts'
import * as counterparties from '#contract/counterparties.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import * as orders from '#contract/orders.ts'
import { enqueue } from '#platform/jobs/job.ts'
import { as, done, type Person } from '#test/as.ts'
import { workOff } from '#test/work-off.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { askMerge, mergeCards } from '#test/world/merging.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { arrive, asProgram, makeChannel, message } from '#test/world/inbox.ts'
import { makeOrder } from '#test/world/orders.ts'
import { makeStaff } from '#test/world/people.ts'
import { forgetOldMerges } from './forget-old-merges.ts'

const card = (by: Person, { id }: { id: string }) => done(by, counterparties.getCounterparty, { counterparty_id: id })
const undo = (by: Person, merge_id: string) => as(by, contract.undoPartyMerge, { merge_id })

test('CPT-20 CPT-18: undone, what went over goes back with its changes, what came meanwhile and what was changed since stays', async () => {
  const { owner } = await makeCompany()
  const kept = await makeCounterparty(owner, { name: 'Свет' })
  const gone = await makeCounterparty(owner, { name: 'Светлый', note: 'Платит вовремя' })
  const order = await makeOrder(owner, { counterparty_id: gone.id })
  const merge_id = (await mergeCards(owner, { kind: 'counterparty', kept, gone, from_gone: ['name'] })).merge_id
  const { rows } = await done(owner, contract.listPartyMerges, { kind: 'counterparty', card_id: kept.id })
  assert.deepEqual(
    rows.map((row) => [row.id, row.gone.name, row.by?.id, row.can.undo]),
    [[merge_id, 'Светлый', owner.id, null]],
  )

  await done(owner, orders.changeOrder, { order_id: order.id, title: 'Короб на фасаде' })
  const contact_id = gone.contacts[0]?.id ?? ''
  await done(owner, counterparties.changeContact, { contact_id, position: 'Бухгалтер' })
  await done(owner, counterparties.changeCounterparty, { counterparty_id: kept.id, name: 'Свет и тень' })
  const meanwhile = await makeOrder(owner, { counterparty_id: gone.id })
  assert.equal((await undo(owner, merge_id)).status, 200)

  const [one, other] = [await card(owner, kept), await card(owner, gone)]
  assert.deepEqual([one.name, one.note, other.name, other.note], ['Свет и тень', null, 'Светлый', 'Платит вовремя'])
  assert.deepEqual(
    other.contacts.map(({ id, position }) => [id, position]),
    [[contact_id, 'Бухгалтер']],
  )
  assert.equal(one.contacts.length, 1)
  const back = await done(owner, orders.getOrder, { order_id: order.id })
  assert.deepEqual([back.counterparty?.id, back.title], [gone.id, 'Короб на фасаде'])
  assert.equal((await done(owner, orders.getOrder, { order_id: meanwhile.id })).counterparty?.id, kept.id)
  assert.equal((await done(owner, contract.listPartyMerges, { kind: 'counterparty', card_id: kept.id })).rows.length, 0)
})

test('CPT-18 CPT-10: the requisites of both stand by their days, and what was chosen holds from today', async () => {
  const { owner } = await makeCompany()
  const kept = await makeCounterparty(owner, { name: 'Волна', requisites: { bank_name: 'Старый банк', phone: '123' } })
  const gone = await makeCounterparty(owner, { name: 'Волна-2', requisites: { bank_name: 'Другой банк' } })
  const from_day = '2026-01-10'
  await done(owner, setRequisites, { counterparty_id: gone.id, from_day, requisites: { bank_name: 'Новый банк' } })
  const merge_id = (await mergeCards(owner, { kind: 'counterparty', kept, gone })).merge_id
  const after = await card(owner, kept)
  assert.deepEqual(after.requisites, { bank_name: 'Старый банк', phone: '123' })
  assert.deepEqual(
    after.versions.map((one) => one.requisites.bank_name),
    ['Старый банк', 'Новый банк', 'Старый банк'],
  )
  await undo(owner, merge_id)
  assert.equal((await card(owner, kept)).versions.length, 1)
  assert.deepEqual((await card(owner, gone)).requisites, { bank_name: 'Новый банк' })
})

/** A person who writes from a messenger and is written down by hand, too. */
async function twice(company: Company) {
  const { owner } = company
  const { contacts } = await makeCounterparty(owner)
  const channel = await makeChannel(company)
  await arrive(channel, message())
  const { rows } = await done(owner, inbox.listConversations, {})
  const of = async () => (await done(owner, inbox.listConversations, {})).rows.map((row) => row.contact?.id)
  return { kept: contacts[0] ?? assert.fail(), gone: rows[0]?.contact ?? assert.fail(), channel, of }
}

test('CPT-18 CPT-20 S29: a person of two channels is one contact; parted again, his dialogue goes back whole', async () => {
  const company = await makeCompany()
  const { owner } = company
  const { kept, gone, channel, of } = await twice(company)
  const merge_id = (await mergeCards(owner, { kind: 'contact', kept, gone })).merge_id
  assert.deepEqual(await of(), [kept.id])
  await arrive(channel, message({ text: 'И ещё вопрос' }))
  const { contact_card } = await done(owner, inbox.getConversation, {
    conversation_id: (await done(owner, inbox.listConversations, {})).rows[0]?.id ?? '',
  })
  assert.deepEqual(
    contact_card?.identities.map(({ kind }) => kind),
    ['phone', 'telegram'],
  )
  await undo(owner, merge_id)
  assert.deepEqual(await of(), [gone.id])
  const writers = await asProgram(company, ({ db }) =>
    db.selectFrom('messages').select('contact_id').where('company_id', '=', company.id).execute(),
  )
  assert.deepEqual([...new Set(writers.map(({ contact_id }) => contact_id))], [gone.id])
})

test('CPT-20: after thirty days, while the card is merged on, or when its tax number is another’s, it says why not', async () => {
  const company = await makeCompany()
  const { owner } = company
  const make = (name: string, tax_number?: string) =>
    makeCounterparty(owner, { name, ...(tax_number && { tax_number }) })
  const [a, b, c] = [await make('А', '190000010'), await make('Б', '190000011'), await make('В')]
  const first = (await mergeCards(owner, { kind: 'counterparty', kept: a, gone: b, tax_number: 'kept' })).merge_id
  const second = (await mergeCards(owner, { kind: 'counterparty', kept: c, gone: a })).merge_id
  assert.equal((await card(owner, b)).id, c.id)
  assert.equal((await undo(owner, first)).body.code, 'merge.merged_on')
  await undo(owner, second)
  assert.equal((await card(owner, b)).id, a.id)
  const taken = await make('Г', '190000011')
  const refused = await undo(owner, first)
  assert.deepEqual([refused.body.code, refused.body.facts?.['name']], ['counterparty.double', taken.name])
  await asProgram(company, ({ db }) =>
    db
      .updateTable('party_merges')
      .set({ merged_at: new Date(Date.now() - 31 * 86_400_000) })
      .where('company_id', '=', company.id)
      .where('id', '=', first)
      .execute(),
  )
  assert.equal((await undo(owner, first)).body.code, 'merge.over')
  assert.deepEqual((await done(owner, contract.listPartyMerges, { kind: 'counterparty', card_id: a.id })).rows, [])
  const kept = (merge_id: string) => movedRows(company, merge_id)
  const [old, young] = [
    await kept(first),
    (await mergeCards(owner, { kind: 'counterparty', kept: a, gone: c })).merge_id,
  ]
  assert.ok(old > 0)
  await asProgram(company, (ctx) => enqueue(ctx, forgetOldMerges, {}))
  await workOff()
  assert.deepEqual([await kept(first), (await kept(young)) > 0], [0, true])
})

const movedRows = (company: Company, merge_id: string): Promise<number> =>
  asProgram(company, async ({ db }) => {
    const rows = await db.selectFrom('party_merge_rows').select('tab').where('merge_id', '=', merge_id).execute()
    return rows.length
  })

test('CPT-18 CPT-17: two tax numbers are decided openly; what was changed since, a card given up and itself refuse; who may not is told', async () => {
  const company = await makeCompany()
  const { owner } = company
  const clerk = await makeStaff(company, 'member')
  const kept = await makeCounterparty(owner, { tax_number: '190000020', responsible_id: clerk.id })
  const gone = await makeCounterparty(owner, { tax_number: '190000021' })
  const undecided = await askMerge(owner, { kind: 'counterparty', kept, gone })
  const { body } = await undecided.go()
  assert.deepEqual([body.code, body.facts], ['merge.tax_numbers', { kept: '190000020', gone: '190000021' }])
  const stale = await askMerge(owner, { kind: 'counterparty', kept, gone, tax_number: 'gone' })
  await done(owner, counterparties.changeCounterparty, { counterparty_id: gone.id, name: 'Другое имя' })
  assert.equal((await stale.go()).body.code, 'double.stale')

  const two = { kind: 'counterparty' as const, card_id: kept.id, gone_id: gone.id }
  assert.equal((await as(clerk, contract.previewPartyMerge, two)).body.code, 'counterparty.managers_only')
  assert.deepEqual((await done(clerk, contract.listPartyDoubles, { kind: 'counterparty' })).rows, [])
  const stranger = (await makeCompany()).owner
  assert.equal((await as(stranger, contract.previewPartyMerge, two)).body.code, 'counterparty.missing')

  const merge_id = (await mergeCards(owner, { kind: 'counterparty', kept, gone, tax_number: 'gone' })).merge_id
  assert.equal((await card(owner, kept)).tax_number, '190000021')
  assert.equal((await as(stranger, contract.undoPartyMerge, { merge_id })).body.code, 'merge.missing')
  assert.equal((await undo(clerk, merge_id)).status, 404)
  const again = await done(owner, contract.previewPartyMerge, two)
  assert.equal(again.can.merge?.code, 'double.merged')
  const itself = { ...two, gone_id: kept.id, from_gone: [], kept_version: 1, gone_version: 1 }
  assert.equal((await as(owner, contract.mergeParties, itself)).body.code, 'double.same')
})

test('CPT-17: of merges at once, of the same two cards either way round or of three in a row, the outcome is one card', async () => {
  const { owner } = await makeCompany()
  for (let round = 0; round < 3; round += 1) {
    const [a, b, c] = [await makeCounterparty(owner), await makeCounterparty(owner), await makeCounterparty(owner)]
    const all = [
      await askMerge(owner, { kind: 'counterparty', kept: a, gone: b }),
      await askMerge(owner, { kind: 'counterparty', kept: b, gone: a }),
      await askMerge(owner, { kind: 'counterparty', kept: b, gone: c }),
    ]
    const answers = await race(
      3,
      async (n) => all[n]!.go(),
      () => card(owner, a),
    )
    const won = answers.filter(({ status }) => status === 200).length
    for (const { status } of answers) assert.ok(status === 200 || status === 409, `${status}`)
    const ends = new Set([(await card(owner, a)).id, (await card(owner, b)).id, (await card(owner, c)).id])
    assert.ok(won > 0)
    assert.equal(ends.size, 3 - won)
  }
})
