import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { as, done } from '#test/as.ts'
import { makeCompany } from '#test/world.ts'
import { addPerformer, makePerformer, makeStaff } from '#test/world/people.ts'

test('PRF-7 S21: legal forms follow one another by days; of two of one day the later word holds, and none is lost', async () => {
  const company = await makeCompany()
  const { id: member_id } = await addPerformer(company)
  const set = (from_day: string, form: people.LegalForm['form'], contract_number?: string) =>
    done(company.owner, people.setLegalForm, { member_id, from_day, form, ...(contract_number && { contract_number }) })
  await set('2026-01-01', 'civil_contract', ' ГПД-14 ')
  await set('2026-06-01', 'self_employed')
  await set('2026-06-01', 'entrepreneur', '7')

  const { legal_forms } = await done(company.owner, people.getMember, { member_id })
  assert.deepEqual(
    legal_forms.map(({ from_day, form, contract_number }) => [from_day, form, contract_number]),
    [
      ['2026-06-01', 'entrepreneur', '7'],
      ['2026-01-01', 'civil_contract', 'ГПД-14'],
    ],
  )
})

test('PRF-7: who leads performers says it; not the person himself, and nobody of another company', async () => {
  const [company, other] = [await makeCompany(), await makeCompany()]
  const performer = await makePerformer(company)
  const clerk = await makeStaff(company, 'member')
  const said = { member_id: performer.id, from_day: '2026-01-01', form: 'staff' } as const
  const codes = [await as(clerk, people.setLegalForm, said), await as(performer, people.setLegalForm, said)]
  assert.deepEqual(
    codes.map(({ status, body }) => [status, body.code]),
    [
      [403, 'performer.not_yours'],
      [403, 'door.staff'],
    ],
  )
  assert.equal((await as(other.owner, people.setLegalForm, said)).status, 404)
  const own = await as(clerk, people.setLegalForm, { ...said, member_id: clerk.id })
  assert.deepEqual([own.status, own.body.code], [403, 'member.not_yours'])
})
