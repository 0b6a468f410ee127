import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/leaving.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import { done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { arrive, makeChannel, message } from '#test/world/inbox.ts'
import { handing } from '#test/world/leaving.ts'
import { makeStaff } from '#test/world/people.ts'

test('INB-24 LEAVE-1 LEAVE-2 S5: dialogues of who leaves are shown and go to the successor or to nobody; a closed one that opens is nobody’s of old', async () => {
  const company = await makeCompany()
  const { owner } = company
  const channel = await makeChannel(company)
  const write = (key: string) => arrive(channel, message({ thread: { key }, text: `Вопрос ${key}` }))
  for (const key of ['1', '2']) await write(key)
  const all = async () => (await done(owner, inbox.listConversations, {})).rows
  const [open, closed] = await all()
  for (const heir of [await makeStaff(company), null]) {
    const leaver = await makeStaff(company)
    for (const row of [open, closed])
      await done(owner, inbox.changeConversation, { conversation_id: row?.id ?? '', assignee_id: leaver.id })
    await done(owner, inbox.changeConversation, { conversation_id: closed?.id ?? '', closed: true })
    const preview = await done(owner, contract.previewLeaving, { member_id: leaver.id })
    assert.deepEqual(
      preview.held.map(({ group, things, optional }) => [group, things.length, optional]),
      [['dialogues', 1, true]],
    )
    const held = handing(preview, { dialogues: heir?.id ?? null })
    await done(owner, contract.leave, { member_id: leaver.id, held })
    await write('2')
    await write('1')
    const rows = await all()
    assert.deepEqual(
      rows.map(({ assignee }) => assignee?.id ?? null),
      [heir?.id ?? null, heir?.id ?? null],
    )
  }
})
