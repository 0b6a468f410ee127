import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { buffer } from 'node:stream/consumers'
import { test } from 'node:test'
import { uuidv7 } from 'uuidv7'
import * as counterparties from '#contract/counterparties.ts'
import { Refused } from '#platform/errors.ts'
import { done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { makeIssuer, REQUISITES, RUSSIAN } from '#test/world/documents.ts'
import { inside } from '#test/world/inside.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { stopPrinting } from '#platform/pdf/the-press.ts'
import { issueDocuments, listDocuments, proposeDocuments, type ToIssue, voidDocument } from './index.ts'

type Made = { company: Company; counterparty_id: string; order: (more?: Partial<ToIssue>) => ToIssue }

/** What is to be issued, by a company that may. */
async function makeOrder({ country = 'BY', ...wish }: Parameters<typeof makeIssuer>[0] = {}): Promise<Made> {
  const { company, counterparty_id } = await makeIssuer({ country, ...wish })
  const line = { name: 'Подключение светового короба', unit: 'усл.', quantity: '1', price: '186000', vat_rate: 20 }
  const order = (more: Partial<ToIssue> = {}): ToIssue => ({
    subject: { kind: 'order', id: uuidv7() },
    kinds: ['invoice'],
    counterparty_id,
    basis: 'Заказ № 1042 от 23 ноября 2026 г.',
    currency: country === 'RU' ? 'RUB' : 'BYN',
    lines: [line],
    ...more,
  })
  return { company, counterparty_id, order }
}

async function refusalOf(act: Promise<unknown>) {
  const error = await act.then(
    () => assert.fail('was not refused'),
    (reason: unknown) => reason,
  )
  assert.ok(error instanceof Refused, String(error))
  return error.refusal
}

test('DOC-1 S56: invoice and act have numbers of their own, from 1 in each year', async () => {
  const { company, order } = await makeOrder()
  const both = await inside(company, (ctx) => issueDocuments(ctx, order({ kinds: ['act', 'invoice'] })))
  assert.deepEqual(
    both.map(({ kind, number }) => [kind, number]),
    [
      ['invoice', '1'],
      ['act', '1'],
    ],
  )
  const [next] = await inside(company, (ctx) => issueDocuments(ctx, order()))
  const [earlier] = await inside(company, (ctx) => issueDocuments(ctx, order({ issued_on: '2025-12-31' })))
  assert.deepEqual([next?.number, earlier?.number], ['2', '1'])
})

test('DOC-1: of 64 issued at once, some of which fail, the numbers are 1 to as many as did not', async (t) => {
  const { company, order } = await makeOrder()
  const start = performance.now()
  const tries = await race(64, async (at) => {
    const one = inside(company, async (ctx) => {
      const documents = await issueDocuments(ctx, order())
      // A fault after the number was taken: the transaction ends without it.
      if (at % 4 === 3) throw new Error('a fault')
      return documents[0]!.number
    })
    // And the process that sets documents dies under one of them.
    if (at === 20) setTimeout(stopPrinting, 150)
    return one.catch(() => null)
  })
  t.diagnostic(`${((performance.now() - start) / 64).toFixed(1)} ms for each`)
  const numbers = tries.flatMap((number) => (number === null ? [] : [Number(number)])).sort((a, b) => a - b)
  assert.ok(numbers.length >= 40, `only ${numbers.length} were issued`)
  assert.deepEqual(
    numbers,
    Array.from({ length: numbers.length }, (_, at) => at + 1),
  )
})

test('DOC-2: an act stands once for a thing; when it is void another may be issued', async () => {
  const { company, order } = await makeOrder()
  const act = order({ kinds: ['act'] })
  const [first] = await inside(company, (ctx) => issueDocuments(ctx, act))
  const refusal = await refusalOf(inside(company, (ctx) => issueDocuments(ctx, { ...act, kinds: ['invoice', 'act'] })))
  assert.deepEqual([refusal.status, refusal.code], [409, 'document.act_exists'])
  await inside(company, (ctx) => voidDocument(ctx, { document_id: first!.id, reason: 'Ошибка в сумме' }))
  const [second] = await inside(company, (ctx) => issueDocuments(ctx, act))
  assert.equal(second?.number, '2')
})

test('DOC-3 S56: what the form cannot do without is named, side and field', async () => {
  const { company, order } = await makeOrder({ requisites: { legal_name: 'ООО «ГородСервис»' } })
  const { id } = await done(company.owner, counterparties.addCounterparty, { kind: 'organisation', name: 'Новый' })
  const asked = order({ counterparty_id: id })
  const refusal = await refusalOf(inside(company, (ctx) => issueDocuments(ctx, asked)))
  const fields = (refusal.facts as { fields: string[] }).fields
  assert.deepEqual([refusal.status, refusal.code], [409, 'document.requisites_missing'])
  assert.deepEqual(fields, [
    'seller.tax_number',
    'seller.legal_address',
    'seller.signatory_name',
    'seller.signatory_position',
    'seller.bank_name',
    'seller.account',
    'seller.bic',
    'buyer.tax_number',
  ])
  const proposal = await inside(company, (ctx) => proposeDocuments(ctx, asked))
  assert.deepEqual(proposal.missing, fields)
  // A private person has no number to show.
  const person = await done(company.owner, counterparties.addCounterparty, { kind: 'person', name: 'Пётр Иванов' })
  const { missing } = await inside(company, (ctx) => proposeDocuments(ctx, order({ counterparty_id: person.id })))
  assert.ok(missing.every((field) => field.startsWith('seller.')))
})

test('DOC-4 S97: the sum to pay is what was agreed; net and VAT add up to it, in Minsk and in Moscow', async () => {
  for (const country of ['BY', 'RU'] as const) {
    const { company, order } = await makeOrder({
      country,
      requisites: { ...REQUISITES, ...(country === 'RU' && RUSSIAN) },
    })
    const lines = [
      { name: 'Электрик', unit: 'ч', quantity: '2.500', price: '3333', vat_rate: 20 },
      { name: 'Материалы', unit: 'шт.', quantity: '3', price: '1', vat_rate: null },
    ]
    const [invoice] = await inside(company, (ctx) => issueDocuments(ctx, order({ lines })))
    assert.deepEqual(invoice?.lines, [
      { ...lines[0], quantity: '2.5', net: '6944', vat: '1389', total: '8333' },
      { ...lines[1], net: '3', vat: '0', total: '3' },
    ])
    assert.deepEqual([invoice?.net, invoice?.vat, invoice?.total], ['6947', '1389', '8336'])
  }
})

test('DOC-4: a line of nothing, below zero or beyond any form is refused by its place', async () => {
  const { company, order } = await makeOrder()
  const line = order().lines[0]!
  for (const [change, field, code] of [
    [{ quantity: '0.000' }, 'lines.1.quantity', 'document.quantity_zero'],
    [{ price: '-100' }, 'lines.1.price', 'document.price_negative'],
    [{ quantity: '999999999', price: '999999999999999999' }, 'lines.1.price', 'document.sum_too_large'],
  ] as const) {
    const refusal = await refusalOf(
      inside(company, (ctx) => issueDocuments(ctx, order({ lines: [line, { ...line, ...change }] }))),
    )
    assert.deepEqual([refusal.field, refusal.code], [field, code])
  }
})

test('DOC-5 S77: the bytes stay as they were issued, whatever becomes of the sides and of the document', async () => {
  const { company, order, counterparty_id } = await makeOrder()
  const [document] = await inside(company, (ctx) => issueDocuments(ctx, order()))
  const before = await bytesOf(company, document!.file_id)
  assert.equal(before.name, `Счёт № 1 от ${document!.issued_on.split('-').reverse().join('.')}.pdf`)
  assert.equal(before.mime, 'application/pdf')
  await done(company.owner, counterparties.changeCounterparty, { counterparty_id, name: 'ЗАО «Другое»' })
  await inside(company, (ctx) => voidDocument(ctx, { document_id: document!.id, reason: 'Отказ' }))
  const again = await bytesOf(company, document!.file_id)
  assert.equal(again.hash, before.hash)
  assert.equal(again.kept, before.hash)
})

async function bytesOf(company: Company, file_id: string) {
  const { process } = await product()
  const file = await inside(company, ({ db }) =>
    db.selectFrom('files').selectAll().where('id', '=', file_id).executeTakeFirstOrThrow(),
  )
  const bytes = await buffer(process.world.store.get(file.sha256))
  return { ...file, hash: createHash('sha256').update(bytes).digest('hex'), kept: file.sha256.toString('hex') }
}

test('DOC-6: void is a mark with a reason, set once, and told', async () => {
  const { company, order } = await makeOrder()
  const [document] = await inside(company, (ctx) => issueDocuments(ctx, order()))
  assert.equal(document!.can.void, null)
  const given = { document_id: document!.id, reason: 'Ошибка в сумме' }
  const gone = await inside(company, (ctx) => voidDocument(ctx, given))
  assert.deepEqual([gone.state, gone.void_reason, gone.number], ['void', 'Ошибка в сумме', '1'])
  const refusal = await refusalOf(inside(company, (ctx) => voidDocument(ctx, given)))
  assert.deepEqual([refusal.status, refusal.code], [409, 'document.already_void'])
  const told = await inside(company, ({ db }) =>
    db.selectFrom('events').select(['name', 'facts']).where('subject_id', '=', document!.id).orderBy('id').execute(),
  )
  assert.deepEqual(
    told.map(({ name }) => name),
    ['document.issued', 'document.voided'],
  )
})

test('DOC-7: who has no right to money neither issues nor reads documents; another company finds none', async () => {
  const { company, order } = await makeOrder()
  const [document] = await inside(company, (ctx) => issueDocuments(ctx, order()))
  const member = { role: 'member' } as const
  for (const act of [
    inside(company, (ctx) => issueDocuments(ctx, order()), member),
    inside(company, (ctx) => listDocuments(ctx, {}), member),
    inside(company, (ctx) => voidDocument(ctx, { document_id: document!.id, reason: '-' }), member),
  ])
    assert.equal((await refusalOf(act)).code, 'document.not_yours')
  const other = await makeCompany()
  const stranger = await refusalOf(
    inside(other, (ctx) => voidDocument(ctx, { document_id: document!.id, reason: '-' })),
  )
  assert.deepEqual([stranger.status, stranger.code], [404, 'document.missing'])
  assert.deepEqual((await inside(other, (ctx) => listDocuments(ctx, {}))).rows, [])
})

test('a document is not dated into the future, by the days of the company', async () => {
  const { company, order } = await makeOrder()
  const now = new Date('2026-11-23T21:30:00Z')
  const issue = (issued_on: string) => inside(company, (ctx) => issueDocuments(ctx, order({ issued_on })), { now })
  assert.equal((await issue('2026-11-24'))[0]?.issued_on, '2026-11-24')
  const refusal = await refusalOf(issue('2026-11-25'))
  assert.deepEqual([refusal.field, refusal.code], ['issued_on', 'document.issued_in_future'])
})
