import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as pools from '#contract/pools.ts'
import { as, done } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany, makeUser } from '#test/world.ts'
import { eventsOf } from '#test/world/orders.ts'
import { addPerformer, linkIn, makePerformer, makeStaff } from '#test/world/people.ts'
import { makePool, makeTwoPools } from '#test/world/pools.ts'
import { minskDay } from '#test/world/tasks.ts'

const namesOf = (rows: readonly { name: string }[]) => rows.map(({ name }) => name)
const terms = ({ curators }: pools.Pool) =>
  curators.map(({ member, deputy, from_day, to_day, now }) => [member.name, deputy, from_day, to_day, now])

test('POOL-1 POOL-3 S23: a manager makes a pool with trades and people and curates it', async () => {
  const company = await makeCompany()
  const olga = await makeStaff(company, 'manager', 'Ольга Санько')
  const pavel = await addPerformer(company, { name: 'Павел Жук' })

  const pool = await done(olga, pools.makePool, {
    name: '  Электрики   центра ',
    specialities: ['электрики', 'Слаботочники'],
    member_ids: [pavel.id],
  })

  assert.deepEqual(
    [pool.name, namesOf(pool.specialities), pool.people],
    ['Электрики центра', ['Слаботочники', 'Электрики'], 1],
  )
  assert.deepEqual(terms(pool), [['Ольга Санько', false, minskDay(), null, true]])
  assert.deepEqual([pool.mine, pool.can], [true, { change: null, curate: null }])
  const told = await eventsOf(company, pool.id)
  assert.deepEqual(namesOf(told), ['pool.made', 'pool.curators_set', 'pool.people_put'])
  const found = await done(company.owner, people.listMembers, { pool_id: pool.id })
  assert.deepEqual(
    found.rows.map((who) => [who.name, who.pools]),
    [['Павел Жук', [{ id: pool.id, name: pool.name }]]],
  )
})

test('POOL-1: one name is one pool, however it is typed and whoever comes first; an archived pool gives its name free', async () => {
  const { owner } = await makeCompany()
  const replies = await race(4, (n) =>
    as(owner, pools.makePool, { name: n % 2 ? 'Клининг' : ' клининг', specialities: [] }),
  )
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422, 422, 422],
  )
  const refused = replies.find(({ status }) => status === 422)
  assert.deepEqual(refused?.body.errors?.[0], { path: 'name', code: 'pool.name_taken', facts: refused?.body.facts })

  const pool = replies.find(({ status }) => status === 200)!.body
  await done(owner, pools.archivePool, { pool_id: pool.id })
  const next = await done(owner, pools.makePool, { name: 'Клининг', specialities: [] })
  const back = await as(owner, pools.restorePool, { pool_id: pool.id })
  assert.deepEqual([back.status, back.body.code], [422, 'pool.name_taken'])
  await done(owner, pools.changePool, { pool_id: next.id, name: 'Клининг офисов' })
  assert.equal((await done(owner, pools.restorePool, { pool_id: pool.id })).archived_at, null)
  assert.equal((await as(owner, pools.restorePool, { pool_id: pool.id })).body.code, 'pool.not_archived')
})

test('POOL-1: pools are listed by name, by trade, those one leads, and page by page', async () => {
  const company = await makeCompany()
  const { olga, hers, his } = await makeTwoPools(company)
  const list = async (wish: Parameters<typeof done<typeof pools.listPools>>[2]) =>
    namesOf((await done(olga, pools.listPools, wish)).rows)
  assert.deepEqual(await list({}), ['Сантехники', 'Электрики'])
  assert.deepEqual(await list({ mine: true }), ['Электрики'])
  assert.deepEqual(await list({ search: 'сант' }), ['Сантехники'])
  assert.deepEqual(await list({ search: '%' }), [])
  assert.deepEqual(await list({ speciality_id: hers.specialities[0]!.id }), ['Электрики'])
  const first = await done(olga, pools.listPools, { limit: 1 })
  assert.deepEqual([namesOf(first.rows), await list({ limit: 1, after: first.next! })], [['Сантехники'], ['Электрики']])
  assert.deepEqual(first.rows[0]?.can.change?.code, 'pool.not_yours')
  await done(company.owner, pools.archivePool, { pool_id: his.id })
  assert.deepEqual([await list({}), await list({ archived: true })], [['Электрики'], ['Сантехники']])
})

test('POOL-3: owner and administrators lead every pool, a manager his own, others and performers none', async () => {
  const company = await makeCompany()
  const { olga, his, viktor } = await makeTwoPools(company)
  const [admin, clerk] = [await makeStaff(company, 'admin'), await makeStaff(company, 'member')]
  const performer = await makePerformer(company)
  const change = (person: typeof olga, name: string) => as(person, pools.changePool, { pool_id: his.id, name })

  assert.equal((await change(admin, 'Сантехники и газ')).status, 200)
  for (const person of [olga, clerk]) {
    const { status, body } = await change(person, 'Мои')
    assert.deepEqual([status, body.code, body.facts?.['pool']], [403, 'pool.not_yours', 'Сантехники и газ'])
  }
  assert.equal((await as(clerk, pools.makePool, { name: 'Свой', specialities: [] })).body.code, 'pool.managers_only')
  assert.equal((await as(performer, pools.listPools, {})).status, 403)
  for (const { body } of [
    await as(olga, pools.setCurators, { pool_id: his.id, curators: [] }),
    await as(olga, pools.archivePool, { pool_id: his.id }),
    await as(olga, pools.restorePool, { pool_id: his.id }),
  ])
    assert.equal(body.code, 'pool.not_curator')
  const take = await as(olga, pools.takeOutOfPool, { pool_id: his.id, member_ids: [viktor.id] })
  assert.equal(take.body.code, 'pool.not_yours')
})

