import { makeRole } from '#contract/access/roles.ts'
import { addCertificate } from '#contract/certificates.ts'
import * as absences from '#contract/time/absences.ts'
import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as schedules from '#contract/time/schedules.ts'
import * as security from '#contract/access/security.ts'
import { addAsset } from '#contract/parties/assets.ts'
import { addContract } from '#contract/parties/contracts.ts'
import * as doubles from '#contract/parties/doubles.ts'
import { setRequisites } from '#contract/parties/requisites-versions.ts'
import { addPaper } from '#contract/papers.ts'
import { askForPeople } from '#contract/staffing/choosing.ts'
import * as substitutions from '#contract/time/substitutions.ts'
import * as tasks from '#contract/tasks.ts'
import * as tree from '#contract/tree.ts'
import * as documents from '#contract/documents.ts'
import { done, type Person } from '../as.ts'
import { makeCounterparty } from '../world/counterparties.ts'
import { type Issuer, makeAgreedOrder, makeIssuer } from '../world/documents.ts'
import { linkOf, makeOrder, makeSentOrder } from '../world/orders.ts'
import { addPerformer, makePerformer, makeStaff, type Member } from '../world/people.ts'
import { arrive, dialogue, makeChannel, message } from '../world/inbox.ts'
import { begunImport } from '../world/imports.ts'
import { makePool } from '../world/pools.ts'
import { makePicture, minskDay } from '../world/tasks.ts'
import type { Company } from '../world.ts'
import type { Ids } from './sample.ts'

export type Furnished = { company: Company; ids: Ids }

/** A company with one of everything that an address can name. */
export async function furnished(): Promise<Furnished> {
  const issuer = await makeIssuer()
  const { company } = issuer
  const { owner } = company
  const performer = await makePerformer(company, { name: 'Павел Жук', cost_per_hour: '2800' })
  const party = await makeParty(owner)
  const order = await makeOrder(owner, { counterparty_id: party.id, demands: [{ speciality: 'Электрики', people: 2 }] })
  const task = await done(owner, orders.giveTask, {
    order_id: order.id,
    title: 'Монтаж',
    checklist: ['Проверить'],
    assignee_ids: [performer.id],
  })
  const inTask = await workOn(company, performer, task.id)
  const funnel = (await done(owner, orders.listFunnels, {})).rows[0]
  const invited = await done(owner, people.invite, { role: 'manager' })
  const agreed = await makeAgreedOrder(issuer)
  const issued = await done(owner, documents.issueDocuments, { order_id: agreed.id, kinds: ['invoice'] })
  const sent = await makeSentOrder(company)
  const { url } = await done(owner, orders.makeCustomerLink, { order_id: order.id })
  const ids: Record<string, string | undefined> = {
    ...inTask,
    ...(await peopleIds(company, performer.id)),
    ...issuerIds(issuer),
    order_id: order.id,
    ...party.ids,
    demand_id: order.demands[0]?.id,
    funnel_id: funnel?.id,
    stage_id: funnel?.stages[2]?.id,
    item_id: task.checklist[0]?.id,
    invitation_id: invited.invitation.id,
    document_id: issued.documents[0]?.id,
    ...linkOf(url),
    round_id: sent.order.rounds[0]?.id,
    ...(await poolIds(company, performer.id)),
    ...(await inboxIds(company)),
    import_id: await begunImport(owner, 'Клиент;Телефон\nООО «Свет»;80296112233'),
  }
  return { company, ids: Object.fromEntries(Object.entries(ids).map(([name, id]) => [name, id ?? ''])) }
}

/** A customer with requisites of the day that samples name. */
async function makeParty(owner: Person) {
  const { id, contacts, sites } = await makeCounterparty(owner)
  const held = { counterparty_id: id, from_day: '2026-03-10' }
  await done(owner, setRequisites, { ...held, requisites: { bank_name: 'Банк' } })
  const held_by = { counterparty_id: id, number: '5', signed_on: '2026-03-01' }
  const contract = await done(owner, addContract, held_by)
  const asset = await done(owner, addAsset, { site_id: sites[0]?.id ?? '', name: 'Котёл' })
  return {
    id,
    ids: {
      contract_id: contract.id,
      asset_id: asset.id,
      counterparty_id: id,
      contact_id: contacts[0]?.id,
      site_id: sites[0]?.id,
      card_id: id,
      merge_id: await mergedInto(owner, id),
    },
  }
}

/** Another counterparty was merged into it. */
async function mergedInto(owner: Person, card_id: string): Promise<string> {
  const { id: gone_id } = await makeCounterparty(owner)
  const two = { kind: 'counterparty' as const, card_id, gone_id }
  const { kept, gone } = await done(owner, doubles.previewPartyMerge, two)
  const versions = { kept_version: kept.version, gone_version: gone.version }
  return (await done(owner, doubles.mergeParties, { ...two, from_gone: [], ...versions })).merge_id
}

