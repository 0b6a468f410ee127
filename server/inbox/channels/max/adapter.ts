import type { World } from '#platform/ctx.ts'
import type { Access, Adapter } from '../adapter.ts'
import { maxOf } from './api.ts'
import { follow } from './follow.ts'
import { nameOf } from './read-update.ts'
import { send, typing } from './send.ts'
import { Secrets, Settings } from './settings.ts'
import type { Person } from './updates.ts'

/** MAX by its Bot API. A bot cannot write first: a dialogue begins when a person opens it. */
export const max: Adapter<typeof Settings, typeof Secrets> = {
  kind: 'max',
  settings: Settings,
  secrets: Secrets,
  opens: null,
  check,
  follow,
  send,
  typing,
}

async function check(access: Access, world: World): Promise<{ name: string; settings: Partial<Settings> }> {
  const me = await maxOf(access, world).call<Person>('GET', '/me')
  const known = { bot_id: me.user_id, ...(me.username ? { username: me.username } : {}) }
  return { name: nameOf(me), settings: known }
}
