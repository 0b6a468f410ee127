import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { LRUCache } from 'lru-cache'
import { uuidv7 } from 'uuidv7'
import type { ApiScope } from '#contract/access/security.ts'
import type { Ctx } from '#platform/ctx.ts'
import { Refused } from '#platform/errors.ts'
import { onPool } from '#platform/db/kysely.ts'
import type { Doorway } from '#platform/db/transaction.ts'
import type { WrongOnes } from './limits/wrong-ones.ts'

export type ApiKey = {
  id: string
  company_id: string
  member_id: string
  user_id: string
  name: string
  scopes: ApiScope[]
  expires_at: string
}

const FORM = /^naryad_([0-9a-f]{32})_([\w-]{32})$/
const MINUTE = 60_000
/** Requests of one key in a minute on one node. */
const REQUESTS = 600

type New = { member_id: string; user_id: string; name: string; scopes: ApiScope[]; expires_at: Date }

/** Makes a key and gives its text: the only time that it can be read (IDN-10). 192 random bits; stored is their hash. */
export async function makeApiKey(ctx: Ctx, key: New): Promise<{ id: string; text: string }> {
  const id = uuidv7()
  const secret = randomBytes(24).toString('base64url')
  await ctx.db
    .insertInto('auth.api_keys')
    .values({ ...key, id, company_id: ctx.viewer.company_id, secret_hash: hashOf(secret), created_at: ctx.now })
    .execute()
  return { id, text: `naryad_${id.replaceAll('-', '')}_${secret}` }
}

/** Finds the key behind `Authorization: Bearer …`. Unknown, forged, expired and revoked look the same: null. */
export function apiKeyReader(doorway: Doorway, wrong: Pick<WrongOnes, 'insistNone' | 'count'>) {
  const db = onPool(doorway.pool, doorway.prepare)
  const memory = new LRUCache<string, ApiKey>({ max: 5000, ttl: 10_000 })
  const counted = new LRUCache<string, { n: number }>({ max: 20_000, ttl: MINUTE })
  return {
    forget: () => memory.clear(),
    async read(text: string, address: string): Promise<ApiKey | null> {
      wrong.insistNone('key', address)
      const kept = memory.get(text) ?? (await fresh(db, text))
      if (!kept || Date.parse(kept.expires_at) <= Date.now()) {
        await wrong.count('key', address)
        return null
      }
      if (count(counted, kept.id) > REQUESTS) throw tooMany()
      memory.set(text, kept)
      return kept
    },
  }
}

async function fresh(db: ReturnType<typeof onPool>, text: string): Promise<ApiKey | null> {
  const [, hex, secret] = FORM.exec(text) ?? []
  if (!hex || !secret) return null
  const id = hex.replace(/^(.{8})(.{4})(.{4})(.{4})/, '$1-$2-$3-$4-')
  const row = await db.selectFrom('auth.api_keys').selectAll().where('id', '=', id).executeTakeFirst()
  if (!row || row.revoked_at || !timingSafeEqual(row.secret_hash, hashOf(secret))) return null
  const now = Date.now()
  if (Date.parse(row.expires_at) > now && now - Date.parse(row.last_used_at ?? row.created_at) > MINUTE / 2)
    await db
      .updateTable('auth.api_keys')
      .set({ last_used_at: new Date(now) })
      .where('id', '=', id)
      .execute()
  const { company_id, member_id, user_id, name, expires_at } = row
  return { id, company_id, member_id, user_id, name, expires_at, scopes: row.scopes as ApiScope[] }
}

/** Counts within a minute that begins with the first. */
function count(counted: LRUCache<string, { n: number }>, what: string): number {
  const kept = counted.get(what)
  if (kept) return (kept.n += 1)
  counted.set(what, { n: 1 })
  return 1
}

const tooMany = () => new Refused({ status: 429, code: 'request.too_many', facts: { retry_after: 60 } })
const hashOf = (secret: string): Buffer => createHash('sha256').update(secret).digest()
