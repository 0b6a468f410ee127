import assert from 'node:assert/strict'
import { test } from 'node:test'
import * as absences from '#contract/time/absences.ts'
import * as history from '#contract/history.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as schedules from '#contract/time/schedules.ts'
import * as substitutions from '#contract/time/substitutions.ts'
import * as tasks from '#contract/tasks.ts'
import * as tree from '#contract/tree.ts'
import { as, done, type Person } from '#test/as.ts'
import { makeOrder } from '#test/world/orders.ts'
import { linkIn, makePerformer, makeStaff, type Member } from '#test/world/people.ts'
import { makeTaskAtWork, minskDay } from '#test/world/tasks.ts'
import { type Company, makeCompany, makeUser } from '#test/world.ts'

const today = { from_day: minskDay(), to_day: minskDay(2) }

/** Ivanov, a manager, is away today; Petrov, without any leading role, acts for him. */
async function standIn(by: Person, absent: Member, deputy: Member): Promise<string> {
  const acting = { absent_id: absent.id, deputy_id: deputy.id, ...today }
  return (await done(by, substitutions.addSubstitution, acting)).id
}

async function office() {
  const company = await makeCompany()
  const ivanov = await makeStaff(company, 'manager', 'Пётр Иванов')
  const petrov = await makeStaff(company, 'member', 'Иван Петров')
  const pavel = await makePerformer(company, { name: 'Павел Жук' })
  return { company, owner: company.owner, ivanov, petrov, pavel }
}

const waiting = async (person: Person) =>
  (await done(person, history.getWaiting, {})).rows.map(({ kind, whose }) => [kind, whose?.name ?? null])

test('SUB-3 SUB-5 S22 S46: questions and done work of an absent curator wait for his deputy, who checks and closes', async () => {
  const { owner, ivanov, petrov, pavel } = await office()
  const order = await makeOrder(ivanov)
  const { id: task_id } = await makeTaskAtWork(ivanov, [pavel])
  const asked = await done(pavel, tasks.comment, { task_id, text: 'Где щит?', is_question: true })
  await done(pavel, tasks.sayDone, { task_id })
  const before = await as(petrov, tasks.closeTask, { task_id })
  assert.deepEqual([before.status, before.body.code, await waiting(petrov)], [404, 'task.missing', []])
  assert.equal((await as(petrov, orders.getOrder, { order_id: order.id })).status, 404)

  const substitution_id = await standIn(owner, ivanov, petrov)

  assert.deepEqual(await waiting(petrov), [
    ['task_to_check', 'Пётр Иванов'],
    ['question', 'Пётр Иванов'],
  ])
  assert.deepEqual(await waiting(ivanov), [
    ['task_to_check', null],
    ['question', null],
  ])
  await done(petrov, tasks.comment, { task_id, text: 'У входа', answers_id: asked.comments[0]?.id ?? '' })
  assert.equal((await done(petrov, tasks.closeTask, { task_id })).state, 'closed')
  // The order of the absent is his to see and to lead.
  const changed = await done(petrov, orders.changeOrder, { order_id: order.id, title: 'Щит' })
  assert.equal(changed.title, 'Щит')
  const { rows } = await done(owner, history.getOrderTimeline, { order_id: order.id })
  const told = rows.find(({ name }) => name === 'order.changed')
  assert.deepEqual([told?.actor?.name, told?.actor?.acts_for], ['Иван Петров', 'Пётр Иванов'])
  assert.equal(rows.find(({ name }) => name === 'order.created')?.actor?.acts_for, null)

  await done(owner, substitutions.endSubstitution, { substitution_id })
  assert.equal((await as(petrov, orders.getOrder, { order_id: order.id })).status, 404)
  assert.deepEqual(await waiting(petrov), [])
})

test('SUB-3: who names an absent head is answered by the deputy, and stands under the head', async () => {
  const { company, owner, ivanov, petrov } = await office()
  await standIn(owner, ivanov, petrov)
  const comer = await makeStaff(company, 'member', 'Анна Котова')
  await done(comer, tree.declareHead, { head_id: ivanov.id })
  const { asks } = await done(petrov, tree.getMyHead, {})
  assert.deepEqual(
    asks.map(({ member, whose }) => [member.name, whose?.name]),
    [['Анна Котова', 'Пётр Иванов']],
  )
  await done(petrov, tree.answerReport, { member_id: comer.id, mine: true })
  assert.deepEqual((await done(petrov, tree.getMyHead, {})).asks, [])
  const { placements } = await done(owner, tree.getHeads, { member_id: comer.id })
  assert.equal(placements.find(({ to_at }) => to_at === null)?.head?.id, ivanov.id)
  // Below the absent head he may now do what the head may, and sees them in the tree.
  const { rows } = await done(petrov, tree.getStructure, {})
  assert.ok(rows.some(({ id }) => id === comer.id))
})

/** Somebody whom a head has invited as his own. */
async function makeReport(company: Company, head: Member): Promise<Member> {
  const person = await makeUser('Максим Гончар')
  const { url } = await done(company.owner, people.invite, { role: 'member', head_id: head.id })
  const me = await done(person, people.acceptInvitation, { link: linkIn(url), head_confirmed: true })
  return Object.assign(person, { id: me.member!.id, name: 'Максим Гончар' })
}

