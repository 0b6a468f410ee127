import type { Pool } from '#platform/db/pool.ts'
import { of } from './generate.ts'

/** A large company of people: what the tree, the load and the choice of performers are measured in. */
export const CROWD = { staff: 400, performers: 1600, pools: 300, trades: 10 }
const ALL = CROWD.staff + CROWD.performers

type Made = { company_id: string; owner_id: string }

/**
 * Fills an empty company with 2,000 people: staff of three levels under the owner, performers in 300 pools with their
 * curators, and for each performer four tasks done with hours and four to come, two weeks either way.
 */
export async function generateCrowd(pool: Pool, { company_id, owner_id }: Made): Promise<void> {
  const c = `'${company_id}'::uuid`
  const owner = `'${owner_id}'::uuid`
  await people(pool, c, owner)
  await pools(pool, c, owner)
  await work(pool, c, owner)
  await pool`analyze`
}

const performers = `generate_series(${CROWD.staff + 1}, ${ALL}) g`

async function people(pool: Pool, c: string, owner: string): Promise<void> {
  // The first twenty stand under the owner; each later one under one of the twenty, or of those under them.
  const head = `case when g <= 20 then ${owner} when g <= 120 then ${of('member', '1 + g % 20')} else ${of('member', '21 + g % 100')} end`
  await pool.unsafe(`insert into specialities (company_id, id, name)
    select ${c}, ${of('speciality', 'g')}, 'Специальность ' || g from generate_series(1, ${CROWD.trades}) g`)
  await pool.unsafe(`insert into members (company_id, id, kind, role, state, name, position, phone, created_at)
    select ${c}, ${of('member', 'g')}, case when g <= ${CROWD.staff} then 'staff' else 'performer' end::member_kind,
      case when g <= 120 then 'manager' when g <= ${CROWD.staff} then 'member' else 'performer' end::member_role, 'active',
      'Человек ' || g, 'Мастер участка', '+37529' || lpad(g::text, 7, '0'), now() from generate_series(1, ${ALL}) g`)
  await pool.unsafe(`update members m set head_id = made.head_id
    from (select ${of('member', 'g')} as id, ${head} as head_id from generate_series(1, ${CROWD.staff}) g) made
    where m.company_id = ${c} and m.id = made.id`)
  await pool.unsafe(`insert into placements (company_id, id, member_id, head_id, from_at)
    select ${c}, ${of('placement', 'g')}, ${of('member', 'g')}, ${head}, now() - interval '1 year' from generate_series(1, ${CROWD.staff}) g`)
  await pool.unsafe(`insert into member_specialities (company_id, member_id, speciality_id)
    select ${c}, ${of('member', 'g')}, ${of('speciality', `1 + (g + k) % ${CROWD.trades}`)} from ${performers}, generate_series(0, 1) k`)
  await pool.unsafe(`insert into rates (company_id, id, member_id, from_day, cost_per_hour, currency, created_by, created_at)
    select ${c}, ${of('rate', 'g')}, ${of('member', 'g')}, '2020-01-01', 2000 + g, 'BYN', ${owner}, now() from ${performers}`)
}

async function pools(pool: Pool, c: string, owner: string): Promise<void> {
  const all = `generate_series(1, ${CROWD.pools}) g`
  await pool.unsafe(`insert into pools (company_id, id, name, created_by, created_at)
    select ${c}, ${of('pool', 'g')}, 'Пул ' || g, ${owner}, now() from ${all}`)
  await pool.unsafe(`insert into pool_specialities (company_id, pool_id, speciality_id)
    select ${c}, ${of('pool', 'g')}, ${of('speciality', `1 + g % ${CROWD.trades}`)} from ${all}`)
  await pool.unsafe(`insert into pool_curators (company_id, id, pool_id, member_id, deputy, from_day, set_by, set_at)
    select ${c}, ${of('curator', 'g')}, ${of('pool', 'g')}, ${of('member', '1 + g % 120')}, false, '2020-01-01', ${owner}, now() from ${all}`)
  // Every eighth performer is in two pools.
  await pool.unsafe(`insert into pool_members (company_id, id, pool_id, member_id, from_at, put_by)
    select ${c}, ${of('pool_member', 'g * 2 + k')}, ${of('pool', `1 + (g + k * 7) % ${CROWD.pools}`)}, ${of('member', 'g')},
      now() - interval '1 year', ${owner} from ${performers}, generate_series(0, 1) k where k = 0 or g % 8 = 0`)
}

async function work(pool: Pool, c: string, owner: string): Promise<void> {
  const tasks = `${performers}, generate_series(0, 7) k`
  const number = `(g - ${CROWD.staff + 1}) * 8 + k + 1`
  const starts = `date_trunc('day', now()) + interval '3 days' * (k - 3.5) + interval '6 hours' + interval '1 hour' * (g % 4)`
  await pool.unsafe(`insert into tasks (company_id, id, number, title, reference, state, place, starts_at, ends_at, lead_id, curator_id,
      created_by, created_at, closed_at)
    select ${c}, ${of('task', number)}, ${number}, 'Монтаж и подключение', '', case when k < 4 then 'closed' else 'accepted' end::task_state,
      'ул. Кальварийская, ' || g, ${starts}, ${starts} + interval '4 hours', ${of('member', 'g')}, ${of('member', '1 + g % 120')},
      ${owner}, now() - interval '30 days', case when k < 4 then ${starts} + interval '5 hours' end from ${tasks}`)
  await pool.unsafe(`insert into task_assignees (company_id, task_id, member_id, state)
    select ${c}, ${of('task', number)}, ${of('member', 'g')}, case when k < 4 then 'done' else 'accepted' end::assignee_state from ${tasks}`)
  await pool.unsafe(`insert into time_entries (company_id, id, task_id, member_id, day, minutes, note, source, created_by, created_at)
    select ${c}, ${of('entry', number)}, ${of('task', number)}, ${of('member', 'g')}, (${starts})::date, 200 + g % 60, 'Монтаж', 'by_hand',
      ${owner}, now() from ${tasks} where k < 4`)
  await pool.unsafe(`insert into labour_costs (company_id, time_entry_id, cost_per_hour, cost, currency)
    select ${c}, ${of('entry', number)}, 2000 + g, ((200 + g % 60) * (2000 + g) + 30) / 60, 'BYN' from ${tasks} where k < 4`)
}
