import assert from 'node:assert/strict'
import { test, type TestContext } from 'node:test'
import { sql } from 'kysely'
import * as inbox from '#contract/inbox/conversations.ts'
import type { Ctx } from '#platform/ctx.ts'
import { hold } from '#platform/db/hold.ts'
import { done } from '#test/as.ts'
import { accessTo, OwnPeer } from '#test/peers/mail-peers.ts'
import { product } from '#test/product.ts'
import { type Company, makeCompany } from '#test/world.ts'
import { asProgram, makeChannel } from '#test/world/inbox.ts'
import { sealedSecrets } from '../connecting/access.ts'
import { followChannels } from './follow-channels.ts'

/** Another node of the product, that may go to servers of this machine. */
async function startNode() {
  const { process } = await product()
  const world = { ...process.world, config: { ...process.config, allowed_hosts: ['127.0.0.1'] } }
  return followChannels({ doorway: process.doorway, world, log: () => {} })
}

/** A company with a mailbox that has been connected. */
async function withMailbox(t: TestContext) {
  const box = await new OwnPeer().open()
  t.after(() => box.close())
  const company = await makeCompany()
  const { id } = await makeChannel(company, 'email')
  const { settings, secrets } = accessTo(box)
  const { world } = (await product()).process
  const known = { settings: settings as never, sealed: sealedSecrets(world, id, secrets) }
  await asProgram(company, ({ db }) => db.updateTable('channels').set(known).where('id', '=', id).execute())
  return { box, company, id }
}

/** Asks until it is so: a node does what it does in its own time. */
async function until(so: () => Promise<boolean> | boolean): Promise<void> {
  for (const end = Date.now() + 20_000; !(await so());) {
    if (Date.now() > end) assert.fail('it did not come to be')
    await new Promise((go) => setTimeout(go, 50))
  }
}

const comes = (box: OwnPeer, text: string) =>
  box.deliver(`From: petr@svet.example\r\nMessage-ID: <${text}@svet.example>\r\n\r\n${text}`)

const previews = async ({ owner }: Company) =>
  (await done(owner, inbox.listConversations, {})).rows.map(({ preview }) => preview).toSorted()

const leaseOf = (company: Company, id: string) =>
  asProgram(company, ({ db }) =>
    db
      .selectFrom('channel_states')
      .select(['leased_by', 'leased_until'])
      .where('channel_id', '=', id)
      .executeTakeFirst(),
  )

/** Runs a part while something of the database is held by somebody else. */
async function whileHeld(company: Company, held: (ctx: Ctx) => Promise<unknown>, part: () => Promise<void>) {
  await asProgram(company, async (ctx) => {
    await held(ctx)
    await part()
  })
}

test('INB-14: a node that stops while it is just looking for channels keeps none of them from the next', async (t) => {
  const { box, company, id } = await withMailbox(t)
  let over = false
  let stopping = Promise.resolve()
  await whileHeld(
    company,
    ({ db }) => sql`lock table channel_states in exclusive mode`.execute(db),
    async () => {
      const node = await startNode()
      stopping = node.stop().then(() => void (over = true))
      // It has begun to look: what it finds it has to give back before it is gone.
      await previews(company)
      assert.equal(over, false)
    },
  )
  await stopping
  assert.deepEqual(await leaseOf(company, id), { leased_by: null, leased_until: null })
  const next = await startNode()
  t.after(next.stop)
  await comes(box, 'first')
  await until(async () => (await previews(company)).length === 1)
  assert.equal(box.lines, 1)
})

test('INB-14: a node that was silent too long and claims a channel anew follows it once, and lets go of it whole', async (t) => {
  const { box, company, id } = await withMailbox(t)
  const node = await startNode()
  t.after(node.stop)
  await comes(box, 'before')
  await until(async () => (await previews(company)).length === 1)
  // In the middle of a letter that it cannot keep yet its claim runs out, and it claims the channel again.
  await whileHeld(
    company,
    (ctx) => hold(ctx, [`message ${id} <slow@svet.example>`]),
    async () => {
      await comes(box, 'slow')
      await until(() => box.asked.filter((name) => name === 'UID FETCH').length >= 4)
      const silent = { leased_until: new Date(Date.now() - 1000) }
      await asProgram(company, ({ db }) =>
        db.updateTable('channel_states').set(silent).where('channel_id', '=', id).execute(),
      )
      node.look()
      await until(async () => Date.parse(String((await leaseOf(company, id))?.leased_until)) > Date.now())
    },
  )
  await comes(box, 'after')
  await until(async () => (await previews(company)).length === 3)
  node.look()
  await until(() => box.lines === 1)
  assert.deepEqual(await previews(company), ['after', 'before', 'slow'])
  await node.stop()
  await until(() => box.lines === 0)
})
