import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { FastifyInstance } from 'fastify'
import { loadConfig } from '#platform/config.ts'
import { buildApp } from '#server/app.ts'
import { openProcess, type Process } from '#server/world.ts'
import { atEnd } from './at-end.ts'
import { ownDatabase } from './database.ts'

export type Product = { app: FastifyInstance; process: Process; url: string; database_url: string }

let started: Promise<Product> | null = null

/** The real application of this test file on a database of its own, listening on a free port. Started once. */
export function product(): Promise<Product> {
  started ??= start()
  return started
}

async function start(): Promise<Product> {
  const database = await ownDatabase()
  const data_dir = mkdtempSync(join(tmpdir(), 'naryad-files-'))
  const config = loadConfig({ DATA_DIR: data_dir, PORT: '0', LOG_LEVEL: process.env['LOG_LEVEL'] ?? 'silent' })
  const { url } = database
  const opened = await openProcess({
    config,
    database: { url, direct_url: url, prepare: true },
    log: (line, error) => console.error(line, error),
  })
  const app = await buildApp(opened)
  const address = await app.listen({ port: 0, host: '127.0.0.1' })
  atEnd(async () => {
    await app.close()
    await opened.close()
    await database.drop()
    rmSync(data_dir, { recursive: true, force: true })
  })
  return { app, process: opened, url: address, database_url: url }
}
