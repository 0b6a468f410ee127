import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Process } from '#server/world.ts'
import { PASSWORD, STAFF } from './cast.ts'
import { lastPart } from './company.ts'
import { fillDemo } from './fill-demo.ts'
import type { Stage } from './way.ts'

type Guest = { who: string; path: string }
type Guests = { performers: Guest[]; customers: Guest[] }

/** Secrets of links can be read once only, when they are made: here they are kept for the next start. */
const fileOf = ({ config }: Process) => join(config.data_dir, 'demo.json')

/**
 * Sees to it that an empty product has the demo company, and gives what to print: who can sign in, and how.
 * A product that somebody else works in is not touched.
 */
export async function openDemo(process: Process, present = new Date()): Promise<string> {
  const file = fileOf(process)
  if (!existsSync(file)) {
    const { rows } = await inhabited(process)
    if (rows) return STRANGER
    const draft = `${file}.draft`
    writeFileSync(draft, JSON.stringify(guestsOf(await fillDemo(process, present)), null, 2), { mode: 0o600 })
    renameSync(draft, file)
  }
  return letter(process.config.public_url, JSON.parse(readFileSync(file, 'utf8')) as Guests)
}

async function inhabited({ doorway }: Process): Promise<{ rows: boolean }> {
  const [found] = await doorway.pool<{ rows: boolean }[]>`select exists (select from auth."user") as rows`
  return found ?? { rows: false }
}

const STRANGER = `Здесь уже есть другие данные, и демо-компании среди них нет: укажите пустую папку в DATA_DIR.
There is other data here already, and no demo company in it: name an empty folder in DATA_DIR.`

/** Two phones, and a customer before and after his decision. */
function guestsOf({ company, links }: Stage): Guests {
  const phones = ['Павел Жук', 'Светлана Ярош'].flatMap((name) =>
    company.workers.filter((worker) => worker.name === name),
  )
  const shown = (upto: string) => links.findLast((link) => link.upto === upto)
  const asGuest = (link: Stage['links'][number] | undefined) =>
    link ? [{ who: `«${link.title}»`, path: `/z/${lastPart(link.url)}` }] : []
  return {
    performers: phones.map(({ name, trade, link }) => ({ who: `${name}, ${trade.toLowerCase()}`, path: `/l/${link}` })),
    customers: [...asGuest(links.find(({ upto }) => upto === 'sent')), ...asGuest(shown('done'))],
  }
}

const ROLES = { owner: 'владелец / owner', manager: 'менеджер / manager', accountant: 'бухгалтер / accountant' }

function letter(public_url: string, { performers, customers }: Guests): string {
  const guests = (list: Guest[]) => list.map(({ who, path }) => `  ${who}\n    ${public_url}${path}`)
  return [
    `Демо-компания «ГородСервис». Пароль у всех один / one password for all: ${PASSWORD}`,
    ...STAFF.map(({ name, email, role }) => `  ${email.padEnd(28)} ${name}, ${ROLES[role]}`),
    'Исполнители, по личной ссылке / performers, by personal link:',
    ...guests(performers),
    'Заказчики: на приёмке и завершён / customers: to be accepted, and completed:',
    ...guests(customers),
  ].join('\n')
}
