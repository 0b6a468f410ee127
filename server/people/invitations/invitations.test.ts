import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as people from '#contract/people.ts'
import { anybody, as, done } from '#test/as.ts'
import { product } from '#test/product.ts'
import { race } from '#test/race.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'
import { linkIn, makePerformer, makeStaff } from '#test/world/people.ts'

const invited = async (company: Company, role: 'manager' | 'member' = 'manager') => {
  const { invitation, url } = await done(company.owner, people.invite, { role, name: 'Павел Рудак' })
  return { id: invitation.id, link: linkIn(url) }
}
const stateOf = async (company: Company, id: string) =>
  (await done(company.owner, people.listInvitations, {})).rows.find((row) => row.id === id)?.state

test('PPL-12 S13 S14: by a link a person sees who invites him where, joins, and his inviter is his head', async () => {
  const company = await makeCompany()
  const { id, link } = await invited(company)
  assert.equal(await stateOf(company, id), 'sent')

  const offer = await done(anybody(), people.lookAtInvitation, { link })
  assert.deepEqual([offer.company.id, offer.invited_by.id, offer.role], [company.id, company.owner.id, 'manager'])
  assert.equal(await stateOf(company, id), 'opened')
  const pavel = await makeUser('Паша')
  const me = await done(pavel, people.acceptInvitation, { link, name: 'Павел Рудак' })

  assert.deepEqual([me.member?.role, me.member?.name, me.company?.id], ['manager', 'Павел Рудак', company.id])
  assert.ok(me.member?.rights.includes('orders.lead') && !me.member.rights.includes('company.settings'))
  assert.deepEqual((await done(pavel, people.getMe, {})).member, me.member)
  assert.equal(await stateOf(company, id), 'accepted')
  const member = await done(company.owner, people.getMember, { member_id: me.member!.id })
  assert.deepEqual([member.head?.id, member.email, member.state], [company.owner.id, pavel.email, 'active'])
})

test('PPL-12: nobody gives away more than he has, and who may not invite is told who may', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company, 'manager')
  const [accountant, performer] = [await makeStaff(company, 'accountant'), await makePerformer(company)]

  const above = await as(manager, people.invite, { role: 'admin' })
  assert.deepEqual([above.status, above.body.code], [403, 'invitation.role_above'])
  assert.equal((await as(manager, people.invite, { role: 'accountant' })).status, 200)
  const refused = await as(accountant, people.invite, { role: 'member' })
  assert.deepEqual([refused.status, refused.body.code], [403, 'invitation.not_yours'])
  assert.equal((await as(accountant, people.listInvitations, {})).status, 403)
  assert.equal((await as(performer, people.invite, { role: 'member' })).status, 403)
})

test('PPL-13: with an e-mail a letter stands in the outbox; who works here already is named instead', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)

  const { url } = await done(company.owner, people.invite, { role: 'member', name: 'Анна', email: 'Anna@svet.example' })

  const { rows } = await done(company.owner, people.listOutgoingMails, {})
  assert.deepEqual([rows[0]?.recipient, rows[0]?.state], ['anna@svet.example', 'waiting'])
  assert.ok(
    rows[0]?.body.includes(url) && rows[0].body.includes('Здравствуйте, Анна!') && rows[0].body.includes('14 дней'),
  )
  const { email } = await done(company.owner, people.getMember, { member_id: manager.id })
  const again = await as(company.owner, people.invite, { role: 'member', email: email! })
  assert.deepEqual(
    [again.status, again.body.code, again.body.facts?.['name']],
    [422, 'member.email_taken', manager.name],
  )
})

test('PPL-13: a withdrawn invitation says so in words, and a new link makes the old one stop working', async () => {
  const company = await makeCompany()
  const [user, { id: invitation_id, link: first }] = [await makeUser(), await invited(company)]
  const { url } = await done(company.owner, people.renewInvitation, { invitation_id })
  const link = linkIn(url)
  const old = await as(user, people.acceptInvitation, { link: first })
  assert.deepEqual([old.status, old.body.code], [404, 'link.missing'])

  const withdrawn = await done(company.owner, people.withdrawInvitation, { invitation_id })

  assert.deepEqual([withdrawn.state, withdrawn.can.withdraw?.code], ['withdrawn', 'invitation.withdrawn'])
  for (const { status, body } of [
    await as(anybody(), people.lookAtInvitation, { link }),
    await as(user, people.acceptInvitation, { link }),
    await as(company.owner, people.withdrawInvitation, { invitation_id }),
    await as(company.owner, people.renewInvitation, { invitation_id }),
  ])
    assert.deepEqual([status, body.code], [409, 'invitation.withdrawn'])
  assert.equal((await done(user, people.getMe, {})).member, null)
})

