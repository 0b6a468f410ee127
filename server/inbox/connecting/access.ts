import { Errors } from 'typebox/value'
import type { TObject } from 'typebox'
import type { ChannelKind } from '#contract/inbox/conversations.ts'
import type { World } from '#platform/ctx.ts'
import { insist, invalid } from '#platform/errors.ts'
import { seal, unseal } from '#platform/sealed.ts'
import type { Access } from '../channels/adapter.ts'
import { adapterOf } from '../channels/adapters.ts'

type Row = { company_id: string; id: string; settings: unknown; sealed: string | null }

const placeOf = (id: string): string => `channel ${id}`

/** A channel as its adapter needs it: with its secrets open. */
export function accessOf({ config }: World, { company_id, id, settings, sealed }: Row): Access {
  const secrets = sealed === null ? {} : (unseal(config.secret, placeOf(id), sealed) ?? {})
  return { company_id, channel_id: id, settings: settings as Access['settings'], secrets }
}

export const sealedSecrets = ({ config }: World, id: string, secrets: object): string =>
  seal(config.secret, placeOf(id), secrets)

/** Refuses settings or secrets that the kind's schema does not know, and names the field. */
export function insistFit(kind: ChannelKind, { settings, secrets }: Pick<Access, 'settings' | 'secrets'>): void {
  const adapter = adapterOf(kind)
  insist(faultOf(adapter.settings, settings, 'settings') ?? faultOf(adapter.secrets, secrets, 'secrets'))
}

function faultOf(schema: TObject, value: Record<string, unknown>, under: string) {
  const strange = Object.keys(value).find((name) => !(name in schema.properties))
  if (strange !== undefined) return invalid(`${under}.${strange}`, 'field.unknown')
  const [fault] = Errors(schema, value)
  if (!fault) return null
  const missing = 'requiredProperties' in fault.params ? fault.params.requiredProperties[0] : undefined
  const path = [fault.instancePath.slice(1).replaceAll('/', '.'), missing].filter(Boolean).join('.')
  return invalid([under, path].filter(Boolean).join('.'), missing ? 'field.required' : 'field.format')
}