test('POOL-3: a stale change is told what stands, and both values are kept', async () => {
  const company = await makeCompany()
  const { olga, hers } = await makeTwoPools(company)
  const change = { pool_id: hers.id, name: 'Электрики и связь', specialities: ['Электрики', 'Связисты'] }
  const { body } = await as(olga, pools.changePool, change, { if_match: hers.version })
  assert.deepEqual([body.name, namesOf(body.specialities)], ['Электрики и связь', ['Связисты', 'Электрики']])
  const stale = await as(olga, pools.changePool, { pool_id: hers.id, name: 'Другие' }, { if_match: hers.version })
  assert.deepEqual([stale.status, stale.body.code], [412, 'version.stale'])
  const told = (await eventsOf(company, hers.id)).at(-1)
  assert.deepEqual(told?.facts, {
    name: 'Электрики и связь',
    changes: [
      { field: 'name', from: 'Электрики', to: 'Электрики и связь' },
      { field: 'specialities', from: 'Электрики', to: 'Связисты, Электрики' },
    ],
  })
})

test('POOL-2: an archived pool counts nowhere, takes no changes, and comes back with its people', async () => {
  const company = await makeCompany()
  const { olga, hers, pavel } = await makeTwoPools(company)
  const away = await done(olga, pools.archivePool, { pool_id: hers.id })
  assert.equal(away.can.change?.code, 'pool.archived')
  const more = await as(olga, pools.putIntoPool, { pool_id: hers.id, member_ids: [pavel.id] })
  assert.deepEqual([more.status, more.body.code], [409, 'pool.archived'])
  assert.deepEqual((await done(olga, pools.listPools, { mine: true })).rows, [])
  const back = await done(olga, pools.restorePool, { pool_id: hers.id })
  assert.deepEqual([back.people, back.mine], [1, true])
})

test('POOL-4 S22: several curators and deputies with days; a term that is not named ends at once', async () => {
  const company = await makeCompany()
  const { olga, dmitry, hers } = await makeTwoPools(company)
  const kate = await makeStaff(company, 'manager', 'Екатерина Мороз')
  const [today, week] = [minskDay(), minskDay(7)]
  const set = (curators: pools.Term[]) => done(olga, pools.setCurators, { pool_id: hers.id, curators })

  const pool = await set([
    { member_id: olga.id, deputy: false },
    { member_id: kate.id, deputy: true, from_day: today, to_day: week },
    { member_id: dmitry.id, deputy: false, from_day: minskDay(30) },
  ])
  assert.deepEqual(terms(pool), [
    ['Ольга Санько', false, today, null, true],
    ['Дмитрий Левчук', false, minskDay(30), null, false],
    ['Екатерина Мороз', true, today, week, true],
  ])
  assert.equal(pool.curators[0]?.id, hers.curators[0]?.id)
  assert.equal((await done(kate, pools.getPool, { pool_id: hers.id })).mine, true)
  assert.equal((await done(dmitry, pools.getPool, { pool_id: hers.id })).mine, false)

  // A deputy leads the pool and does not say whose it is.
  assert.equal((await as(kate, pools.changePool, { pool_id: hers.id, name: 'Электрики-2' })).status, 200)
  assert.equal((await as(kate, pools.setCurators, { pool_id: hers.id, curators: [] })).body.code, 'pool.not_curator')

  await set([{ member_id: olga.id, deputy: false }])
  assert.equal((await done(kate, pools.getPool, { pool_id: hers.id })).mine, false)
  assert.equal((await as(kate, pools.changePool, { pool_id: hers.id, name: 'Мои' })).body.code, 'pool.not_yours')
})

test('POOL-4: who may not give tasks, has left or is named twice leads nobody; days go forward', async () => {
  const company = await makeCompany()
  const { olga, hers, pavel } = await makeTwoPools(company)
  const clerk = await makeStaff(company, 'member', 'Вера Лапко')
  const set = async (...curators: pools.Term[]) => {
    const { status, body } = await as(olga, pools.setCurators, { pool_id: hers.id, curators })
    return [status, body.code, body.errors?.[0]?.path]
  }
  const own = { member_id: olga.id, deputy: false }
  assert.deepEqual(await set({ ...own, member_id: clerk.id }), [422, 'pool.curator_cannot_lead', 'curators'])
  assert.deepEqual(await set({ ...own, member_id: pavel.id }), [422, 'pool.curator_cannot_lead', 'curators'])
  assert.deepEqual(await set(own, { ...own, from_day: minskDay(3) }), [
    422,
    'pool.curator_twice',
    'curators.1.member_id',
  ])
  assert.deepEqual(await set({ ...own, to_day: minskDay(-1) }), [422, 'pool.ends_before_start', 'curators.0.to_day'])
  assert.deepEqual(await set({ ...own, from_day: minskDay(-9), to_day: minskDay(-1) }), [
    422,
    'pool.term_over',
    'curators.0.to_day',
  ])
  const stranger = await makeCompany()
  assert.deepEqual(await set({ ...own, member_id: stranger.owner.id }), [404, 'member.missing', undefined])
})

