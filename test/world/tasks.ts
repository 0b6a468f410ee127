import { uuidv7 } from 'uuidv7'
import * as tasks from '#contract/tasks.ts'
import type { Input } from '#contract/endpoint.ts'
import { done, type Person } from '../as.ts'
import type { Company } from '../world.ts'
import { inside } from './inside.ts'

type Wish = Partial<Input<typeof tasks.createTask>>

/** A task given by a member who may, to these performers. */
export function makeTask(by: Person, performers: readonly { id: string }[], wish: Wish = {}): Promise<tasks.Task> {
  const assignee_ids = performers.map(({ id }) => id)
  return done(by, tasks.createTask, { title: 'Подключить световой короб', assignee_ids, ...wish })
}

/** A task that each of its performers has accepted and begun. */
export async function makeTaskAtWork(
  by: Person,
  performers: readonly (Person & { id: string })[],
  wish: Wish = {},
): Promise<tasks.Task> {
  const { id: task_id } = await makeTask(by, performers, wish)
  for (const one of performers) {
    await done(one, tasks.acceptTask, { task_id })
    await done(one, tasks.startTask, { task_id })
  }
  return done(by, tasks.getTask, { task_id })
}

/** A picture that this person has uploaded, or another file of his. */
export async function makePicture(company: Company, by: { id: string }, { picture = true } = {}): Promise<string> {
  const id = uuidv7()
  const size = picture
    ? { mime: 'image/jpeg', width: 1600, height: 1200 }
    : { mime: 'application/pdf', width: null, height: null }
  const row = {
    company_id: company.id,
    id,
    name: 'щит',
    size: '3',
    sha256: Buffer.alloc(32),
    uploaded_by: by.id,
    ...size,
  }
  await inside(company, ({ db, now }) =>
    db
      .insertInto('files')
      .values({ ...row, created_at: now })
      .execute(),
  )
  return id
}

/** The day in Minsk, so many days from now. */
export const minskDay = (days = 0): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Minsk' }).format(new Date(Date.now() + days * 86_400_000))