test('SUB-3: a deputy confirms who asks the absent head to be away, but decides nothing about the head himself', async () => {
  const { company, owner, ivanov, petrov } = await office()
  const clerk = await makeReport(company, ivanov)
  const { id: absence_id } = await done(clerk, absences.addAbsence, { kind: 'day_off', ...today })
  const heads = await done(ivanov, absences.addAbsence, { kind: 'day_off', ...today })
  await standIn(owner, ivanov, petrov)
  assert.deepEqual(await waiting(petrov), [['absence_asked', 'Пётр Иванов']])
  const own = await as(petrov, absences.decideAbsence, { absence_id: heads.id, confirm: true })
  assert.equal(own.body.code, 'absence.not_yours')
  const day = { from: '09:00', to: '18:00', break_minutes: 60 }
  const hours = { kind: 'shifts' as const, pattern: [day, null], from_day: minskDay() }
  const schedule = await as(petrov, schedules.addSchedule, { member_id: ivanov.id, ...hours })
  assert.equal(schedule.body.code, 'schedule.not_yours')
  const move = await as(petrov, tree.moveMember, { member_id: ivanov.id, head_id: petrov.id, with_reports: true })
  assert.equal(move.body.code, 'tree.not_yours')
  assert.equal((await done(petrov, absences.decideAbsence, { absence_id, confirm: true })).state, 'confirmed')
  assert.deepEqual(await waiting(petrov), [])
})

test('SUB-3: an absent head’s invitations are seen and withdrawn by his deputy, who invites for him too', async () => {
  const { owner, petrov, company } = await office()
  const head = await makeStaff(company, 'member', 'Сергей Лис')
  const { invitation } = await done(head, people.invite, { role: 'member' })
  const list = async () => (await done(petrov, people.listInvitations, {})).rows.map(({ id }) => id)
  assert.deepEqual(await list(), [])
  const invite = () => as(petrov, people.invite, { role: 'member', head_id: head.id })
  assert.equal((await invite()).body.code, 'invitation.head_not_yours')
  await standIn(owner, head, petrov)
  assert.deepEqual(await list(), [invitation.id])
  const invitation_id = invitation.id
  assert.equal((await done(petrov, people.withdrawInvitation, { invitation_id })).state, 'withdrawn')
  assert.equal((await invite()).status, 200)
})

test('SUB-6: tasks of an absent performer that are not begun go over to his deputy, once', async () => {
  const { company, ivanov, pavel } = await office()
  const igor = await makePerformer(company, { name: 'Игорь Лисовский' })
  const anna = await makePerformer(company, { name: 'Анна Кот' })
  const at = (days: number) => ({ starts_at: `${minskDay(days)}T09:00:00.000Z` })
  const begun = await makeTaskAtWork(ivanov, [pavel], at(0))
  const give = (who: Member[], days: number) =>
    done(ivanov, tasks.createTask, { title: 'Щит', assignee_ids: who.map(({ id }) => id), ...at(days) })
  const [both, alone, later] = [await give([pavel, anna], 1), await give([pavel], 2), await give([pavel], 5)]
  const days = { from_day: minskDay(), to_day: minskDay(2) }
  const acting = { absent_id: pavel.id, deputy_id: igor.id, ...days }
  const { id: substitution_id } = await done(ivanov, substitutions.addSubstitution, acting)

  const { rows } = await done(ivanov, substitutions.handTasksOver, { substitution_id })

  assert.deepEqual(new Set(rows.map(({ id }) => id)), new Set([both.id, alone.id]))
  const onIt = async ({ id }: { id: string }) => {
    const { assignees, lead_id } = await done(ivanov, tasks.getTask, { task_id: id })
    return [assignees.map(({ member }) => member.name).toSorted(), lead_id]
  }
  assert.deepEqual(await onIt(both), [['Анна Кот', 'Игорь Лисовский'], igor.id])
  assert.deepEqual(await onIt(alone), [['Игорь Лисовский'], igor.id])
  assert.deepEqual(await onIt(begun), [['Павел Жук'], pavel.id])
  assert.deepEqual(await onIt(later), [['Павел Жук'], pavel.id])
  assert.deepEqual((await done(ivanov, substitutions.handTasksOver, { substitution_id })).rows, [])
})

test('SUB-6: who gives no tasks hands none over, and of staff nothing has to be', async () => {
  const { owner, company, ivanov, petrov, pavel } = await office()
  const igor = await makePerformer(company)
  const acting = { absent_id: pavel.id, deputy_id: igor.id, ...today }
  const { id: substitution_id } = await done(owner, substitutions.addSubstitution, acting)
  const clerks = await as(petrov, substitutions.handTasksOver, { substitution_id })
  assert.deepEqual([clerks.status, clerks.body.code], [403, 'task.managers_only'])
  const staffs = await standIn(owner, ivanov, petrov)
  const wrong = await as(owner, substitutions.handTasksOver, { substitution_id: staffs })
  assert.deepEqual([wrong.status, wrong.body.code], [409, 'substitution.of_staff'])
  await done(owner, substitutions.endSubstitution, { substitution_id })
  const late = await as(owner, substitutions.handTasksOver, { substitution_id })
  assert.deepEqual([late.status, late.body.code], [409, 'substitution.over'])
})

test('SUB-3: who signs in again finds in whose place he acts', async () => {
  const { owner, ivanov, petrov } = await office()
  await standIn(owner, ivanov, petrov)
  const me = await done(petrov, people.getMe, {})
  const chosen = await done(petrov, people.chooseCompany, { company_id: me.company!.id })
  assert.deepEqual([me.acts_for, chosen.acts_for], [[{ id: ivanov.id, name: 'Пётр Иванов' }], me.acts_for])
})
