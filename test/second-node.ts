import { buildApp } from '#server/app.ts'
import { openProcess } from '#server/world.ts'
import { product } from './product.ts'

/** Another node on the same database and files: connections, memory and bell of its own. */
export async function secondNode(): Promise<{ url: string; close: () => Promise<void> }> {
  const { process } = await product()
  const { config, database } = process
  const own = await openProcess({ config, database, log: (line, error) => console.error(line, error) })
  const app = await buildApp(own)
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: async () => (await app.close(), own.close()) }
}

/** The product where letters go out, on the same database. */
export async function mailingNode(smtp_url: string): Promise<{ url: string; close: () => Promise<void> }> {
  const { process } = await product()
  const app = await buildApp({ ...process, config: { ...process.config, smtp_url } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: () => app.close() }
}

/** A node that writes and is gone before it has told the others: its bell does not ring. */
export async function muteNode(): Promise<{ url: string; close: () => Promise<void> }> {
  const { process } = await product()
  const app = await buildApp({ ...process, world: { ...process.world, ring: () => {}, sessionsChanged: () => {} } })
  const url = await app.listen({ port: 0, host: '127.0.0.1' })
  return { url, close: () => app.close() }
}
