import type { Ctx } from '#platform/ctx.ts'
import { readTitle } from './reading/read-request.ts'

/** A name for an order whose request got none. The company's trades and phones make no difference to it. */
export const titleOf = ({ now, viewer: { time_zone } }: Ctx, request: string): string =>
  readTitle(request, { now, time_zone, specialities: [], country: 'other' })
