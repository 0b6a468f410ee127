import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as contract from '#contract/certificates.ts'
import { getWaiting } from '#contract/history.ts'
import * as people from '#contract/people.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { inside } from '#test/world/inside.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'
import { minskDay } from '#test/world/tasks.ts'
import { certificatesWaiting } from './certificate-faults.ts'

const group = 'Группа по электробезопасности III'

async function makeElectrician() {
  const company = await makeCompany()
  const manager = await makeStaff(company)
  const performer = await makePerformer(company, { name: 'Иван Мороз' })
  const certify = (kind: string, expires_on?: string) =>
    done(manager, contract.addCertificate, { member_id: performer.id, kind, ...(expires_on && { expires_on }) })
  const shown = async () => {
    const { rows } = await done(manager, contract.listCertificates, { member_id: performer.id })
    return rows.map(({ kind, expires_on, state }) => [kind, expires_on, state])
  }
  return { company, owner: company.owner, manager, performer, certify, shown }
}

test('PRF-5 S21: a certificate holds to its last day, and begins to expire thirty days before it', async () => {
  const { manager, performer, certify, shown } = await makeElectrician()
  await certify('Сварка', minskDay(-1))
  await certify('Высота', minskDay())
  await certify('Газ', minskDay(30))
  await certify('Кран', minskDay(31))
  await certify('Диплом')

  assert.deepEqual(await shown(), [
    ['Сварка', minskDay(-1), 'expired'],
    ['Высота', minskDay(), 'expiring'],
    ['Газ', minskDay(30), 'expiring'],
    ['Кран', minskDay(31), 'valid'],
    ['Диплом', null, 'valid'],
  ])
  const { certificates } = await done(manager, people.getMember, { member_id: performer.id })
  assert.deepEqual(certificates, { expired: 1, expiring: 2 })
  const { rows } = await done(manager, people.listMembers, { kind: 'performer' })
  assert.deepEqual(rows[0]?.certificates, { expired: 1, expiring: 2 })
})

test('PRF-5: of one kind the one that holds longest counts, however its name is written', async () => {
  const { manager, performer, certify, shown } = await makeElectrician()
  await certify(group, minskDay(-10))
  await certify(` ${group.toUpperCase()} `, minskDay(300))
  assert.deepEqual(await shown(), [
    [group.toUpperCase(), minskDay(300), 'valid'],
    [group, minskDay(-10), 'replaced'],
  ])
  assert.deepEqual((await done(manager, contract.findCertificateFaults, { member_id: [performer.id] })).rows, [])
})

test('PRF-5: corrected and removed ones stay in the history; a stale correction is told so, two that remove one do it once', async () => {
  const { company, manager, performer, certify } = await makeElectrician()
  const { certificate } = await certify(group, minskDay(-10))
  const at = { certificate_id: certificate.id }
  const change = { ...at, number: ' № 14 ', expires_on: minskDay(100) }
  const { rows } = await done(manager, contract.changeCertificate, change)
  assert.deepEqual([rows[0]?.number, rows[0]?.state, rows[0]?.version], ['№ 14', 'valid', 2])
  const stale = await as(manager, contract.changeCertificate, { ...at, number: null }, { if_match: 1 })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])

  const removed = await race(2, () => as(manager, contract.removeCertificate, at))
  assert.deepEqual(
    removed.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 404],
  )
  assert.equal((await as(manager, contract.changeCertificate, change)).body.code, 'certificate.missing')
  const told = await inside(company, ({ db }) =>
    db
      .selectFrom('events')
      .select(['name', 'facts'])
      .where('subject_id', '=', performer.id)
      .where('name', 'like', 'member.certificate%')
      .orderBy('id')
      .execute(),
  )
  assert.deepEqual(
    told.map(({ name }) => name.replace('member.certificate_', '')),
    ['added', 'changed', 'removed'],
  )
  assert.deepEqual((told[1]!.facts as { changes: unknown[] }).changes, [
    { field: 'number', from: null, to: '№ 14' },
    { field: 'expires_on', from: minskDay(-10), to: minskDay(100) },
  ])
})

