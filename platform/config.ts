import { randomBytes } from 'node:crypto'
import { linkSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { Type, type Static } from 'typebox'
import { Convert, Default, Errors } from 'typebox/value'

/** How the product reaches PostgreSQL. */
export type Database = {
  /** For queries of requests; perhaps a pooler in transaction mode. */
  url: string
  /** Past any pooler: for migrations, LISTEN and the runner of jobs, which need a session of their own. */
  direct_url: string
  /** False behind a pooler in transaction mode, where a prepared statement may meet another server. */
  prepare: boolean
}

export type Config = {
  port: number
  host: string
  /** Absolute. Holds the embedded database, files and the secret. */
  data_dir: string
  /** Null: the embedded PostgreSQL under `data_dir`. */
  database: Database | null
  /** Where files lie: `s3://…`, or a folder. */
  files_url: string
  /** As people reach the product; links in mails and personal links begin with it. No slash at the end. */
  public_url: string
  role: 'web' | 'worker' | 'both'
  /** Null: mail stands in the administrator's outbox and is not sent. */
  smtp_url: string | null
  mail_from: string
  /** Where the messengers' interfaces for bots answer; another place only for trials and for servers of one's own. */
  telegram_api_url: string
  max_api_url: string
  /** Hosts inside the own network that channels may reach beside the open internet: `mail.office.lan`, `10.0.0.5`. */
  allowed_hosts: readonly string[]
  log_level: 'debug' | 'info' | 'warn' | 'error' | 'silent'
  /** Signs cookies and links. All nodes of one product share it. */
  secret: string
}

const word = <const V extends string>(...values: V[]) => Type.Unsafe<V>({ type: 'string', enum: values })

/** Every variable that the product knows; docs/running.md has the same list in words. */
const Environment = Type.Object({
  PORT: Type.Integer({
    minimum: 0,
    maximum: 65_535,
    default: 3000,
    description: 'a number from 0 to 65535 (0 takes a free port)',
  }),
  HOST: Type.String({ minLength: 1, default: '0.0.0.0', description: 'an address of this machine to listen on' }),
  DATA_DIR: Type.String({ minLength: 1, default: './data', description: 'a folder' }),
  DATABASE_URL: Type.Optional(
    Type.String({ pattern: '^postgres(ql)?://', description: 'postgres://user:password@host:port/name' }),
  ),
  DATABASE_DIRECT_URL: Type.Optional(
    Type.String({ pattern: '^postgres(ql)?://', description: 'postgres://user:password@host:port/name' }),
  ),
  FILES_URL: Type.Optional(Type.String({ pattern: '^(s3|file)://', description: 's3://… or file:///folder' })),
  PUBLIC_URL: Type.Optional(
    Type.String({ pattern: '^https?://[^/]+', description: 'https://name as people reach the product' }),
  ),
  ROLE: { ...word('web', 'worker', 'both'), default: 'both', description: 'web, worker or both' },
  SMTP_URL: Type.Optional(Type.String({ pattern: '^smtps?://', description: 'smtp://user:password@host:port' })),
  MAIL_FROM: Type.String({ pattern: '@', default: 'Naryad <naryad@localhost>', description: 'Name <address@host>' }),
  TELEGRAM_API_URL: Type.String({
    pattern: '^https?://[^/]+',
    default: 'https://api.telegram.org',
    description: 'https://name of a Bot API server',
  }),
  MAX_API_URL: Type.String({
    pattern: '^https?://[^/]+',
    default: 'https://platform-api2.max.ru',
    description: 'https://name of the MAX Bot API',
  }),
  ALLOWED_HOSTS: Type.String({ default: '', description: 'names or addresses of hosts, parted by commas' }),
  LOG_LEVEL: {
    ...word('debug', 'info', 'warn', 'error', 'silent'),
    default: 'info',
    description: 'debug, info, warn, error or silent',
  },
  SECRET: Type.Optional(Type.String({ minLength: 32, description: 'at least 32 characters, the same on all nodes' })),
})
type Environment = Static<typeof Environment>

/** The environment does not fit; the message says in words which variable and what it should be. */
export class ConfigError extends Error {}

/**
 * What the environment asks for, checked. An empty variable counts as not given.
 *
 * Makes the data folder and, when none is given, the secret in it: it must outlive a restart, or everyone is signed out.
 */
export function loadConfig(env: Record<string, string | undefined>): Config {
  const given = checked(env)
  const data_dir = resolve(given.DATA_DIR)
  return {
    port: given.PORT,
    host: given.HOST,
    data_dir,
    database: databaseOf(given),
    files_url: given.FILES_URL ?? `file://${join(data_dir, 'files')}`,
    public_url: bare(given.PUBLIC_URL ?? localAddress(given.PORT)),
    role: given.ROLE,
    smtp_url: given.SMTP_URL ?? null,
    mail_from: given.MAIL_FROM,
    telegram_api_url: bare(given.TELEGRAM_API_URL),
    max_api_url: bare(given.MAX_API_URL),
    allowed_hosts: given.ALLOWED_HOSTS.toLowerCase()
      .split(/[\s,;]+/)
      .filter(Boolean),
    log_level: given.LOG_LEVEL,
    secret: given.SECRET ?? keptSecret(data_dir),
  }
}

const bare = (url: string): string => url.replace(/\/+$/, '')

/** Where the product answers on this machine. */
export const localAddress = (port: number): string => `http://localhost:${port}`

function checked(env: Record<string, string | undefined>): Environment {
  const known = Object.keys(Environment.properties) as (keyof Environment)[]
  const given = Object.fromEntries(known.filter((name) => env[name]).map((name) => [name, env[name]]))
  const value = Convert(Environment, Default(Environment, given))
  const wrong = new Set(Errors(Environment, value).map((error) => error.instancePath.slice(1) as keyof Environment))
  const faults = [...wrong].map((name) => `${name} should be ${aboutOf(name)}, but is «${safely(name, env[name])}»`)
  if (env['DATABASE_DIRECT_URL'] && !env['DATABASE_URL'])
    faults.push('DATABASE_DIRECT_URL is given without DATABASE_URL: give both, or DATABASE_URL alone')
  if (faults.length) throw new ConfigError(faults.join('\n'))
  return value as Environment
}

const aboutOf = (name: keyof Environment): string =>
  String((Environment.properties[name] as { description?: string }).description)
/** A secret or a password stays out of the log even when it is wrong. */
const safely = (name: string, value = ''): string =>
  name === 'SECRET' ? `${value.length} characters` : value.replace(/\/\/[^@/]*@/, '//…@')

function databaseOf({ DATABASE_URL: url, DATABASE_DIRECT_URL: direct }: Environment): Database | null {
  if (!url) return null
  return { url, direct_url: direct ?? url, prepare: direct === undefined || direct === url }
}

/** The secret of this data folder, made on the first start. Two first starts at once agree on one. */
function keptSecret(data_dir: string): string {
  const path = join(data_dir, 'secret')
  // Others may pass through, to what they own inside, but not look around.
  mkdirSync(data_dir, { recursive: true, mode: 0o711 })
  const known = read(path)
  if (known) return known
  const draft = `${path}.${process.pid}`
  writeFileSync(draft, `${randomBytes(32).toString('base64url')}\n`, { mode: 0o600, flush: true })
  try {
    linkSync(draft, path)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error
  } finally {
    rmSync(draft, { force: true })
  }
  return readFileSync(path, 'utf8').trim()
}

function read(path: string): string | null {
  try {
    return readFileSync(path, 'utf8').trim() || null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}
