import type { Pool } from '#platform/db/pool.ts'

export type Size = 'S' | 'M' | 'L'
/** Orders of a size; all else hangs on them (docs: README, figures). */
export const ORDERS: Record<Size, number> = { S: 10_000, M: 100_000, L: 1_000_000 }

/** What the measured requests need to name. */
export type Company = { company_id: string; owner_id: string; managers: string[]; stages: Record<string, string> }

const PEOPLE = { managers: 20, performers: 200, counterparties: 1000 }

/**
 * Fills an empty company with orders of three years: 4 tasks, 10 hours' entries and 30 facts for each order, as
 * 200 performers would log them. Deterministic: ids and figures come from the row's number.
 */
export async function generate(
  pool: Pool,
  size: Size,
  { company_id, owner_id, stages }: Omit<Company, 'managers'>,
): Promise<string[]> {
  const n = ORDERS[size]
  const made = { company_id, owner_id, n }
  await people(pool, made)
  await orders(pool, made, stages)
  // What points to what follows from the numbers: to look for each of a hundred million keys would take the day.
  await Promise.all([tasks, labour, facts].map((fill) => unchecked(pool, (connection) => fill(connection, made))))
  // What was cleaned up while another table was still being filled counts as unclean: reports would read whole tables.
  await pool`vacuum analyze`
  const rows = await pool<
    { id: string }[]
  >`select id from members where company_id = ${company_id} and role = 'manager' order by id`
  return rows.map(({ id }) => id)
}

async function unchecked(pool: Pool, fill: (connection: Pool) => Promise<void>): Promise<void> {
  const connection = await pool.reserve()
  await connection`set session_replication_role = replica`
  await fill(connection)
  await connection`reset session_replication_role`
  connection.release()
}

type Made = { company_id: string; owner_id: string; n: number }

/** An id of a kind and a number, the same every time: time-ordered in its number, as UUIDv7 are. */
const id = (kind: string, number: string) =>
  `(lpad(to_hex(1700000000000 + (${number})::bigint), 12, '0') || '7' || lpad(to_hex(${kind}), 3, '0') || '8000' || lpad(to_hex((${number})::bigint), 12, '0'))::uuid`
const ID = {
  member: '1',
  counterparty: '2',
  site: '3',
  order: '4',
  agreement: '5',
  task: '6',
  entry: '7',
  event: '8',
  contact: '9',
  demand: '10',
  speciality: '11',
  rate: '12',
  pool: '13',
  placement: '14',
  curator: '15',
  pool_member: '16',
}
/** SQL of the id that belongs to a thing of this kind and number. */
export const of = (kind: keyof typeof ID, number: string) => id(ID[kind], number)

/** The day an order came: three years up to today, evenly. */
const CAME = (n: number) => `(now() - interval '3 years' * (1 - g / ${n}::float))`

async function people(pool: Pool, { company_id, owner_id }: Made): Promise<void> {
  const c = `'${company_id}'::uuid`
  await pool.unsafe(`insert into specialities (company_id, id, name)
    select ${c}, ${of('speciality', 'g')}, 'Специальность ' || g from generate_series(1, 10) g`)
  await pool.unsafe(`insert into members (company_id, id, kind, role, state, name, phone, created_at)
    select ${c}, ${of('member', 'g')}, case when g <= ${PEOPLE.managers} then 'staff' else 'performer' end::member_kind,
      case when g <= ${PEOPLE.managers} then 'manager' else 'performer' end::member_role, 'active', 'Человек ' || g,
      '+37529' || lpad(g::text, 7, '0'), now() from generate_series(1, ${PEOPLE.managers + PEOPLE.performers}) g`)
  await pool.unsafe(`insert into member_specialities (company_id, member_id, speciality_id)
    select ${c}, ${of('member', 'g')}, ${of('speciality', '1 + g % 10')}
    from generate_series(${PEOPLE.managers + 1}, ${PEOPLE.managers + PEOPLE.performers}) g`)
  await pool.unsafe(`insert into rates (company_id, id, member_id, from_day, cost_per_hour, currency, created_by, created_at)
    select ${c}, ${of('rate', 'g')}, ${of('member', 'g')}, '2020-01-01', 2000 + g * 5, 'BYN', '${owner_id}', now()
    from generate_series(${PEOPLE.managers + 1}, ${PEOPLE.managers + PEOPLE.performers}) g`)
  await pool.unsafe(`insert into counterparties (company_id, id, kind, name, responsible_id, created_at)
    select ${c}, ${of('counterparty', 'g')}, 'organisation', 'ООО «Заказчик ' || g || '»', ${of('member', `1 + g % ${PEOPLE.managers}`)}, now()
    from generate_series(1, ${PEOPLE.counterparties}) g`)
  await pool.unsafe(`insert into contacts (company_id, id, counterparty_id, name, created_at)
    select ${c}, ${of('contact', 'g')}, ${of('counterparty', 'g')}, 'Контакт ' || g, now() from generate_series(1, ${PEOPLE.counterparties}) g`)
  await pool.unsafe(`insert into sites (company_id, id, counterparty_id, address, created_at)
    select ${c}, ${of('site', 'g')}, ${of('counterparty', `1 + g % ${PEOPLE.counterparties}`)}, 'ул. Кальварийская, ' || g, now()
    from generate_series(1, ${PEOPLE.counterparties * 3}) g`)
}

