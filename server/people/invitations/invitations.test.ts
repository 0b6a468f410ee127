import assert from 'node:assert/strict'
import { test } from 'node:test'
import { inviteMany } from '#contract/invitations.ts'
import { listOutgoingMails } from '#contract/outgoing-mails.ts'
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

test('PPL-12 S15: every one of the staff invites his own reports, and nobody gives away more than he has', async () => {
  const company = await makeCompany()
  const [manager, clerk] = [await makeStaff(company, 'manager'), await makeStaff(company, 'member')]
  const performer = await makePerformer(company)

  const above = await as(manager, people.invite, { role: 'admin' })
  assert.deepEqual([above.status, above.body.code], [403, 'invitation.role_above'])
  assert.equal((await as(manager, people.invite, { role: 'accountant' })).status, 200)
  assert.equal((await as(clerk, people.invite, { role: 'manager' })).body.code, 'invitation.role_above')
  const own = await done(clerk, people.invite, { role: 'member', position: 'Кладовщик' })
  assert.deepEqual([own.invitation.head?.id, own.invitation.position], [clerk.id, 'Кладовщик'])
  assert.equal((await as(performer, people.invite, { role: 'member' })).status, 403)
})

test('PPL-12 S15: owner, administrators and managers propose any head; others only themselves', async () => {
  const company = await makeCompany()
  const [manager, clerk] = [await makeStaff(company, 'manager'), await makeStaff(company, 'member')]
  const performer = await makePerformer(company)

  const { invitation, url } = await done(manager, people.invite, { role: 'member', head_id: clerk.id })
  assert.equal(invitation.head?.id, clerk.id)
  assert.equal((await done(anybody(), people.lookAtInvitation, { link: linkIn(url) })).head?.id, clerk.id)
  const refused = await as(clerk, people.invite, { role: 'member', head_id: manager.id })
  assert.deepEqual([refused.status, refused.body.code], [403, 'invitation.head_not_yours'])
  const stranger = await makeCompany()
  for (const head_id of [performer.id, stranger.owner.id])
    assert.equal((await as(manager, people.invite, { role: 'member', head_id })).body.code, 'member.missing')

  // The clerk sees what concerns him, and may take it back; another's invitation is not there for him.
  const theirs = await done(company.owner, people.invite, { role: 'member' })
  assert.deepEqual(
    (await done(clerk, people.listInvitations, {})).rows.map(({ id }) => id),
    [invitation.id],
  )
  assert.equal((await done(clerk, people.withdrawInvitation, { invitation_id: invitation.id })).state, 'withdrawn')
  const at = { invitation_id: theirs.invitation.id }
  assert.equal((await as(clerk, people.withdrawInvitation, at)).body.code, 'invitation.missing')
  assert.equal((await as(clerk, people.renewInvitation, at)).body.code, 'invitation.missing')
})

test('PPL-13: invitations are listed page by page, and by their state', async () => {
  const company = await makeCompany()
  const lines = Array.from({ length: 60 }, (_, n) => ({ name: `Сотрудник ${n}` }))
  await done(company.owner, inviteMany, { role: 'member', lines })
  const { id, link } = await invited(company)
  await done(anybody(), people.lookAtInvitation, { link })

  const first = await done(company.owner, people.listInvitations, {})
  assert.deepEqual([first.rows.length, first.rows[0]?.id], [50, id])
  const rest = await done(company.owner, people.listInvitations, { after: first.next! })
  assert.deepEqual([rest.rows.length, rest.next], [11, null])
  const listed = async (state: 'sent' | 'opened' | 'expired') =>
    (await done(company.owner, people.listInvitations, { state })).rows.map((row) => row.id)
  assert.deepEqual(await listed('opened'), [id])
  await spoil(id)
  assert.deepEqual([await listed('opened'), await listed('expired')], [[], [id]])
})

test('PPL-14: while a letter waits at an address no second one is sent there, also by two clicks at once', async () => {
  const company = await makeCompany()
  const email = 'anna@svet.example'
  const call = () => as(company.owner, people.invite, { role: 'member', email })
  const replies = await race(3, call, () => as(company.owner, people.getMe, {}))
  assert.deepEqual(
    replies.map(({ status }) => status).toSorted((a, b) => a - b),
    [200, 422, 422],
  )
  assert.equal((await call()).body.code, 'invitation.already_sent')
  const { invitation } = replies.find(({ status }) => status === 200)!.body
  await done(company.owner, people.renewInvitation, { invitation_id: invitation.id })
  await done(company.owner, people.withdrawInvitation, { invitation_id: invitation.id })
  assert.equal((await call()).status, 200)
})

test('PPL-13: with an e-mail a letter stands in the outbox; who works here already is named instead', async () => {
  const company = await makeCompany()
  const manager = await makeStaff(company)

  const { url } = await done(company.owner, people.invite, { role: 'member', name: 'Анна', email: 'Anna@svet.example' })

  const { rows } = await done(company.owner, listOutgoingMails, {})
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
