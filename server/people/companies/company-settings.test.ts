import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makePerformer, makeStaff } from '#test/world/people.ts'

test('PPL-4 S19: requisites are kept bare, and a wrong check digit is shown at its field without losing what was typed', async () => {
  const { owner } = await makeCompany()

  const { status, body } = await as(owner, people.changeCompany, {
    requisites: { legal_name: 'ООО «ГородСервис»', tax_number: '191 682 496', bic: 'NBRBBY2X' },
  })

  assert.equal(status, 200)
  assert.deepEqual(body.faults, [{ field: 'tax_number', code: 'requisite.check-digit' }])
  assert.equal((await done(owner, people.getCompanySettings, {})).requisites.tax_number, '191682496')
  const right = await done(owner, people.changeCompany, { requisites: { ...body.requisites, tax_number: '191682495' } })
  assert.deepEqual(right.faults, [])
})

test('PPL-4: a stale change is told what stands now; nothing changed is no new version', async () => {
  const { owner } = await makeCompany()
  const { version, name } = await done(owner, people.getCompanySettings, {})
  const change = { name: 'Город и сервис', time_zone: 'Europe/Moscow', vat_rate: null }

  const changed = await as(owner, people.changeCompany, change, { if_match: version })
  assert.deepEqual([changed.status, changed.body.vat_rate, changed.body.version], [200, null, version + 1])
  const stale = await as(owner, people.changeCompany, { name }, { if_match: version })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])
  assert.equal((stale.body.facts!['current'] as people.CompanySettings).name, 'Город и сервис')
  assert.equal((await done(owner, people.changeCompany, change)).version, version + 1)
  const zone = await as(owner, people.changeCompany, { time_zone: 'Луна/Кратер' })
  assert.deepEqual([zone.status, zone.body.errors?.[0]?.path], [422, 'time_zone'])
})

test('PPL-4: staff read the settings, only owner and administrator change them, performers see none', async () => {
  const company = await makeCompany()
  const [manager, admin] = [await makeStaff(company), await makeStaff(company, 'admin')]
  const performer = await makePerformer(company)

  assert.equal((await as(manager, people.getCompanySettings, {})).body.id, company.id)
  const refused = await as(manager, people.changeCompany, { name: 'Моя' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'company.not_yours'])
  assert.equal((await as(admin, people.changeCompany, { name: 'Наша' })).body.name, 'Наша')
  assert.equal((await as(performer, people.getCompanySettings, {})).status, 403)
})