test('POOL-5 S24: performers are put in many at once, once each, may be in several pools, and are taken out', async () => {
  const company = await makeCompany()
  const { olga, hers, pavel, gleb } = await makeTwoPools(company)
  const clerk = await makeStaff(company, 'member', 'Вера Лапко')
  const second = await makePool(olga, [pavel], { name: 'Аварийные' })

  const put = { pool_id: hers.id, member_ids: [pavel.id, gleb.id, gleb.id] }
  const replies = await race(3, () => as(olga, pools.putIntoPool, put))
  assert.deepEqual(
    replies.map(({ status, body }) => [status, body.people]),
    [
      [200, 2],
      [200, 2],
      [200, 2],
    ],
  )
  const told = (await eventsOf(company, hers.id)).filter(({ name }) => name === 'pool.people_put')
  assert.deepEqual(
    told.map(({ facts }) => (facts as { names: string }).names),
    ['Павел Жук', 'Глеб Ворона'],
  )

  const after = await done(olga, pools.takeOutOfPool, { pool_id: hers.id, member_ids: [pavel.id] })
  assert.deepEqual([after.people, (await done(olga, pools.getPool, { pool_id: second.id })).people], [1, 1])
  const { status, body } = await as(olga, pools.putIntoPool, { pool_id: hers.id, member_ids: [clerk.id] })
  assert.deepEqual([status, body.code, body.facts?.['name']], [422, 'pool.not_performer', 'Вера Лапко'])
})

test('POOL-5: a curator does not put another pool’s people into his own; owner and administrators do', async () => {
  const company = await makeCompany()
  const { olga, hers, viktor } = await makeTwoPools(company)
  const put = { pool_id: hers.id, member_ids: [viktor.id] }
  const { status, body } = await as(olga, pools.putIntoPool, put)
  assert.deepEqual(
    [status, body.code, body.facts?.['name'], body.facts?.['curators']],
    [403, 'pool.person_of_other', 'Виктор Бондарь', 'Дмитрий Левчук'],
  )
  const own = await as(olga, pools.makePool, { name: 'Все мои', specialities: [], member_ids: [viktor.id] })
  assert.equal(own.body.code, 'pool.person_of_other')
  assert.equal((await done(company.owner, pools.putIntoPool, put)).people, 2)
})

test('POOL-7 S22: whoever comes by an invitation with a pool curates it', async () => {
  const company = await makeCompany()
  const { olga, hers, his } = await makeTwoPools(company)
  const wish = { role: 'manager' as const, name: 'Максим Гончар', pool_ids: [hers.id] }
  const { url, invitation } = await done(olga, people.invite, wish)
  assert.deepEqual(invitation.pools, [{ id: hers.id, name: 'Электрики' }])
  assert.equal((await as(olga, people.invite, { ...wish, pool_ids: [his.id] })).body.code, 'pool.not_curator')
  const clerk = await as(olga, people.invite, { ...wish, role: 'member' })
  assert.deepEqual([clerk.status, clerk.body.code], [422, 'pool.role_leads_nobody'])

  const maxim = await makeUser('Максим Гончар')
  const offer = await done(maxim, people.lookAtInvitation, { link: linkIn(url) })
  assert.deepEqual(offer.pools, invitation.pools)
  await done(maxim, people.acceptInvitation, { link: linkIn(url) })
  const pool = await done(maxim, pools.getPool, { pool_id: hers.id })
  assert.deepEqual(
    [pool.mine, pool.curators.map(({ member }) => member.name)],
    [true, ['Максим Гончар', 'Ольга Санько']],
  )
  assert.equal((await done(maxim, pools.getPool, { pool_id: his.id })).mine, false)
})

test('a pool of another company is not there, whatever is asked of it', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { hers, pavel } = await makeTwoPools(theirs)
  const { owner } = ours
  const of = { pool_id: hers.id }
  for (const { status, body } of [
    await as(owner, pools.getPool, of),
    await as(owner, pools.changePool, { ...of, name: 'Мой' }),
    await as(owner, pools.archivePool, of),
    await as(owner, pools.putIntoPool, { ...of, member_ids: [pavel.id] }),
    await as(owner, pools.setCurators, { ...of, curators: [] }),
    await as(owner, people.invite, { role: 'manager', pool_ids: [hers.id] }),
  ])
    assert.deepEqual([status, body.code], [404, 'pool.missing'])
  assert.deepEqual((await done(owner, pools.listPools, {})).rows, [])
})