async function orders(pool: Pool, { company_id, n }: Made, stages: Record<string, string>): Promise<void> {
  const c = `'${company_id}'::uuid`
  // The newest thousandth parts of the orders are under way, the rest is done: as in a company three years on.
  const phase = `case when g > ${n} * 0.998 then 'new' when g > ${n} * 0.996 then 'agreement' when g > ${n} * 0.990 then 'work'
    when g > ${n} * 0.988 then 'acceptance' when g > ${n} * 0.985 then 'closing' when g % 25 = 0 then 'cancelled' else 'done' end`
  const stage = `case ${phase} ${Object.entries(stages)
    .map(([name, stage_id]) => `when '${name}' then '${stage_id}'`)
    .join(' ')} end::uuid`
  await pool.unsafe(`insert into orders (company_id, id, number, title, phase, phase_since, stage_id, counterparty_id, contact_id, site_id,
      responsible_id, urgent, source, request, requested_at, due_at, created_at)
    select ${c}, ${of('order', 'g')}, g + 10, 'Подключить световой короб, объект ' || g, (${phase})::order_phase, ${CAME(n)}, ${stage},
      ${of('counterparty', `1 + g % ${PEOPLE.counterparties}`)}, ${of('contact', `1 + g % ${PEOPLE.counterparties}`)},
      ${of('site', `1 + g % ${PEOPLE.counterparties * 3}`)}, ${of('member', `1 + g % ${PEOPLE.managers}`)}, g % 20 = 0, 'phone',
      'Нужны два электрика подключить световой короб над входом, пропуск закажем', ${CAME(n)}, ${CAME(n)} + interval '3 days', ${CAME(n)}
    from generate_series(1, ${n}) g`)
  await pool.unsafe(`insert into agreements (company_id, id, order_id, version, due_at, priced, made_by, made_at)
    select ${c}, ${of('agreement', 'g')}, ${of('order', 'g')}, 1, ${CAME(n)} + interval '3 days', true,
      ${of('member', `1 + g % ${PEOPLE.managers}`)}, ${CAME(n)} from generate_series(1, ${n}) g`)
  await pool.unsafe(`insert into agreement_prices (company_id, agreement_id, price_model, price, currency, vat_rate)
    select ${c}, ${of('agreement', 'g')}, 'fixed', 50000 + (g % 1000) * 100, 'BYN', 20 from generate_series(1, ${n}) g`)
  await pool.unsafe(`update orders o set agreement_id = a.id from agreements a
    where o.company_id = ${c} and a.company_id = o.company_id and a.order_id = o.id`)
  await pool.unsafe(`insert into demands (company_id, id, order_id, speciality_id, people, starts_at, created_at)
    select ${c}, ${of('demand', 'g')}, ${of('order', 'g')}, ${of('speciality', '1 + g % 10')}, 1 + g % 3, ${CAME(n)} + interval '1 day', ${CAME(n)}
    from generate_series(1, ${n}) g`)
  await pool.unsafe(`insert into counters (company_id, kind, last) values (${c}, 'order', ${n + 10}), (${c}, 'task', ${n * 4})
    on conflict (company_id, kind) do update set last = excluded.last`)
}