test('PRF-5 PRF-7: wrong days are refused at their field; those who do not lead the person change nothing, himself least of all', async () => {
  const { company, manager, performer, certify } = await makeElectrician()
  const wrong = { member_id: performer.id, kind: group, issued_on: '2026-03-10', expires_on: '2026-03-09' }
  const refused = await as(manager, contract.addCertificate, wrong)
  assert.deepEqual([refused.status, refused.body.errors?.[0]?.path], [422, 'expires_on'])
  const blank = await as(manager, contract.addCertificate, { ...wrong, kind: '  ', expires_on: '2026-03-10' })
  assert.deepEqual([blank.status, blank.body.errors?.[0]?.path], [422, 'kind'])

  const { certificate } = await certify(group, minskDay(5))
  const other = await makeCompany()
  const clerk = await makeStaff(company, 'member')
  const acts = (who: Person) => [
    as(who, contract.addCertificate, { member_id: performer.id, kind: group }),
    as(who, contract.changeCertificate, { certificate_id: certificate.id, kind: 'Иное' }),
    as(who, contract.removeCertificate, { certificate_id: certificate.id }),
  ]
  const statuses = async (who: Person) => (await Promise.all(acts(who))).map(({ status }) => status)
  assert.deepEqual(await statuses(clerk), [403, 403, 403])
  assert.deepEqual(await statuses(performer), [403, 403, 403])
  assert.deepEqual(await statuses(other.owner), [404, 404, 404])
})

test('PRF-6: what will have run out by the day of the work is told for that day', async () => {
  const { manager, performer, certify } = await makeElectrician()
  await certify(group, minskDay(40))
  const on = async (day: string) =>
    (await done(manager, contract.findCertificateFaults, { member_id: [performer.id], day })).rows.map(
      ({ member, kind, state }) => [member.name, kind, state],
    )
  assert.deepEqual(await on(minskDay()), [])
  assert.deepEqual(await on(minskDay(20)), [['Иван Мороз', group, 'expiring']])
  assert.deepEqual(await on(minskDay(41)), [['Иван Мороз', group, 'expired']])
})

test('PRF-6 S11: what runs out waits for the performer’s head, and goes with a new one or with the performer', async () => {
  const company = await makeCompany()
  const [manager, other] = [await makeStaff(company), await makeStaff(company, 'manager', 'Ольга Санько')]
  const added = await done(manager, people.addPerformer, {
    name: 'Иван Мороз',
    phone: '80296123344',
    specialities: [],
  })
  const certify = (kind: string, expires_on: string) =>
    done(manager, contract.addCertificate, { member_id: added.id, kind, expires_on })
  await certify(group, minskDay(10))
  await certify('Высота', minskDay(-1))
  await certify('Газ', minskDay(200))

  const waits = async (who: Person) =>
    (await done(who, getWaiting, {})).rows.map(({ kind, title, person, day }) => [kind, title, person?.name, day])
  assert.deepEqual(await waits(manager), [
    ['certificate_expired', 'Высота', 'Иван Мороз', minskDay(-1)],
    ['certificate_expiring', group, 'Иван Мороз', minskDay(10)],
  ])
  assert.deepEqual([await waits(other), await waits(company.owner)], [[], []])
  await certify('Высота', minskDay(300))
  await certify(group, minskDay(300))
  assert.deepEqual(await waits(manager), [])
})

test('PRF-6: of performers without a head who works here it waits for owner and administrators', async () => {
  const company = await makeCompany()
  const { id } = await addPerformer(company)
  await done(company.owner, contract.addCertificate, { member_id: id, kind: group, expires_on: minskDay() })
  await inside(company, ({ db }) =>
    db
      .updateTable('members')
      .set({ head_id: null })
      .where('company_id', '=', company.id)
      .where('id', '=', id)
      .execute(),
  )
  const seen = (role: 'owner' | 'manager' | 'member') =>
    inside(company, async (ctx) => (await certificatesWaiting(ctx, 10)).length, { role })
  assert.deepEqual([await seen('owner'), await seen('manager'), await seen('member')], [1, 0, 0])
})

test('PRF-5: kinds that the company has are offered again, the most frequent first', async () => {
  const { owner, manager, certify } = await makeElectrician()
  await certify('Высота', minskDay(5))
  await certify(group, minskDay(5))
  await certify(group.toLowerCase(), minskDay(9))
  const { rows } = await done(owner, contract.listCertificateKinds, {})
  assert.deepEqual([rows.length, rows[0]?.toLowerCase(), rows[1]], [2, group.toLowerCase(), 'Высота'])
  assert.deepEqual((await done(manager, contract.listCertificateKinds, {})).rows, rows)
})
