import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/counterparties.ts'
import { as, done, type Person } from '#test/as.ts'
import { queriesOf } from '#test/queries.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'

const found = async (by: Person, search: string) =>
  (await done(by, contract.listCounterparties, { search })).rows.map(({ name }) => name)

test('CPT-6 S19 S39: a counterparty is found by any of its words', async () => {
  const [{ owner }, theirs] = [await makeCompany(), await makeCompany()]
  const wish = {
    name: 'ООО «Берёзка»',
    tax_number: '191682495',
    requisites: { legal_name: 'Общество «Белая берёза»' },
    contact: { name: 'Пётр Зуев', phone: '+375296112233', email: 'zuev@bereza.example' },
    site: { address: 'Минск, ул. Кальварийская, 41' },
  }
  const { id: counterparty_id } = await makeCounterparty(owner, wish)
  await makeCounterparty(owner, { name: 'ЗАО «Европа»' })
  await makeCounterparty(theirs.owner, wish)

  for (const search of [
    'березк',
    'БЕРЁЗКА',
    '191682',
    'белая',
    'зуев петр',
    'zuev@',
    'кальварийская, 41',
    '29 611-22',
    '8 029 611',
    '+375 29 6112233',
    '112233',
  ])
    assert.deepEqual(await found(owner, search), ['ООО «Берёзка»'], search)
  for (const search of ['%', '_', 'берёзка европа', '\\', '0000000'])
    assert.deepEqual(await found(owner, search), [], search)

  await done(owner, contract.addContact, { counterparty_id, name: 'Мария Крот', phone: '+375339998877' })
  const { contacts } = await done(owner, contract.getCounterparty, { counterparty_id })
  assert.deepEqual(await found(owner, 'крот'), ['ООО «Берёзка»'])
  await done(owner, contract.changeContact, { contact_id: contacts[1]!.id, name: 'Мария Лось', phone: null })
  assert.deepEqual([await found(owner, 'крот'), await found(owner, '339998877')], [[], []])
  assert.deepEqual(await found(owner, 'лось'), ['ООО «Берёзка»'])
})

test('CPT-6: pages follow one another by name, without a gap or a repeat', async () => {
  const { owner } = await makeCompany()
  for (let n = 0; n < 52; n += 1) await makeCounterparty(owner, { name: `Фирма ${String(n % 26).padStart(2, '0')}` })

  const first = await done(owner, contract.listCounterparties, {})
  const second = await done(owner, contract.listCounterparties, { after: first.next! })

  assert.deepEqual([first.rows.length, second.rows.length, second.next], [50, 2, null])
  assert.equal(new Set([...first.rows, ...second.rows].map(({ id }) => id)).size, 52)
  assert.deepEqual(
    second.rows.map(({ name }) => name),
    ['Фирма 25', 'Фирма 25'],
  )
  const row = first.rows[0]!
  assert.deepEqual(
    [row.contacts, row.sites, row.main_contact?.name, row.responsible?.id],
    [1, 1, 'Ирина Ковалёва', owner.id],
  )

  const queries = await queriesOf(() => done(owner, contract.listCounterparties, {}))
  assert.equal(queries.filter((text) => /^\s*select/i.test(text)).length, 3, queries.join('\n'))
  const wrong = await as(owner, contract.listCounterparties, { after: 'nowhere' })
  assert.deepEqual([wrong.status, wrong.body.errors?.[0]?.path], [422, 'after'])
})