async function tasks(pool: Pool, { company_id, n }: Made): Promise<void> {
  const c = `'${company_id}'::uuid`
  const order = '(1 + (t - 1) / 4)'
  const open = `(1 + (t - 1) / 4) > ${n} * 0.990`
  const worker = of('member', `${PEOPLE.managers + 1} + t % ${PEOPLE.performers}`)
  const at = `(now() - interval '3 years' * (1 - ${order} / ${n}::float))`
  await pool.unsafe(`insert into tasks (company_id, id, number, title, reference, state, place, starts_at, ends_at, lead_id, curator_id,
      created_by, created_at, closed_at)
    select ${c}, ${of('task', 't')}, t, 'Монтаж и подключение', '№ ' || ${order}, case when ${open} then 'in_progress' else 'closed' end::task_state,
      'ул. Кальварийская, ' || t, ${at}, ${at} + interval '4 hours', ${worker}, ${of('member', `1 + ${order} % ${PEOPLE.managers}`)},
      ${of('member', `1 + ${order} % ${PEOPLE.managers}`)}, ${at}, case when ${open} then null else ${at} end
    from generate_series(1, ${n * 4}) t`)
  await pool.unsafe(`insert into order_tasks (company_id, task_id, order_id, demand_id)
    select ${c}, ${of('task', 't')}, ${of('order', order)}, ${of('demand', order)} from generate_series(1, ${n * 4}) t`)
  await pool.unsafe(`insert into task_assignees (company_id, task_id, member_id, state)
    select ${c}, ${of('task', 't')}, ${worker}, case when ${open} then 'in_progress' else 'done' end::assignee_state
    from generate_series(1, ${n * 4}) t`)
}

async function labour(pool: Pool, { company_id, owner_id, n }: Made): Promise<void> {
  const c = `'${company_id}'::uuid`
  const task = `(1 + (e - 1) * 4 / 10)`
  const worker = `(${PEOPLE.managers + 1} + ${task} % ${PEOPLE.performers})`
  await pool.unsafe(`insert into time_entries (company_id, id, task_id, member_id, day, minutes, note, source, created_by, created_at)
    select ${c}, ${of('entry', 'e')}, ${of('task', task)}, ${of('member', worker)},
      (now() - interval '3 years' * (1 - e / ${n * 10}::float))::date, 30 + e % 240, 'Монтаж', 'by_hand', '${owner_id}', now()
    from generate_series(1, ${n * 10}) e`)
  await pool.unsafe(`insert into labour_costs (company_id, time_entry_id, cost_per_hour, cost, currency)
    select ${c}, ${of('entry', 'e')}, 2000 + ${worker} * 5, ((30 + e % 240) * (2000 + ${worker} * 5) + 30) / 60, 'BYN'
    from generate_series(1, ${n * 10}) e`)
}

async function facts(pool: Pool, { company_id, n }: Made): Promise<void> {
  const c = `'${company_id}'::uuid`
  const order = '(1 + (v - 1) / 30)'
  // Ten facts of the order itself, twenty of its four tasks.
  await pool.unsafe(`insert into events (company_id, id, xid, name, actor_kind, actor_id, actor_name, subject_kind, subject_id, at, facts)
    select ${c}, ${of('event', 'v')}, '3'::xid8, case when v % 3 = 0 then 'order.changed' else 'task.time_logged' end, 'staff',
      ${of('member', `1 + v % ${PEOPLE.managers}`)}, 'Человек', case when v % 3 = 0 then 'order' else 'task' end,
      case when v % 3 = 0 then ${of('order', order)} else ${of('task', `(${order} - 1) * 4 + 1 + v % 4`)} end,
      now() - interval '3 years' * (1 - v / ${n * 30}::float), case when v % 3 = 0 then '{"changed": {}}' else '{"minutes": 60}' end::jsonb
    from generate_series(1, ${n * 30}) v`)
  await pool`insert into event_cursors (reader, xid, id)
    select 'reactions', pg_snapshot_xmin(pg_current_snapshot()), '00000000-0000-0000-0000-000000000000' on conflict do nothing`
}

/** The id that the generator gave to a thing of this kind and number. */
export function idOf(kind: keyof typeof ID, number: number): string {
  const hex = (value: number, digits: number) => value.toString(16).padStart(digits, '0')
  const text = `${hex(1_700_000_000_000 + number, 12)}7${hex(Number(ID[kind]), 3)}8000${hex(number, 12)}`
  return text.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
}
