import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as assets from '#contract/parties/assets.ts'
import * as contracts from '#contract/parties/contracts.ts'
import * as contract from '#contract/parties/doubles.ts'
import * as counterparties from '#contract/counterparties.ts'
import * as documents from '#contract/documents.ts'
import type { Ctx } from '#platform/ctx.ts'
import * as orders from '#contract/orders.ts'
import { as, done } from '#test/as.ts'
import type { Company } from '#test/world.ts'
import { makeIssuer } from '#test/world/documents.ts'
import { asProgram } from '#test/world/inbox.ts'
import { mergeCards } from '#test/world/merging.ts'
import { makeWholeParty } from '#test/world/whole-party.ts'
import { standsIn } from '#test/world/stands-in.ts'

type Wish = Parameters<typeof mergeCards>[1]

type Reference = { tab: string; col: string }

/** Every column that names a card by a key, as the catalogue knows them: what is added later is among them. */
const referencesTo = async ({ db }: Ctx, cards: string[]): Promise<Reference[]> => {
  const { rows } = await sql<Reference>`select c.conrelid::regclass::text as tab, a.attname as col from pg_constraint c
    join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[2]
    where c.contype = 'f' and c.confrelid::regclass::text = any(${cards}) and c.conrelid <> 'counterparty_words'::regclass
    order by 1, 2`.execute(db)
  return rows
}

const TABLES = ['counterparties', 'contacts', 'sites']

/** All rows of the company that name a counterparty, a contact or a site, and these themselves; versions only grow. */
const everything = (company: Company): Promise<Record<string, unknown[]>> =>
  asProgram(company, async (ctx) => {
    const refs = await referencesTo(ctx, TABLES)
    const dump: Record<string, unknown[]> = {}
    for (const tab of new Set([...TABLES, 'counterparty_words', ...refs.map((one) => one.tab)])) {
      const { rows } = await sql<{
        row: Record<string, unknown>
      }>`select to_jsonb(t) - 'version' as row from ${sql.raw(tab)} t
        where company_id = ${company.id} order by to_jsonb(t)::text collate "C"`.execute(ctx.db)
      dump[tab] = rows.map(({ row }) => row).toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1))
    }
    return dump
  })

/** Where in the whole database an id still stands, by column. */
const leftOf = (company: Company, id: string): Promise<string[]> => asProgram(company, ({ db }) => standsIn(db, id))

test('CPT-18 CPT-20: the parties of these tests are named by every column that can name one', async () => {
  const issuer = await makeIssuer()
  const { id, contact_id, site_id } = await makeWholeParty(issuer)
  const stands = new Set([
    ...(await leftOf(issuer.company, id)),
    ...(await leftOf(issuer.company, contact_id)),
    ...(await leftOf(issuer.company, site_id)),
  ])
  const missing = await asProgram(issuer.company, async (ctx) =>
    (await referencesTo(ctx, TABLES)).map(({ tab, col }) => `${tab}.${col}`).filter((ref) => !stands.has(ref)),
  )
  assert.deepEqual(
    missing.filter((ref) => !ref.endsWith('.merged_into')),
    [],
    'makeWholeParty must fill these, so that the tests below see whether a merge takes them along',
  )
  // A column that names a card without a key would stay behind unseen.
  const loose = await asProgram(issuer.company, async ({ db }) => {
    const { rows } = await sql<{ ref: string }>`select table_schema || '.' || table_name || '.' || column_name as ref
      from information_schema.columns c where udt_name = 'uuid' and column_name ~ '(contact|counterparty)_id$'
      and table_schema in ('public', 'auth') and not exists (select from card_references('counterparties') r
        where r.tab = c.table_name and r.col = c.column_name)
      and not exists (select from card_references('contacts') r
        where r.tab in (c.table_name, c.table_schema || '.' || c.table_name) and r.col = c.column_name)
      order by 1`.execute(db)
    return rows.map(({ ref }) => ref)
  })
  // Words are kept by triggers; rows of an import say what it made on its day, as the history does.
  assert.deepEqual(loose, [
    'public.counterparty_words.counterparty_id',
    'public.import_rows.counterparty_id',
    'public.import_things.counterparty_id',
  ])
})

