import { createHmac } from 'node:crypto'
import { Api, type RawApi } from 'grammy'
import type { World } from '#platform/ctx.ts'
import { type Access, ChannelFault } from '../adapter.ts'
import { faultOf } from './faults.ts'

/** A bot's own interface at Telegram; what it throws is a ChannelFault. */
export type Bot = {
  call<M extends Exclude<keyof RawApi, Bare>>(method: M, what: What<M>, signal?: AbortSignal): Promise<Told<M>>
  /** What is asked for without saying anything. */
  ask<M extends Bare>(method: M, signal?: AbortSignal): Promise<Told<M>>
  /** Where a file of it lies. */
  fileUrl(file_path: string): string
}

type Bare = 'getMe' | 'getWebhookInfo'
type What<M extends keyof RawApi> = NonNullable<Parameters<RawApi[M]>[0]>
type Told<M extends keyof RawApi> = Awaited<ReturnType<RawApi[M]>>

/** Longer than Telegram takes for anything: for a file of 50 MB over a slow line. */
const PATIENCE_S = 300

export function botOf({ secrets }: Pick<Access, 'secrets'>, { config, now }: Pick<World, 'config' | 'now'>): Bot {
  const token = secrets['token']
  if (typeof token !== 'string' || !isToken(token)) throw new ChannelFault('channel.token_wrong')
  const { raw } = new Api(token, { apiRoot: config.telegram_api_url, timeoutSeconds: PATIENCE_S })
  // The library takes any signal and names an older kind of it.
  const run = async (method: keyof RawApi, ...given: unknown[]): Promise<never> => {
    try {
      return await (raw[method] as unknown as (...all: unknown[]) => Promise<never>)(...given)
    } catch (error) {
      throw faultOf(error, now())
    }
  }
  return {
    call: (method, what, signal) => run(method, what, signal),
    ask: (method, signal) => run(method, signal),
    fileUrl: (file_path) => `${config.telegram_api_url}/file/bot${token}/${file_path}`,
  }
}

/** As BotFather gives it: `123456789:AAF…`. Anything else would only become an odd address. */
const isToken = (token: string): boolean => /^\d+:[\w-]{8,}$/.test(token)

/** Where Telegram brings updates of a channel when it is asked to bring them. */
export const hookPath = ({ company_id, channel_id }: Pick<Access, 'company_id' | 'channel_id'>): string =>
  `/hooks/telegram/${company_id}/${channel_id}`

/** By which Telegram proves that it is the one who brings: known to no one else, and kept nowhere. */
export const hookSecret = (secret: string, access: Pick<Access, 'company_id' | 'channel_id'>): string =>
  createHmac('sha256', secret).update(hookPath(access)).digest('base64url')
