import * as contract from '#contract/parties/imports.ts'
import type { Input } from '#contract/endpoint.ts'
import type { StoredFile } from '#contract/files.ts'
import type { ImportCard } from '#contract/parties/imports.ts'
import { done, type Person } from '../as.ts'
import { product } from '../product.ts'
import { workOff } from '../work-off.ts'

/** Sends a file as a browser does. */
export async function sendFile(by: Person, name: string, bytes: Uint8Array | string): Promise<StoredFile> {
  const { url } = await product()
  const form = new FormData()
  form.append('file', new Blob([bytes]), name)
  const cookie = [...by.cookies].map(([key, value]) => `${key}=${value}`).join('; ')
  const answer = await fetch(`${url}/api/files`, { method: 'POST', headers: { cookie, origin: url }, body: form })
  if (!answer.ok) throw new Error(`${answer.status} ${await answer.text()}`)
  return (await answer.json()) as StoredFile
}

/** An import that was begun; gives its id. Nobody has looked at its file yet. */
export async function begunImport(by: Person, table: string | Uint8Array, name = 'клиенты.csv'): Promise<string> {
  const { id: file_id } = await sendFile(by, name, table)
  return (await done(by, contract.startImport, { file_id })).id
}

/** An import of a table that was looked at: what was found in it, and what its columns seem to hold. */
export async function broughtIn(by: Person, table: string | Uint8Array, name = 'клиенты.csv'): Promise<ImportCard> {
  const id = await begunImport(by, table, name)
  await workOff()
  return done(by, contract.getImport, { import_id: id })
}

type Wish = Omit<Input<typeof contract.setUpImport>, 'import_id'>

/** The same checked: nothing is written, what would come of each row is known. */
export async function checked(by: Person, table: string | Uint8Array, wish: Wish = {}): Promise<ImportCard> {
  const { id: import_id } = await broughtIn(by, table)
  if (Object.keys(wish).length > 0) await done(by, contract.setUpImport, { import_id, ...wish })
  await workOff()
  await done(by, contract.checkImport, { import_id })
  await workOff()
  return done(by, contract.getImport, { import_id })
}

/** The same written down. */
export async function imported(by: Person, table: string | Uint8Array, wish: Wish = {}): Promise<ImportCard> {
  const { id: import_id } = await checked(by, table, wish)
  await done(by, contract.runImport, { import_id })
  await workOff()
  return done(by, contract.getImport, { import_id })
}
