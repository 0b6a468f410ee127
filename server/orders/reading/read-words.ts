import type * as contract from '#contract/orders.ts'
import type { Input } from '#contract/endpoint.ts'
import type { Ctx } from '#platform/ctx.ts'
import { countryOf, listSpecialities } from '#server/people/index.ts'
import { readRequest } from './read-request.ts'

/** What a request's words say, shown under the text while it is typed: trades and phones as this company has them. */
export async function readWords(ctx: Ctx, { text }: Input<typeof contract.readRequest>): Promise<contract.Reading> {
  const specialities = (await listSpecialities(ctx)).rows.map(({ name }) => name)
  const country = await countryOf(ctx)
  return readRequest(text, { now: ctx.now, time_zone: ctx.viewer.time_zone, specialities, country })
}
