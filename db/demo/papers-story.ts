import sharp from 'sharp'
import { addCertificate } from '#contract/certificates.ts'
import * as leaving from '#contract/leaving.ts'
import { addPaper, type PaperKind } from '#contract/papers.ts'
import * as people from '#contract/people.ts'
import { anybody, type Caller, type Person, type Picture } from './caller.ts'
import { type Company, lastPart } from './company.ts'
import type { Story, Timeline } from './timeline.ts'

type Given = { call: Caller; time: Timeline; company: Partial<Company> }

/** Days of the calendar from today on which each certificate ends. */
const CERTIFICATES: readonly [who: string, kind: string, number: string, ends: number | null][] = [
  ['Павел Жук', 'Группа по электробезопасности IV', '4-118', 214],
  ['Павел Жук', 'Допуск к работам на высоте', 'В-2041', 11],
  ['Игорь Лисовский', 'Группа по электробезопасности IV', '4-119', -4],
  ['Андрей Мацкевич', 'Группа по электробезопасности III', '3-077', 26],
  ['Сергей Драгун', 'Группа по электробезопасности III', '3-081', 158],
  ['Виктор Бондарь', 'Допуск к газоопасным работам', 'Г-312', 19],
  ['Николай Шпак', 'Удостоверение сварщика', 'С-5510', null],
  ['Артём Сушко', 'Допуск к работам на высоте', 'В-1990', 5],
  ['Глеб Ворона', 'Допуск к работам на высоте', 'В-1991', 97],
]

const FORMS: readonly [who: string, form: people.LegalForm['form'], contract?: string][] = [
  ['Павел Жук', 'entrepreneur', 'ДП-14/26'],
  ['Игорь Лисовский', 'entrepreneur', 'ДП-15/26'],
  ['Андрей Мацкевич', 'staff'],
  ['Сергей Драгун', 'staff'],
  ['Виктор Бондарь', 'self_employed'],
  ['Николай Шпак', 'civil_contract', 'П-7'],
  ['Светлана Ярош', 'civil_contract', 'П-9'],
  ['Тамара Вергейчик', 'civil_contract', 'П-10'],
  ['Артём Сушко', 'entrepreneur', 'ДП-21/26'],
]

const PAPERS: readonly [who: string, kind: PaperKind, title: string][] = [
  ['Павел Жук', 'contract', 'Договор подряда ДП-14/26'],
  ['Павел Жук', 'certificate', 'Удостоверение, электробезопасность IV'],
  ['Павел Жук', 'identity', 'Паспорт, страницы 30–31'],
  ['Артём Сушко', 'certificate', 'Допуск к работам на высоте'],
  ['Светлана Ярош', 'contract', 'Договор подряда П-9'],
]

/** What the managers write down of their performers: permits that run out, contracts, scans; and who came and went. */
export async function* keepPapers({ call, time, company }: Given): Story {
  yield time.at(-28, 12)
  const { staff, workers } = company
  if (!staff || !workers) return
  const idOf = (name: string) => workers.find((one) => one.name === name)?.id ?? ''
  for (const [who, kind, number, ends] of CERTIFICATES)
    await call.do(staff.olga, addCertificate, {
      member_id: idOf(who),
      kind,
      number,
      ...(ends !== null && { expires_on: inDays(time, ends) }),
    })
  for (const [who, form, contract_number] of FORMS) {
    const at = { member_id: idOf(who), form, from_day: time.day(-31), ...(contract_number && { contract_number }) }
    await call.do(staff.olga, people.setLegalForm, at)
  }
  yield time.at(-27, 10)
  const page = await scanned()
  for (const [who, kind, title] of PAPERS) {
    const file_id = await call.upload(staff.olga, '/api/files', { ...page, name: `${title}.jpg` })
    await call.do(staff.olga, addPaper, { member_id: idOf(who), file_id, kind, title })
  }
  yield time.at(-26, 9)
  const stepan = await come(call, staff.dmitry, { name: 'Степан Голуб', phone: '+375 29 204-66-31', trade: 'Сантехники' })
  const mikhail = await come(call, staff.olga, { name: 'Михаил Лис', phone: '+375 33 204-66-32', trade: 'Электрики' })
  yield time.at(-8, 17)
  await call.do(staff.dmitry, leaving.leave, { member_id: stepan, held: [] })
  await call.do(staff.olga, people.setRate, { member_id: idOf('Тамара Вергейчик'), from_day: time.day(4), cost_per_hour: '1800' })
  yield time.at(-3, 11)
  await call.do(staff.olga, leaving.suspend, { member_id: mikhail })
  await call.do(staff.olga, people.addPerformer, {
    name: 'Людмила Пинчук',
    phone: '+375 44 204-66-33',
    specialities: ['Клининг'],
    fee_per_task: '9000',
  })
}

type Comer = { name: string; phone: string; trade: string }

async function come(call: Caller, by: Person, { name, phone, trade }: Comer): Promise<string> {
  const { id } = await call.do(by, people.addPerformer, { name, phone, specialities: [trade], cost_per_hour: '2600' })
  const { url } = await call.do(by, people.makePersonalLink, { member_id: id })
  await call.do(anybody(), people.usePersonalLink, { link: lastPart(url) })
  return id
}

const inDays = ({ present }: Timeline, days: number): string =>
  new Date(present.getTime() + days * 86_400_000).toISOString().slice(0, 10)

/** A page as a scanner sees it: lines of words that nobody reads, and a stamp. */
async function scanned(): Promise<Picture> {
  const lines = Array.from({ length: 22 }, (_, n) => {
    const width = n % 6 === 5 ? 180 : 380 - ((n * 37) % 60)
    return `<rect x="60" y="${120 + n * 22}" width="${width}" height="6" rx="3" fill="#6a6a72" opacity="0.55"/>`
  })
  const drawn = `<svg xmlns="http://www.w3.org/2000/svg" width="1000" height="1400" viewBox="0 0 500 700">
    <rect width="500" height="700" fill="#fbfaf6"/><rect x="140" y="60" width="220" height="12" rx="4" fill="#3a3a42"/>${lines.join('')}
    <circle cx="380" cy="630" r="42" fill="none" stroke="#3b56b0" stroke-width="5" opacity="0.7"/>
    <circle cx="380" cy="630" r="30" fill="none" stroke="#3b56b0" stroke-width="2" opacity="0.6"/>
    <path d="M80 640c20-26 34 22 52-6s22 18 44-4" fill="none" stroke="#2a3f8f" stroke-width="3"/></svg>`
  const bytes = await sharp(Buffer.from(drawn)).rotate(0.4, { background: '#e9e7e1' }).jpeg({ quality: 78 }).toBuffer()
  return { name: 'скан.jpg', bytes: new Uint8Array(bytes) }
}
