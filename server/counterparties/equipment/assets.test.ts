import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as parties from '#contract/counterparties.ts'
import * as contract from '#contract/parties/assets.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { makeCounterparty } from '#test/world/counterparties.ts'
import { makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'

async function withSite() {
  const company = await makeCompany()
  const { owner } = company
  const { id: counterparty_id, sites } = await makeCounterparty(owner)
  const site_id = sites[0]?.id ?? ''
  const add = (name: string, next_service_on: string | null = null) =>
    done(owner, contract.addAsset, { site_id, name, next_service_on })
  return { company, owner, counterparty_id, site_id, add }
}

test('CPT-14: equipment is listed by its next service; near or past it is trouble, in the list of counterparties too', async () => {
  const { owner, counterparty_id, add } = await withSite()
  await add('Вывеска')
  await add('Щит', minskDay(15))
  await add('Насос', minskDay(14))
  await add('Котёл', minskDay(-1))
  const { rows } = await done(owner, contract.listAssets, { counterparty_id })
  assert.deepEqual(
    rows.map(({ name, service }) => [name, service]),
    [
      ['Котёл', 'overdue'],
      ['Насос', 'soon'],
      ['Щит', null],
      ['Вывеска', null],
    ],
  )
  const list = await done(owner, parties.listCounterparties, {})
  assert.equal(list.rows.find(({ id }) => id === counterparty_id)?.services_due, 2)
})

test('CPT-14: equipment is changed, removed and brought back; its kinds are offered again', async () => {
  const { owner, counterparty_id, site_id } = await withSite()
  const made = await done(owner, contract.addAsset, {
    site_id,
    name: ' Котёл ',
    kind: 'Отопление',
    serial: 'К-77',
    installed_on: '2024-05-01',
  })
  const asset_id = made.id
  assert.deepEqual([made.name, made.kind, made.serial], ['Котёл', 'Отопление', 'К-77'])
  const early = await as(owner, contract.changeAsset, { asset_id, next_service_on: '2024-04-30' })
  assert.deepEqual([early.status, early.body.code], [422, 'asset.service_before'])
  const changed = await done(owner, contract.changeAsset, { asset_id, next_service_on: '2031-05-01', serial: null })
  assert.deepEqual([changed.next_service_on, changed.serial, changed.kind], ['2031-05-01', null, 'Отопление'])
  const stale = await as(owner, contract.changeAsset, { asset_id, note: 'x' }, { if_match: made.version })
  assert.equal(stale.status, 412)

  await done(owner, contract.removeAsset, { asset_id })
  const without = await done(owner, contract.listAssets, { counterparty_id })
  assert.deepEqual([without.rows, without.kinds], [[], ['Отопление']])
  await done(owner, contract.restoreAsset, { asset_id })
  assert.equal((await done(owner, contract.listAssets, { counterparty_id })).rows.length, 1)
})

test('CPT-13: a site has its point on the map, or none; half a point is refused', async () => {
  const { owner, counterparty_id, site_id } = await withSite()
  const point = { lat: 53.9045, lon: 27.5615 }
  const set = await done(owner, parties.changeSite, { site_id, point })
  assert.deepEqual(set.point, point)
  const kept = await done(owner, parties.changeSite, { site_id, access_note: 'С торца' })
  assert.deepEqual([kept.point, kept.access_note], [point, 'С торца'])
  assert.equal((await done(owner, parties.changeSite, { site_id, point: null })).point, null)
  const half = await as(owner, parties.changeSite, { site_id, point: { lat: 53.9 } as typeof point })
  assert.equal(half.status, 422)
  const added = await done(owner, parties.addSite, { counterparty_id, address: 'Немига, 5', point })
  assert.deepEqual(added.point, point)
})

test('CPT-14 CPT-8: all staff who see the counterparty read, who manages counterparties writes; a stranger finds nothing', async () => {
  const { company, counterparty_id, site_id, add } = await withSite()
  const { id: asset_id } = await add('Котёл')
  const manager = await makeStaff(company)
  assert.equal((await as(manager, contract.changeAsset, { asset_id, name: 'Бойлер' })).status, 200)
  const member = await makeStaff(company, 'member')
  assert.equal((await as(member, contract.listAssets, { counterparty_id })).body.code, 'counterparty.missing')
  const stranger = (await makeCompany()).owner
  assert.equal((await as(stranger, contract.addAsset, { site_id, name: 'x' })).body.code, 'site.missing')
  for (const at of [contract.changeAsset, contract.removeAsset, contract.restoreAsset] as const)
    assert.equal((await as(stranger, at, { asset_id })).body.code, 'asset.missing')
})
