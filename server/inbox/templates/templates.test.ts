import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/inbox/templates.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeStaff } from '#test/world/people.ts'
import { filledIn } from './fields.ts'

test('INB-50: a template is added, changed, put away and taken back; its fields and name are looked at', async () => {
  const { owner } = await makeCompany()
  const body = 'Здравствуйте, {contact}! Заказ {order} принят.\n{me}'
  const made = await done(owner, contract.addReplyTemplate, { name: '  Принято   в работу ', body })
  assert.deepEqual([made.name, made.body], ['Принято в работу', body])

  const strange = await as(owner, contract.addReplyTemplate, { name: 'Цена', body: 'Цена {price} руб.' })
  assert.equal(strange.status, 422)
  assert.deepEqual((strange.body as { errors: object[] }).errors, [
    { path: 'body', code: 'reply_template.field_unknown', facts: { field: '{price}' } },
  ])
  const double = await as(owner, contract.addReplyTemplate, { name: 'ПРИНЯТО В РАБОТУ', body: 'Да' })
  assert.equal((double.body as { errors: { code: string }[] }).errors[0]?.code, 'reply_template.double')

  const change = { template_id: made.id, archived: true }
  const away = await as(owner, contract.changeReplyTemplate, change, { if_match: made.version })
  assert.equal(away.status, 200)
  assert.deepEqual((await done(owner, contract.listReplyTemplates, {})).rows, [])
  assert.equal((await done(owner, contract.listReplyTemplates, { archived: true })).rows.length, 1)
  const late = await as(owner, contract.changeReplyTemplate, { ...change, archived: false }, { if_match: made.version })
  assert.equal(late.status, 412)
})

test('INB-50: who only reads dialogues uses no template of his own making; another company has its own', async () => {
  const company = await makeCompany()
  const { id } = await done(company.owner, contract.addReplyTemplate, { name: 'Да', body: 'Да' })
  const accountant = await makeStaff(company, 'member')
  const refused = await as(accountant, contract.addReplyTemplate, { name: 'Нет', body: 'Нет' })
  assert.equal(refused.status, 403)
  const other = await makeCompany()
  assert.deepEqual((await done(other.owner, contract.listReplyTemplates, {})).rows, [])
  const far = await as(other.owner, contract.changeReplyTemplate, { template_id: id, name: 'Х' }, { if_match: 1 })
  assert.equal(far.status, 404)
})

test('INB-50: what goes out unseen is filled in, and goes without what is not known', () => {
  const text = 'Здравствуйте, {contact}!\nС вами {company}.'
  assert.equal(filledIn(text, { contact: 'Анна', company: 'Свет' }), 'Здравствуйте, Анна!\nС вами Свет.')
  assert.equal(filledIn(text, { contact: null, company: 'Свет' }), 'Здравствуйте!\nС вами Свет.')
  assert.equal(filledIn('{contact}, здравствуйте!', { contact: null }), 'Здравствуйте!')
  assert.equal(filledIn('Ответим {opens_at}.', { opens_at: 'завтра в 09:00' }), 'Ответим завтра в 09:00.')
  // What a person is called is no field, whatever stands in it.
  assert.equal(filledIn('{contact}', { contact: '{company}', company: 'Свет' }), '{company}')
})