test('CPT-18 CPT-19 S19: of two counterparties one is made; nothing names the other any more, its address leads to the one', async () => {
  const issuer = await makeIssuer()
  const { company } = issuer
  const { owner } = company
  const kept = await makeWholeParty(issuer, { name: 'ООО «Прибой»', address: 'Минск, ул. Сурганова, 5' })
  const gone = await makeWholeParty(issuer, {
    name: 'Прибой ООО',
    tax_number: '190000001',
    note: 'Звонить после 10',
    address: 'г. Минск, Сурганова 5',
    from_day: '2026-03-01',
  })
  const paperOf = async (counterparty_id: string) => {
    const { rows } = await done(owner, documents.listDocuments, { counterparty_id })
    const { counterparty: _, ...paper } = rows.find(({ id }) => id === gone.document_id) ?? assert.fail('no paper')
    return paper
  }
  const paper = await paperOf(gone.id)
  const { preview } = await mergeCards(owner, {
    kind: 'counterparty',
    kept,
    gone,
    from_gone: ['bank_name'],
    tax_number: 'gone',
  })
  const counts = Object.fromEntries(preview.moves.map(({ group, count }) => [group, count]))
  assert.deepEqual(counts, {
    contacts: 1,
    sites: 1,
    equipment: 1,
    contracts: 1,
    orders: 2,
    dialogues: 1,
    documents: 1,
    requisites: 1,
    approvals: 1,
  })
  assert.equal(preview.same_sites, 1)
  assert.deepEqual(preview.tax_numbers?.gone, '190000001')

  const card = await done(owner, counterparties.getCounterparty, { counterparty_id: gone.id })
  assert.deepEqual(
    [card.id, card.name, card.tax_number, card.note],
    [kept.id, 'ООО «Прибой»', '190000001', 'Звонить после 10'],
  )
  assert.equal(card.contacts.length, 2)
  // The site that both had is one, with both notes and the equipment of both.
  assert.deepEqual(
    card.sites.map((site) => [site.id, site.access_note?.split('\n').length]),
    [[kept.site_id, 2]],
  )
  assert.equal((await done(owner, assets.listAssets, { counterparty_id: kept.id })).rows.length, 2)
  assert.equal((await done(owner, contracts.listContracts, { counterparty_id: gone.id })).rows.length, 2)
  const order = await done(owner, orders.getOrder, { order_id: gone.order_id })
  assert.deepEqual([order.counterparty?.id, order.site?.id], [kept.id, kept.site_id])
  // What was issued says what it said, under the party as it was called then.
  assert.deepEqual(await paperOf(kept.id), paper)
  const left = (await leftOf(company, gone.id)).filter((ref) => !ref.startsWith('events.'))
  assert.deepEqual(left, ['counterparties.id', 'counterparty_words.counterparty_id', 'party_merges.gone_id'])
  assert.deepEqual(
    (await done(owner, counterparties.listCounterparties, { search: 'прибой' })).rows.map(({ id }) => id),
    [kept.id],
  )
  // An old form still knows the card under its old id.
  const late = await done(owner, orders.createOrder, {
    request: 'Ещё',
    counterparty_id: gone.id,
    site_id: gone.site_id,
  })
  assert.deepEqual([late.counterparty?.id, late.site?.id], [kept.id, kept.site_id])
})

test('CPT-20 S29: a merge that is undone leaves every row as it was, whatever was chosen', async () => {
  const issuer = await makeIssuer()
  const { owner } = issuer.company
  const one = await makeWholeParty(issuer, { tax_number: '190000002', address: 'Минск, Сурганова, 7', note: 'Первая' })
  const other = await makeWholeParty(issuer, {
    tax_number: '190000003',
    address: 'Сурганова 7, Минск',
    note: 'Вторая',
    is_supplier: true,
    is_customer: false,
    from_day: '2026-04-01',
    requisites: { legal_name: 'Прибой', account: 'BY86AKBB10100000002966000000' },
  })
  const before = await everything(issuer.company)
  const [at, there] = [{ id: one.contact_id }, { id: other.contact_id }]
  const wishes: Wish[] = [
    { kind: 'counterparty', kept: one, gone: other, tax_number: 'kept' },
    {
      kind: 'counterparty',
      kept: other,
      gone: one,
      tax_number: 'gone',
      from_gone: ['name', 'legal_name', 'bank_name'],
    },
    { kind: 'counterparty', kept: one, gone: other, tax_number: 'gone', from_gone: ['account', 'responsible', 'kind'] },
    { kind: 'contact', kept: at, gone: there },
    { kind: 'contact', kept: there, gone: at, from_gone: ['name', 'position', 'counterparty'] },
  ]
  for (const wish of wishes) {
    const { merge_id } = await mergeCards(owner, wish)
    const merged = await everything(issuer.company)
    assert.notDeepEqual(merged, before)
    await done(owner, contract.undoPartyMerge, { merge_id })
    const after = await everything(issuer.company)
    for (const tab of Object.keys(before)) assert.deepEqual(after[tab], before[tab], `${wish.kind} ${tab}`)
    assert.equal((await as(owner, contract.undoPartyMerge, { merge_id })).body.code, 'merge.undone')
  }
})
