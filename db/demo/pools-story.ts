import * as orders from '#contract/orders.ts'
import * as people from '#contract/people.ts'
import * as pools from '#contract/pools.ts'
import { askForPeople } from '#contract/staffing/choosing.ts'
import type { StaffKey, Trade } from './cast.ts'
import type { Stage } from './way.ts'

type Lead = { who: StaffKey; deputy?: true; from: number; to?: number }
type Wish = { name: string; trades: readonly Trade[]; leads: readonly Lead[]; people: readonly string[] }

/** Days are counted from today; a deputy leads a pool while its curator is away. */
const POOLS: readonly Wish[] = [
  {
    name: 'Электрики',
    trades: ['Электрики'],
    leads: [{ who: 'olga', from: -20 }],
    people: ['Павел Жук', 'Игорь Лисовский', 'Андрей Мацкевич', 'Сергей Драгун'],
  },
  {
    name: 'Клининг',
    trades: ['Клининг'],
    leads: [
      { who: 'olga', from: -20 },
      { who: 'dmitry', deputy: true, from: 3, to: 8 },
    ],
    people: ['Светлана Ярош', 'Тамара Вергейчик', 'Алина Кот'],
  },
  {
    name: 'Сантехники',
    trades: ['Сантехники'],
    leads: [{ who: 'dmitry', from: -20 }],
    people: ['Виктор Бондарь', 'Николай Шпак', 'Денис Рудько'],
  },
  {
    name: 'Высотники',
    trades: ['Высотники'],
    leads: [
      { who: 'dmitry', from: -12 },
      { who: 'olga', deputy: true, from: -1, to: 4 },
    ],
    people: ['Артём Сушко', 'Глеб Ворона'],
  },
  {
    name: 'Аварийная бригада',
    trades: ['Сантехники', 'Электрики'],
    leads: [
      { who: 'dmitry', from: -8 },
      { who: 'olga', from: -8 },
    ],
    people: ['Павел Жук', 'Виктор Бондарь'],
  },
]

/**
 * The company's pools as they stand today, and requests between the two managers: one that waits, one granted, one
 * refused. Made last of all, for with pools nobody gives work to another's people as they did before.
 */
export async function partIntoPools({ call, time, company }: Stage): Promise<void> {
  time.moment = time.ago(12)
  const { staff, workers } = company
  const idOf = (name: string) => workers.find((one) => one.name === name)?.id ?? ''
  const ids = new Map<StaffKey, string>()
  for (const who of ['olga', 'dmitry'] as const)
    ids.set(who, (await call.do(staff[who], people.getMe, {})).member?.id ?? '')
  for (const { name, trades, leads, people: names } of POOLS)
    await call.do(staff.owner, pools.makePool, {
      name,
      specialities: [...trades],
      member_ids: names.map(idOf),
      curators: leads.map(({ who, deputy = false, from, to }) => ({
        member_id: ids.get(who) ?? '',
        deputy,
        from_day: time.day(from),
        ...(to !== undefined && { to_day: time.day(to) }),
      })),
    })
  await askEachOther({ call, time, company }, idOf)
}

async function askEachOther({ call, time, company }: Pick<Stage, 'call' | 'time' | 'company'>, idOf: (name: string) => string) {
  const { olga, dmitry } = company.staff
  const span = (day: number, from: number, to: number) => ({
    starts_at: time.at(day, from).toISOString(),
    ends_at: time.at(day, to).toISOString(),
  })
  const { rows } = await call.do(dmitry, orders.listOrders, { search: 'Перенести розеточную группу' })
  const order_id = rows[0]?.id
  time.moment = time.ago(9)
  await call.do(dmitry, askForPeople, {
    member_ids: [idOf('Игорь Лисовский')],
    ...span(2, 10, 16),
    ...(order_id && { order_id }),
    word: 'Одного не хватает, работаем до открытия зала',
  })
  const [granted] = (await call.do(olga, askForPeople, { member_ids: [idOf('Николай Шпак')], ...span(1, 9, 12), word: 'Перекрыть стояк, пока меняем щит' })).rows
  const [refused] = (await call.do(olga, askForPeople, { member_ids: [idOf('Денис Рудько')], ...span(1, 14, 17) })).rows
  await call.do(olga, askForPeople, { member_ids: [idOf('Николай Шпак')], ...span(3, 9, 13), word: 'Опрессовать стояк вместе с нашим электриком' })
  time.moment = time.ago(4)
  const answer = (pool_request_id = '', grant = true, word = '') =>
    call.do(dmitry, pools.answerPoolRequest, { pool_request_id, grant, word })
  await answer(granted?.id, true, 'До обеда свободен')
  await answer(refused?.id, false, 'Весь день на радиозаводе')
}
