import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import * as contract from '#contract/performers.ts'
import { listPools } from '#contract/pools.ts'
import { as, done, type Person } from '#test/as.ts'
import { race } from '#test/race.ts'
import { makeCompany } from '#test/world.ts'
import { makeTwoPools } from '#test/world/pools.ts'

const line = (n: number, pool: string, specialities = 'Электрики') => ({
  name: `Исполнитель ${n}`,
  phone: `+37529${2_000_000 + n}`,
  specialities,
  rate: '',
  pool,
})

async function setup() {
  const company = await makeCompany()
  const two = await makeTwoPools(company)
  const pools = async (by: Person = company.owner) =>
    (await done(by, listPools, {})).rows.map(({ name, people: n, curators, specialities }) => [
      name,
      n,
      curators.map(({ member }) => member.name).join(),
      specialities.map((trade) => trade.name).join(),
    ])
  const poolsOf = async (member_id: string) =>
    (await done(company.owner, people.getMember, { member_id })).pools.map(({ name }) => name)
  return { owner: company.owner, ...two, pools, poolsOf }
}

test('PRF-10 POOL-16 S21 S23: a list puts each into the pools of his line and makes those that there are not, once', async () => {
  const { olga, pools, poolsOf } = await setup()
  const lines = [
    line(1, 'электрики'),
    line(2, 'Кровельщики, Электрики', 'Кровельщик'),
    line(3, ' кровельщики ', 'Кровельщик, Сварщик'),
    line(4, ''),
  ]
  const { performers } = await done(olga, contract.addPerformers, { lines, make_pools: true })
  assert.deepEqual(await pools(), [
    ['Кровельщики', 2, 'Ольга Санько', 'Кровельщик,Сварщик'],
    ['Сантехники', 1, 'Дмитрий Левчук', 'Сантехники'],
    ['Электрики', 3, 'Ольга Санько', 'Электрики'],
  ])
  assert.deepEqual(await Promise.all(performers.map(({ id }) => poolsOf(id))), [
    ['Электрики'],
    ['Кровельщики', 'Электрики'],
    ['Кровельщики'],
    [],
  ])
})

test('POOL-16: a pool that a list makes is led by whoever pasted it, also by the owner, until he names another', async () => {
  const { owner, pools } = await setup()
  await done(owner, contract.addPerformers, { lines: [line(1, 'Маляры', 'Маляр')], make_pools: true })
  const me = await done(owner, people.getMe, {})
  assert.deepEqual((await pools())[0], ['Маляры', 1, me.member?.name, 'Маляр'])
})

test('PRF-10 PRF-4: without a word of it no pool is made, and into another’s nobody is put; nothing is written', async () => {
  const { olga, owner, pools } = await setup()
  const before = await pools()
  const code = async (by: Person, pool: string, make_pools = false) => {
    const { status, body } = await as(by, contract.addPerformers, { lines: [line(1, ''), line(2, pool)], make_pools })
    const [wrong] = (body.facts?.['lines'] ?? []) as { field: string; code: string }[]
    return [status, body.errors?.[0]?.path, wrong?.code]
  }
  assert.deepEqual(await code(olga, 'Кровельщики'), [422, 'lines.1.pool', 'invitation.pool_unknown'])
  assert.deepEqual(await code(olga, 'Сантехники', true), [422, 'lines.1.pool', 'pool.not_yours'])
  assert.deepEqual(await pools(), before)
  assert.equal((await done(owner, people.listMembers, { kind: 'performer' })).rows.length, 3)
})

test('POOL-16: two lists at once that name the same new pool make it once', async () => {
  const { owner, pools } = await setup()
  const sent = await race(3, (n) =>
    as(owner, contract.addPerformers, { lines: [line(n, 'Кровельщики')], make_pools: true }),
  )
  assert.deepEqual([...new Set(sent.map(({ status }) => status))], [200])
  assert.deepEqual((await pools())[0]?.slice(0, 2), ['Кровельщики', 3])
})