test('PPL-13: after fourteen days an invitation has expired, until it is renewed', async () => {
  const company = await makeCompany()
  const [user, { id: invitation_id, link }] = [await makeUser(), await invited(company)]
  await spoil(invitation_id)

  assert.equal(await stateOf(company, invitation_id), 'expired')
  const { status, body } = await as(user, people.acceptInvitation, { link })
  assert.deepEqual([status, body.code], [409, 'invitation.expired'])
  const renewed = await done(company.owner, people.renewInvitation, { invitation_id })
  assert.equal(renewed.invitation.state, 'sent')
  assert.equal((await as(user, people.acceptInvitation, { link: linkIn(renewed.url) })).status, 200)
})

test('PPL-14: two tabs that accept at once make one member, and both are in', async () => {
  const company = await makeCompany()
  const [user, { link }] = [await makeUser(), await invited(company)]

  const replies = await race(4, () => as(user, people.acceptInvitation, { link }))

  assert.deepEqual(
    replies.map(({ status }) => status),
    [200, 200, 200, 200],
  )
  assert.equal(new Set(replies.map(({ body }) => body.member?.id)).size, 1)
  assert.equal((await done(company.owner, people.listMembers, {})).rows.length, 2)
})

test('PPL-14: an invitation is for one; and nobody joins a company twice', async () => {
  const company = await makeCompany()
  const [first, second] = [await makeUser(), await makeUser()]
  const [{ link }, other] = [await invited(company), await invited(company, 'member')]
  await done(first, people.acceptInvitation, { link })

  const late = await as(second, people.acceptInvitation, { link })
  assert.deepEqual([late.status, late.body.code], [409, 'invitation.accepted'])
  const twice = await as(first, people.acceptInvitation, { link: other.link })
  assert.deepEqual([twice.status, twice.body.code], [409, 'invitation.already_member'])
  assert.equal((await done(first, people.getMe, {})).member?.role, 'manager')

  const [third, one, two] = [await makeUser(), await invited(company), await invited(company)]
  const both = await race(2, (n) => as(third, people.acceptInvitation, { link: n === 0 ? one.link : two.link }))
  assert.deepEqual(
    both.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 409],
  )
})

test('PPL-14: an invitation of another company cannot be withdrawn or renewed, and a stranger must sign in first', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { id: invitation_id, link } = await invited(theirs)

  for (const at of [people.withdrawInvitation, people.renewInvitation]) {
    const { status, body } = await as(ours.owner, at, { invitation_id })
    assert.deepEqual([status, body.code], [404, 'invitation.missing'])
  }
  assert.equal((await done(ours.owner, people.listInvitations, {})).rows.length, 0)
  assert.equal((await as(anybody(), people.acceptInvitation, { link })).status, 401)
})

test('PPL-3 PPL-14: who joins a second company works in it at once, sees both, and switches back', async () => {
  const [ours, theirs] = [await makeCompany(), await makeCompany()]
  const { link } = await invited(theirs)

  await done(ours.owner, people.acceptInvitation, { link })

  const there = await done(ours.owner, people.getMe, {})
  assert.deepEqual([there.company?.id, there.member?.role], [theirs.id, 'manager'])
  assert.deepEqual(there.companies.map(({ id }) => id).sort(), [ours.id, theirs.id].sort())
  const back = await done(ours.owner, people.chooseCompany, { company_id: ours.id })
  assert.deepEqual([back.company?.id, back.member?.role, back.companies.length], [ours.id, 'owner', 2])
  assert.deepEqual(await done(ours.owner, people.getMe, {}), back)

  const stranger = await makeCompany()
  const { status, body } = await as(ours.owner, people.chooseCompany, { company_id: stranger.id })
  assert.deepEqual([status, body.code], [404, 'company.missing'])
  assert.equal((await done(ours.owner, people.getMe, {})).company?.id, ours.id)
})

/** Makes an invitation as old as one that was sent three weeks ago. */
async function spoil(invitation_id: string): Promise<void> {
  const { process } = await product()
  const sql = `begin; select set_config('role', 'naryad_app', true), set_config('app.viewer', 'system', true),
    set_config('app.company_id', (select company_id::text from auth.links where subject_id = '${invitation_id}' limit 1), true);
    update invitations set expires_at = now() - interval '7 days' where id = '${invitation_id}'; commit`
  const connection = await process.doorway.pool.reserve()
  await connection.unsafe(sql).simple()
  connection.release()
}
