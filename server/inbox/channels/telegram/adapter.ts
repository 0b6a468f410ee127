import type { World } from '#platform/ctx.ts'
import type { Access, Adapter } from '../adapter.ts'
import { botOf } from './bot.ts'
import { follow } from './follow.ts'
import { send, typing } from './send.ts'
import { Secrets, Settings } from './settings.ts'
import { insistOnOwn } from './webhook-or-polling.ts'

/** Telegram by its Bot API 10.1. A bot cannot write first: a dialogue begins when a person writes to it. */
export const telegram: Adapter<typeof Settings, typeof Secrets> = {
  kind: 'telegram',
  settings: Settings,
  secrets: Secrets,
  opens: null,
  check,
  follow,
  send,
  typing,
}

async function check(access: Access, world: World): Promise<{ name: string; settings: Partial<Settings> }> {
  const bot = botOf(access, world)
  const { id, first_name, username, can_read_all_group_messages } = await bot.ask('getMe')
  await insistOnOwn(bot, access, world)
  const known = { bot_id: id, username, reads_groups: can_read_all_group_messages }
  return { name: username ? `@${username}` : first_name, settings: known }
}
