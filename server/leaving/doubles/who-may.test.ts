import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/doubles.ts'
import * as people from '#contract/people.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'

type Who = { id: string }

test('DBL-6: the owner, oneself and staff before a performer remain; who leads not both may not, and a stranger finds nobody', async () => {
  const company = await makeCompany()
  const { owner } = company
  const [kept, gone] = [await makeStaff(company), await makeStaff(company)]
  const admin = await makeStaff(company, 'admin')
  const performer = await makePerformer(company)
  const why = async (by: Person, one: Who, other: Who) => {
    const { status, body } = await as(by, contract.previewMerge, { member_id: one.id, gone_id: other.id })
    return status === 200 ? body.can.merge?.code : body.code
  }
  assert.equal(await why(admin, kept, owner), 'double.owner_stays')
  assert.equal(await why(admin, kept, admin), 'double.self_stays')
  assert.equal(await why(admin, performer, kept), 'double.staff_stays')
  assert.equal(await why(admin, kept, kept), 'double.same')
  assert.equal(await why(kept, kept, gone), 'member.not_yours')
  assert.equal(await why(performer, kept, gone), 'door.staff')
  assert.equal(await why((await makeCompany()).owner, kept, gone), 'member.missing')
  const two = { member_id: kept.id, gone_id: gone.id }
  const seen = await done(admin, contract.previewMerge, two)
  await done(owner, people.changeMember, { member_id: gone.id, position: 'Прораб' })
  const versions = { kept_version: seen.kept.version, gone_version: seen.gone.version }
  const late = await as(admin, contract.merge, { ...two, from_gone: [], ...versions })
  assert.equal(late.body.code, 'double.stale')
})

test('DBL-5: probable doubles have one phone, one e-mail or nearly one name; others are not there', async () => {
  const company = await makeCompany()
  const { owner } = company
  const names = ['Павел Жук', 'Жук Павел', 'Олег Савич', 'Савич О.', 'Иванов Алексей', 'Иванов Алексей Петрович']
  for (const name of [...names, 'Пётр Лапа', 'Петр Лапа', 'Игорь Мороз', 'Сергей Волк'])
    await addPerformer(company, { name })
  const { rows } = await done(owner, contract.listDoubles, { kind: 'performer' })
  assert.deepEqual(
    rows.map(({ one, other, same }) => [one.name, other.name, ...same]),
    [
      ['Павел Жук', 'Жук Павел', 'name'],
      ['Олег Савич', 'Савич О.', 'name'],
      ['Иванов Алексей', 'Иванов Алексей Петрович', 'name'],
      ['Пётр Лапа', 'Петр Лапа', 'name'],
    ],
  )
  const clerk = await makeStaff(company, 'member')
  assert.deepEqual((await done(clerk, contract.listDoubles, {})).rows, [])
})
