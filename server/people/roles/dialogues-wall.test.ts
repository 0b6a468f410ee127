import assert from 'node:assert/strict'
import { test } from 'node:test'
import { sql } from 'kysely'
import * as inbox from '#contract/inbox/conversations.ts'
import * as orders from '#contract/orders.ts'
import { inTransaction } from '#platform/db/transaction.ts'
import { as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { makeCompany } from '#test/world.ts'
import { arrive, asProgram, makeChannel, message } from '#test/world/inbox.ts'
import { makeOrder } from '#test/world/orders.ts'
import { giveOwnRole, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { withSight } from './sight.ts'

test('RGT-14: who sees every order and no dialogue is shown none, by raw SQL neither', async () => {
  const company = await makeCompany()
  await arrive(await makeChannel(company), message({ text: 'Тайна переписки' }))
  await makeOrder(company.owner)
  const auditor = await makeStaff(company, 'member', 'Аудитор')
  await giveOwnRole(company, auditor.id, ['orders.all', 'money.read'], 'Аудитор')
  assert.equal((await done(auditor, orders.listOrders, {})).rows.length, 1)
  assert.equal((await as(auditor, inbox.listConversations, {})).status, 403)

  const { process } = await product()
  const seenWith = async (...rights: string[]) => {
    const viewer = { kind: 'staff', company_id: company.id, subject_id: auditor.id, only_order_id: null } as const
    const eyes = await asProgram(company, ({ db, viewer: program }) =>
      withSight(db, { ...program, ...viewer, rights: new Set(rights) }, minskDay()),
    )
    return inTransaction(process.doorway, eyes, {
      read_only: true,
      async run(db) {
        const { rows } = await sql<Record<string, number>>`select
          (select count(*)::int from orders) as orders, (select count(*)::int from conversations) as dialogues,
          (select count(*)::int from messages) as messages, (select count(*)::int from message_sources) as sources,
          (select count(*)::int from conversation_words) > 0 as words,
          (select count(*)::int from events where subject_kind = 'conversation') as facts`.execute(db)
        return rows[0]
      },
    })
  }
  const none = { dialogues: 0, messages: 0, sources: 0, words: false, facts: 0 }
  const every = { dialogues: 1, messages: 1, sources: 1, words: true, facts: 1 }
  assert.deepEqual(await seenWith('orders.all', 'money.read'), { orders: 1, ...none })
  assert.deepEqual(await seenWith('orders.all', 'money.read', 'dialogues.read'), { orders: 1, ...every })
  // Without the money he stands behind the narrow wall, and free dialogues are there for whoever answers.
  assert.deepEqual(await seenWith('orders.all', 'dialogues.read'), { orders: 1, ...none })
  assert.deepEqual(await seenWith('orders.all', 'dialogues.read', 'dialogues.answer'), { orders: 1, ...every })
  assert.deepEqual(await seenWith('orders.all', 'dialogues.answer'), { orders: 1, ...none })
})