const issuerIds = ({ company, counterparty_id }: Issuer) => ({
  company_id: company.id,
  agreed_counterparty_id: counterparty_id,
})

/** A performer under each name that a person has; and somebody who names a head that has not come yet. */
async function peopleIds(company: Company, id: string) {
  const { id: head_id, ...clerk } = await makeStaff(company, 'member')
  await done(clerk, tree.declareHead, { expected: { name: 'Пётр Шульга' } })
  const { expected } = await done(company.owner, tree.listUnconfirmed, {})
  const named = { member_id: id, assignee_id: id, lead_id: id, responsible_id: id, curator_id: id }
  const { key } = await done(company.owner, security.makeApiKey, { name: 'Выгрузка', scopes: ['orders.read'] })
  const { certificate } = await done(company.owner, addCertificate, { member_id: id, kind: 'Допуск' })
  const file_id = await makePicture(company, company.owner)
  const paper = await done(company.owner, addPaper, { member_id: id, file_id, kind: 'identity' })
  const papers = { certificate_id: certificate.id, paper_id: paper.rows[0]?.id }
  return {
    ...named,
    ...papers,
    ...(await timeIds(company, id)),
    api_key_id: key.id,
    role_id: (await done(company.owner, makeRole, { name: 'Кладовщик', role: 'member' })).role_id ?? '',
    to_role_id: (await done(company.owner, makeRole, { name: 'Учётчик', role: 'member' })).role_id ?? '',
    head_id,
    gone_id: (await makeStaff(company)).id,
    other_id: (await makeStaff(company)).id,
    expected_head_id: expected[0]?.id,
  }
}

/** Hours of his own, and days on which he is away. */
async function timeIds(company: Company, member_id: string) {
  const { owner } = company
  const hours = { from: '08:00', to: '20:00', break_minutes: 60 }
  const round = { kind: 'shifts' as const, pattern: [hours, null], from_day: '2026-01-12' }
  const { rows } = await done(owner, schedules.addSchedule, { member_id, ...round })
  const days = { from_day: '2026-07-06', to_day: '2026-07-12' }
  const { id } = await done(owner, absences.addAbsence, { member_id, kind: 'vacation', ...days })
  const deputy = await addPerformer(company)
  const acting = { absent_id: member_id, deputy_id: deputy.id, ...days }
  const { id: substitution_id } = await done(owner, substitutions.addSubstitution, acting)
  return { schedule_id: rows[0]?.id, absence_id: id, substitution_id, absent_id: member_id, deputy_id: deputy.id }
}

/** A pool with a performer whom a manager asks for, and two trades. */
async function poolIds(company: Company, member_id: string) {
  const { owner } = company
  const { id: pool_id } = await makePool(owner, [{ id: member_id }])
  const span = { starts_at: '2031-03-10T09:00:00.000Z', ends_at: '2031-03-10T13:00:00.000Z' }
  const asked = await done(await makeStaff(company), askForPeople, { member_ids: [member_id], ...span })
  const [one, two] = (await done(owner, people.listSpecialities, {})).rows
  const staff = { from_member_id: owner.id, to_member_id: (await makeStaff(company)).id }
  return { ...staff, pool_id, pool_request_id: asked.rows[0]?.id, speciality_id: one?.id, into_speciality_id: two?.id }
}

/** A dialogue with one message. */
async function inboxIds(company: Company) {
  const channel = await makeChannel(company)
  await arrive(channel, message())
  const { id, messages } = await dialogue(company.owner)
  const mention_id = (await makeStaff(company)).id
  return {
    channel_id: channel.id,
    conversation_id: id,
    message_id: messages[0]?.id,
    reply_to_id: messages[0]?.id,
    mention_id,
  }
}

/** Words, hours and a photo in a task. */
async function workOn(company: Company, performer: Member, task_id: string) {
  const at = { task_id }
  await done(performer, tasks.acceptTask, at)
  const asked = await done(performer, tasks.comment, { ...at, text: 'Где щит?', is_question: true })
  const logged = await done(performer, tasks.logTime, { ...at, day: minskDay(), minutes: 30 })
  const file_id = await makePicture(company, performer)
  await done(performer, tasks.addPhoto, { ...at, file_id, stage: 'after' })
  return {
    task_id,
    except_task_id: task_id,
    answers_id: asked.comments[0]?.id,
    time_entry_id: logged.id,
    file_id,
    photo_id: file_id,
    proof_file_id: file_id,
  }
}
