import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { type Bot, hookPath, hookSecret } from './bot.ts'
import { ASKED_FOR } from './read-update.ts'
import { settingsOf } from './settings.ts'

/** Nothing of ours is refused by it, and a burst of messages comes through side by side. */
const CONNECTIONS = 10

const hookUrl = (access: Access, { config }: Pick<World, 'config'>): string => config.public_url + hookPath(access)

/** Refuses a bot that brings its updates to another program, unless it may be taken from it. */
export async function insistOnOwn(bot: Bot, access: Access, world: World, signal?: AbortSignal): Promise<string> {
  const { mode, take_over } = settingsOf(access)
  if (mode === 'webhook' && !world.config.public_url.startsWith('https://'))
    throw new ChannelFault('channel.needs_https')
  const { url = '' } = await bot.ask('getWebhookInfo', signal)
  if (url && !take_over && !url.startsWith(`${world.config.public_url}/`))
    throw new ChannelFault('channel.other_program', URL.parse(url)?.host ?? url)
  return url
}

/** Tells Telegram how it gives us what is new; it knows one way at a time. */
export async function agreeOnWay(bot: Bot, access: Access, world: World, signal: AbortSignal): Promise<void> {
  const url = await insistOnOwn(bot, access, world, signal)
  if (settingsOf(access).mode === 'polling') {
    if (url) await bot.call('deleteWebhook', {}, signal)
    return
  }
  const secret_token = hookSecret(world.config.secret, access)
  const asked = { max_connections: CONNECTIONS, allowed_updates: ASKED_FOR }
  await bot.call('setWebhook', { url: hookUrl(access, world), secret_token, ...asked }, signal)
}

/** What Telegram says of bringing: throws when it brings elsewhere by now, or could not lately. */
export async function lookAtHook(bot: Bot, access: Access, world: World, signal: AbortSignal): Promise<void> {
  const { url, last_error_date, last_error_message } = await bot.ask('getWebhookInfo', signal)
  if (url !== hookUrl(access, world)) throw new ChannelFault('channel.other_program', URL.parse(url ?? '')?.host ?? '')
  const lately = world.now().getTime() / 1000 - (last_error_date ?? 0) < FRESH_S
  if (lately) throw new ChannelFault('channel.hook_unreached', last_error_message ?? '')
}

const FRESH_S = 120
