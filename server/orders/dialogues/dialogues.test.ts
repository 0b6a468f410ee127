import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as counterparties from '#contract/counterparties.ts'
import * as inbox from '#contract/inbox/conversations.ts'
import * as dialogues from '#contract/inbox/order-dialogues.ts'
import * as orders from '#contract/orders.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { arrive, dialogue, makeChannel, message } from '#test/world/inbox.ts'
import { makeStaff } from '#test/world/people.ts'
import { makePicture } from '#test/world/tasks.ts'

const photo = { name: 'щит.txt', part: 'file' as const, bytes: Buffer.from('схема щита') }

for (const kind of ['telegram', 'email', 'web_chat', 'max'] as const)
  test(`ORD-18, S37: an order of a dialogue (${kind}) has its words, contact, files and source, and the two name each other`, async () => {
    const company = await makeCompany()
    const channel = await makeChannel(company, kind)
    const key = 'chat 1'
    const sender = { kind, value: 'anna@europa.test', name: 'Анна Гринкевич' }
    const words = message({ thread: { key }, sender, text: 'Нужны два электрика', files: [photo] })
    await arrive(channel, message({ thread: { key }, sender, text: 'Добрый день' }), words)
    const { id: conversation_id, messages, contact } = await dialogue(company.owner)
    const message_id = messages.find(({ text }) => text === 'Нужны два электрика')!.id

    const order = await done(company.owner, dialogues.orderFromDialogue, {
      conversation_id,
      message_ids: [message_id],
      request: 'Нужны два электрика',
      counterparty_name: 'ТЦ «Европа»',
      address: 'ул. Сурганова, 57Б',
      demands: [{ speciality: 'Электрики', people: 2 }],
    })

    assert.deepEqual([order.source, order.request], [kind, 'Нужны два электрика'])
    assert.deepEqual([order.counterparty?.name, order.contact?.id], ['ТЦ «Европа»', contact?.id])
    assert.equal(order.site?.address, 'ул. Сурганова, 57Б')
    const { files, dialogues: from } = await done(company.owner, dialogues.getAttachments, { order_id: order.id })
    assert.deepEqual(
      [files.map(({ name }) => name), from.map((each) => each.conversation_id)],
      [['щит.txt'], [conversation_id]],
    )
    const { orders: made } = await dialogue(company.owner)
    assert.deepEqual(made, [{ id: order.id, number: order.number }])
    // The contact of nobody is the customer's from now on.
    const card = await done(company.owner, counterparties.getCounterparty, { counterparty_id: order.counterparty!.id })
    assert.deepEqual(
      card.contacts.map(({ name }) => name),
      ['Анна Гринкевич'],
    )
  })

test('ORD-18: a known customer stays whose the contact is; a note and a stranger’s message make no order', async () => {
  const company = await makeCompany()
  const phone = '+375291112233'
  const party = await makeCounterparty(company.owner, { name: 'ЖСПК «Филипенко 12»', contact: { name: 'Пётр', phone } })
  const sender = {
    kind: 'telegram' as const,
    value: '9',
    name: 'П',
    proven: [{ kind: 'phone' as const, value: phone }],
  }
  await arrive(await makeChannel(company), message({ sender, text: 'Филипенко 12, нет горячей воды' }))
  const { id: conversation_id, messages } = await dialogue(company.owner)
  const note = await done(company.owner, inbox.noteConversation, { conversation_id, text: 'наш бойлер' })
  const make = (message_ids: string[]) =>
    as(company.owner, dialogues.orderFromDialogue, { conversation_id, message_ids, request: 'Нет горячей воды' })

  const [of_note, right] = [await make([note.id]), await make([messages[0]!.id])]

  assert.deepEqual([of_note.status, of_note.body.code], [404, 'message.missing'])
  assert.deepEqual([right.status, right.body.counterparty?.id], [200, party.id])
})

test('ORD-18, S39: a dialogue is said to belong to an order that is there, once', async () => {
  const company = await makeCompany()
  const order = await done(company.owner, orders.createOrder, { request: 'Нет света' })
  await arrive(await makeChannel(company), message())
  const { id: conversation_id } = await dialogue(company.owner)

  for (const _ of [1, 2]) await done(company.owner, dialogues.linkDialogue, { conversation_id, order_id: order.id })

  const { dialogues: of } = await done(company.owner, dialogues.getAttachments, { order_id: order.id })
  assert.equal(of.length, 1)
})

test('ORD-19, S77: who sees an order puts his own files on it, and not those of others', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const { id: order_id } = await done(company.owner, orders.createOrder, { request: 'Нет света' })
  const [own, others] = [await makePicture(company, manager), await makePicture(company, company.owner)]

  const put = await done(manager, dialogues.addOrderFiles, { order_id, file_ids: [own] })
  const { status } = await as(manager, dialogues.addOrderFiles, { order_id, file_ids: [others] })

  assert.deepEqual([put.files.map(({ id }) => id), status], [[own], 404])
})
