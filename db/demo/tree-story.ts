import * as people from '#contract/people.ts'
import * as tree from '#contract/tree.ts'
import { anybody, type Caller, type Person } from './caller.ts'
import { PASSWORD, type StaffKey } from './cast.ts'
import { type Company, lastPart } from './company.ts'
import type { Story, Timeline } from './timeline.ts'

type Comer = { name: string; mail: string; position: string; head: StaffKey; phone?: string }

/** Those who work in the office under the three heads; each was invited by his own. */
const OFFICE: readonly Comer[] = [
  { name: 'Екатерина Мороз', mail: 'kate', position: 'Диспетчер', head: 'olga', phone: '+375 29 655-10-01' },
  { name: 'Максим Гончар', mail: 'maxim', position: 'Мастер участка', head: 'olga', phone: '+375 29 655-10-02' },
  { name: 'Юлия Сенько', mail: 'julia', position: 'Контролёр качества', head: 'olga', phone: '+375 44 655-10-03' },
  { name: 'Роман Ясюк', mail: 'roman', position: 'Мастер аварийной бригады', head: 'dmitry', phone: '+375 29 655-10-04' },
  { name: 'Вера Лапко', mail: 'vera', position: 'Диспетчер', head: 'dmitry', phone: '+375 33 655-10-05' },
  { name: 'Наталья Будько', mail: 'natalia', position: 'Бухгалтер', head: 'irina', phone: '+375 29 655-10-06' },
]

type Given = { call: Caller; time: Timeline; company: Partial<Company> }

/** The tree grows by itself: heads invite their own, one names another head, one expects a head who has not come yet. */
export async function* growTree({ call, time, company }: Given): Story {
  yield time.at(-29, 9.5)
  const staff = company.staff
  if (!staff) return
  const come = async ({ name, mail, position, head, phone }: Comer, head_confirmed = true): Promise<Person> => {
    const { url } = await call.do(staff[head], people.invite, { role: 'member', name, position })
    const person = anybody()
    await call.account(person, '/sign-up/email', { name, email: `${mail}@gorodservis.example`, password: PASSWORD })
    const me = await call.do(person, people.acceptInvitation, { link: lastPart(url), head_confirmed })
    if (phone) await call.do(person, people.changeMember, { member_id: me.member?.id ?? '', phone })
    return person
  }
  for (const one of OFFICE) await come(one)
  yield time.at(-6, 11)
  const dmitry_id = (await call.do(staff.dmitry, people.getMe, {})).member?.id ?? ''
  const oleg = await come({ name: 'Олег Тишко', mail: 'oleg', position: 'Мастер участка', head: 'olga' }, false)
  await call.do(oleg, tree.declareHead, { head_id: dmitry_id })
  yield time.at(-4, 15)
  const alla = await come({ name: 'Алла Ринг', mail: 'alla', position: 'Снабжение', head: 'owner' }, false)
  await call.do(alla, tree.declareHead, { expected: { name: 'Григорий Стасевич' } })
  yield time.at(-2, 10)
  const waiting = { role: 'manager', position: 'Руководитель снабжения' } as const
  const email = 'g.stasevich@gorodservis.example'
  await call.do(staff.owner, people.invite, { ...waiting, name: 'Григорий Стасевич', email })
}
